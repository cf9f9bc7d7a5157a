/** The project's classes: loaded apart from ours, and read without running their code. */
@NullMarked
package io.github.cxonetools.schema.classes;

import org.jspecify.annotations.NullMarked;
