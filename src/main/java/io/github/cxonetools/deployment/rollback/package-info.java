/** The way back: a lower version becomes active, and then what is above it is deprecated. */
@NullMarked
package io.github.cxonetools.deployment.rollback;

import org.jspecify.annotations.NullMarked;
