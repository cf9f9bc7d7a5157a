/** The gate: a version held against limits and the version before, and what follows where it fails. */
@NullMarked
package io.github.cxonetools.metrics.gate;

import org.jspecify.annotations.NullMarked;
