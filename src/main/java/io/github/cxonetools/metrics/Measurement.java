package io.github.cxonetools.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics of some actions of a tenant, over one window. */
public final class Measurement {

    private final CxoneClient client;
    private final ActionIds ids;

    public Measurement(CxoneClient client, Receipts receipts) {
        this.client = client;
        this.ids = new ActionIds(client, receipts);
    }

    /**
     * Reads the metrics, in the order of the names.
     *
     * @param names of actions; of no effect with an id, which may lead to an action that nobody has named
     * @param actionId one version's id, or null for all versions of each action
     * @param interval how much time one row covers: an ISO-8601 period
     * @param groupBy what rows are grouped by, separated by commas
     */
    public List<ExecutionMetrics> read(
            Collection<String> names, @Nullable String actionId, MetricsWindow window, String interval, String groupBy)
            throws CxoneException {
        List<ExecutionMetrics> metrics = new ArrayList<>();
        MetricsReader reader = new MetricsReader(client);
        for (Map.Entry<String, List<String>> action : ids(names, actionId).entrySet()) {
            metrics.add(reader.read(action.getKey(), MetricsQuery.parse(action.getValue(), window, interval, groupBy)));
        }
        return metrics;
    }

    private Map<String, List<String>> ids(Collection<String> names, @Nullable String actionId) throws CxoneException {
        if (actionId != null) {
            return Map.of(ids.nameOf(actionId), List.of(actionId));
        }
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String name : names) {
            found.put(name, ids.of(name));
        }
        return found;
    }
}
