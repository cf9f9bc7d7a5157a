/** Instances of the project's classes, made as its Jackson makes them: what is absent, or null, becomes there. */
@NullMarked
package io.github.cxonetools.schema.instance;

import org.jspecify.annotations.NullMarked;
