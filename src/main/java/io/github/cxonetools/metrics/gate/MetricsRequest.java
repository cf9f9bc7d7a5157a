package io.github.cxonetools.metrics.gate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What {@code metrics} is asked for, as its parameters of the same names say it.
 *
 * @param names of the actions to measure; of no effect with an id
 * @param actionId the one version to measure, or null for all of each action
 * @param newVersion the version that the gate evaluates, or null for each action's own
 */
public record MetricsRequest(
        Collection<String> names,
        @Nullable String actionId,
        @Nullable String newVersion,
        String from,
        @Nullable String to,
        String interval,
        String groupBy) {}
