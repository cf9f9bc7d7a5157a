package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Answers metrics queries from the recorded executions, and from nothing else. */
public final class Analytics {

    private final Database database;
    private final KnownSeries series = new KnownSeries();
    private final KnownChunks chunks = new KnownChunks();

    public Analytics(Database database) {
        this.database = database;
    }

    /** Counts by interval and group: the rows, sorted by time, then by the grouping values. */
    List<Counts> run(AnalyticsQuery query) throws UnavailableException, Problem {
        ExecutionTally tally = new ExecutionTally(query);
        database.read(connection -> {
            readSeries(connection, query, tally);
            readTail(connection, readChunks(connection, query, tally), query, tally);
            return tally;
        });
        return tally.rows();
    }

    private void readSeries(Connection connection, AnalyticsQuery query, ExecutionTally tally) throws SQLException {
        for (KnownSeries.Series each : series.all(connection)) {
            if (query.takes(each.dimensions())) {
                List<String> group = new ArrayList<>(query.groupBy().size());
                for (String dimension : query.groupBy()) {
                    group.add(each.dimensions().get(dimension));
                }
                tally.series(each.id(), each.status(), group);
            }
        }
    }

    /** Returns the number of the last execution that is in a chunk. */
    private long readChunks(Connection connection, AnalyticsQuery query, ExecutionTally tally) throws SQLException {
        long from = query.from().toEpochMilli();
        long to = query.to().toEpochMilli();
        long packed = 0;
        try (PreparedStatement select = KnownChunks.select(connection)) {
            for (KnownChunks.Chunk chunk : chunks.all(connection)) {
                if (chunk.overlaps(from, to)) {
                    tally.add(chunk.executions(select));
                }
                packed = chunk.lastSeq();
            }
        }
        return packed;
    }

    private static void readTail(Connection connection, long packed, AnalyticsQuery query, ExecutionTally tally)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT at_ms, series, latency_us FROM execution WHERE seq > ? AND at_ms BETWEEN ? AND ?")) {
            select.setLong(1, packed);
            select.setLong(2, query.from().toEpochMilli());
            select.setLong(3, query.to().toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tally.add(row.getLong(1), row.getInt(2), row.getLong(3));
                }
            }
        }
    }
}
