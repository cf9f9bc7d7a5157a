package io.github.cxonetools.tenant.store;

import io.github.cxonetools.tenant.store.DatabaseMarks.RecordCounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads a database through, to learn what it holds and whether it can be read. */
final class DatabaseContent {

    private static final String COUNTS = "SELECT (SELECT COUNT(*) FROM action),"
            + " (SELECT COALESCE(SUM(revision + 1), 0) FROM action), (SELECT COUNT(*) FROM execution)";

    /** Each reads every page of a table. */
    private static final List<String> EVERYTHING = List.of(
            "SELECT SUM(LENGTH(name) + LENGTH(content)) FROM setting",
            "SELECT SUM(LENGTH(id) + LENGTH(name) + LENGTH(version) + LENGTH(input_schema) + LENGTH(output_schema)"
                    + " + LENGTH(handler_url)) FROM action",
            "SELECT SUM(LENGTH(action_id) + LENGTH(name)) FROM series",
            "SELECT SUM(at_ms + series + latency_us) FROM execution",
            "SELECT SUM(LENGTH(payload) + LENGTH(result)) FROM execution_detail",
            "SELECT SUM(first_ms + LENGTH(packed)) FROM chunk");

    private DatabaseContent() {}

    static RecordCounts counts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTS)) {
            row.next();
            return new RecordCounts(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Reads every row; fails where one cannot be read. */
    static void readAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String query : EVERYTHING) {
                statement.executeQuery(query).close();
            }
        }
    }
}
