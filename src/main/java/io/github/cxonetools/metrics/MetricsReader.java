package io.github.cxonetools.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.text.MaskedTexts;
import java.util.ArrayList;
import java.util.List;

/** Reads a tenant's metrics. */
public final class MetricsReader {

    private final CxoneClient client;

    public MetricsReader(CxoneClient client) {
        this.client = client;
    }

    /**
     * Asks for every id of the action. A window that the tenant refuses as a whole is asked for in pieces, which a note of
     * the result's window says.
     */
    public ExecutionMetrics read(String actionName, MetricsQuery query) throws CxoneException {
        RowReader reader = new RowReader();
        MaskedTexts texts = new MaskedTexts(client.secrets());
        List<MetricsRow> rows = new ArrayList<>();
        WindowPieces pieces = new WindowPieces(query);
        for (String id : query.actionIds()) {
            pieces.read((window, wanted) -> client.analytics()
                    .rows(query.over(window).toJson(id), row -> {
                        if (wanted) {
                            rows.add(reader.read(row).masked(texts));
                        }
                    }));
        }
        return ExecutionMetrics.of(actionName, query.over(pieces.window()), rows);
    }
}
