/** How contracts go from one tenant to the next, and back: what {@code promote}, {@code metrics} and {@code rollback} do. */
@NullMarked
package io.github.cxonetools.mojo.promotion;

import org.jspecify.annotations.NullMarked;
