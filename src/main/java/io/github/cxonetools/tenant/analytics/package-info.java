/** The metrics query, answered from recorded executions. */
@NullMarked
package io.github.cxonetools.tenant.analytics;

import org.jspecify.annotations.NullMarked;
