package io.github.cxonetools.tenant.analytics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The series that executions belong to: what they have in common but their time and latency. Kept in memory, because a series
 * never changes and each query goes through them all; only new ones are read, whose numbers are higher.
 */
final class KnownSeries {

    private final List<Series> known = new ArrayList<>();

    /** What executions of one series have in common, by dimension. */
    record Series(int id, String status, Map<String, String> dimensions) {}

    /** All that are recorded, in the order of their numbers. */
    synchronized List<Series> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, status, action_id, name, version, error_type, call_start FROM series WHERE id > ? ORDER BY id")) {
            select.setInt(1, known.isEmpty() ? 0 : known.get(known.size() - 1).id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String status = row.getString(2);
                    Map<String, String> dimensions = Map.of(
                            "actionId", row.getString(3),
                            "name", row.getString(4),
                            "version", row.getString(5),
                            "status", status,
                            "type", row.getString(6),
                            "start", row.getString(7));
                    known.add(new Series(row.getInt(1), status, dimensions));
                }
            }
        }
        return List.copyOf(known);
    }
}
