/** How actions ran: table, metrics.json, metrics.csv, OpenMetrics text, and their page. */
@NullMarked
package io.github.cxonetools.report.metrics;

import org.jspecify.annotations.NullMarked;
