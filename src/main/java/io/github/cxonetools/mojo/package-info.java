/** The goals: one thin class each. The only package that knows Maven. */
@NullMarked
package io.github.cxonetools.mojo;

import org.jspecify.annotations.NullMarked;
