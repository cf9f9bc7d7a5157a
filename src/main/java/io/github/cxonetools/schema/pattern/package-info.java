/** Patterns of Java as patterns of ECMA-262, what those match and how long it takes, and the patterns of JDK types. */
@NullMarked
package io.github.cxonetools.schema.pattern;

import org.jspecify.annotations.NullMarked;
