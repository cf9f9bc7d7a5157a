package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.ExecutionResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of series: what executions of one action, version, status, error type and call start have in common. One thread's. */
final class SeriesIds {

    private final Map<List<String>, Integer> known = new HashMap<>();

    /** The number of the record's series, made up where it is the first of its kind. */
    int of(Connection connection, ExecutionRecord execution) throws SQLException {
        TenantAction action = execution.action();
        ExecutionResult result = execution.result();
        List<String> key = List.of(
                action.id(),
                action.version(),
                result.status(),
                result.type() == null ? "" : result.type(),
                execution.execution().cold() ? ExecutionRecord.COLD : ExecutionRecord.WARM);
        Integer id = known.get(key);
        if (id == null) {
            id = find(connection, key);
            if (id < 0) {
                id = insert(connection, key, action.name());
            }
            known.put(key, id);
        }
        return id;
    }

    /** To be called when a transaction was rolled back: its series are not there. */
    void forget() {
        known.clear();
    }

    private static int find(Connection connection, List<String> key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM series WHERE action_id = ?"
                + " AND version = ? AND status = ? AND error_type = ? AND call_start = ?")) {
            bind(query, key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : -1;
            }
        }
    }

    private static int insert(Connection connection, List<String> key, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series (action_id, version, status, error_type, call_start, name) VALUES (?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            bind(insert, key);
            insert.setString(key.size() + 1, name);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getInt(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, List<String> key) throws SQLException {
        for (int i = 0; i < key.size(); i++) {
            statement.setString(i + 1, key.get(i));
        }
    }
}
