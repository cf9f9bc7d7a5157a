package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.Database;
import io.github.cxonetools.tenant.store.PackedExecutions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers metrics queries from the recorded executions, and from nothing else. */
public final class Analytics {

    private final Database database;
    private final KnownSeries series = new KnownSeries();

    public Analytics(Database database) {
        this.database = database;
    }

    /** Counts by interval and group; each row's key is the interval's first millisecond, then the grouping values. */
    Map<Counts.GroupKey, Counts> run(AnalyticsQuery query) throws UnavailableException, Problem {
        ExecutionTally tally = new ExecutionTally(query);
        database.read(connection -> {
            readSeries(connection, query, tally);
            readTail(connection, readChunks(connection, query, tally), query, tally);
            return tally;
        });
        return tally.counts();
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
    private static long readChunks(Connection connection, AnalyticsQuery query, ExecutionTally tally)
            throws SQLException {
        long packed = 0;
        try (PreparedStatement last = connection.prepareStatement("SELECT MAX(last_seq) FROM chunk");
                ResultSet row = last.executeQuery()) {
            row.next();
            packed = row.getLong(1);
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT packed FROM chunk WHERE last_seq <= ? AND first_ms <= ? AND last_ms >= ?")) {
            select.setLong(1, packed);
            select.setLong(2, query.to().toEpochMilli());
            select.setLong(3, query.from().toEpochMilli());
            select.setFetchSize(1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    PackedExecutions.read(row.getBytes(1), tally);
                }
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
                    tally.accept(row.getLong(1), row.getInt(2), row.getLong(3));
                }
            }
        }
    }
}
