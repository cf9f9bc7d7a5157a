/** Draft-07: what CXone takes of it, whether a payload fits, and in which words it does not. */
@NullMarked
package io.github.cxonetools.schema.draft07;

import org.jspecify.annotations.NullMarked;
