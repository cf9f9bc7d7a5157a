/** Execution metrics: the query, its rows, and what they add up to. */
@NullMarked
package io.github.cxonetools.metrics;

import org.jspecify.annotations.NullMarked;
