/** Execution metrics: the query, its rows, and the gate that evaluates a version by them. */
@NullMarked
package io.github.cxonetools.metrics;

import org.jspecify.annotations.NullMarked;
