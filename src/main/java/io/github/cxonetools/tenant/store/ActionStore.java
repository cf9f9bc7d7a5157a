package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.UnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions in the database. */
public final class ActionStore {

    private static final String COLUMNS = "id, name, version, deprecated, input_schema, output_schema, handler_url,"
            + " timeout_ms, description, revision";

    private final Database database;

    public ActionStore(Database database) {
        this.database = database;
    }

    /**
     * A page of actions, in the order of their creation.
     *
     * @param total how many there are on all pages
     */
    public record Page(List<TenantAction> actions, long total) {}

    /** Adds an action; false where its name and version exist. */
    public boolean create(TenantAction action) throws UnavailableException {
        boolean isCreated = database.write(connection -> {
            if (exists(connection, action)) {
                return false;
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO action (name, version, deprecated,"
                    + " input_schema, output_schema, handler_url, timeout_ms, description, revision, id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                bind(insert, action);
                return insert.executeUpdate() == 1;
            } catch (SQLIntegrityConstraintViolationException e) {
                return false; // Somebody was faster.
            }
        });
        if (isCreated) {
            database.marks().actionCreated(action.revision());
        }
        return isCreated;
    }

    /**
     * Replaces the action with the same id, unless it was changed since it was read.
     *
     * @return what came of it
     */
    public UpdateOutcome update(TenantAction action) throws UnavailableException {
        UpdateOutcome outcome = database.write(connection -> {
            if (exists(connection, action)) {
                return UpdateOutcome.DUPLICATE;
            }
            try (PreparedStatement update = connection.prepareStatement("UPDATE action SET name = ?, version = ?,"
                    + " deprecated = ?, input_schema = ?, output_schema = ?, handler_url = ?, timeout_ms = ?,"
                    + " description = ?, revision = ? WHERE id = ? AND revision = ?")) {
                bind(update, action);
                update.setLong(11, action.revision() - 1);
                return update.executeUpdate() == 1 ? UpdateOutcome.DONE : UpdateOutcome.CHANGED_MEANWHILE;
            } catch (SQLIntegrityConstraintViolationException e) {
                return UpdateOutcome.DUPLICATE;
            }
        });
        if (outcome == UpdateOutcome.DONE) {
            database.marks().actionChanged();
        }
        return outcome;
    }

    /** What came of an update. */
    public enum UpdateOutcome {
        DONE,
        DUPLICATE,
        CHANGED_MEANWHILE
    }

    public Optional<TenantAction> find(String id) throws UnavailableException {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT " + COLUMNS + " FROM action WHERE id = ?")) {
                query.setString(1, id);
                return read(query).stream().findFirst();
            }
        });
    }

    /**
     * Lists actions.
     *
     * @param name only the actions with exactly this name; null for all
     */
    public Page list(@Nullable String name, long offset, int limit) throws UnavailableException {
        String where = name == null ? "" : " WHERE name = ?";
        return database.read(connection -> {
            // The inner query walks over the index alone; schemas are read for this page only.
            try (PreparedStatement query = connection.prepareStatement("SELECT " + COLUMNS
                    + " FROM action WHERE seq IN (SELECT seq FROM action" + where
                    + " ORDER BY seq OFFSET ? ROWS FETCH NEXT ? ROWS ONLY) ORDER BY seq")) {
                int next = 1;
                if (name != null) {
                    query.setString(next++, name);
                }
                query.setLong(next++, offset);
                query.setInt(next, limit);
                return new Page(read(query), count(connection, name));
            }
        });
    }

    /** An action without what makes it large. */
    public record Label(String id, String name, String version, boolean deprecated, String handlerUrl) {}

    /** All actions, in the order of their creation. */
    public List<Label> labels() throws UnavailableException {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT id, name, version, deprecated, handler_url FROM action ORDER BY seq");
                    ResultSet row = query.executeQuery()) {
                List<Label> labels = new ArrayList<>();
                while (row.next()) {
                    labels.add(new Label(
                            row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5)));
                }
                return labels;
            }
        });
    }

    private static long count(Connection connection, @Nullable String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                name == null ? "SELECT COUNT(*) FROM action" : "SELECT COUNT(*) FROM action WHERE name = ?")) {
            if (name != null) {
                query.setString(1, name);
            }
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static boolean exists(Connection connection, TenantAction action) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM action WHERE name = ? AND version = ? AND id <> ?")) {
            query.setString(1, action.name());
            query.setString(2, action.version());
            query.setString(3, action.id());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void bind(PreparedStatement statement, TenantAction action) throws SQLException {
        statement.setString(1, action.name());
        statement.setString(2, action.version());
        statement.setBoolean(3, action.deprecated());
        statement.setString(4, action.inputSchema());
        statement.setString(5, action.outputSchema());
        statement.setString(6, action.handlerUrl());
        statement.setInt(7, action.timeoutMs());
        statement.setString(8, action.description());
        statement.setLong(9, action.revision());
        statement.setString(10, action.id());
    }

    private static List<TenantAction> read(PreparedStatement query) throws SQLException {
        List<TenantAction> actions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                actions.add(new TenantAction(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getString(9),
                        row.getLong(10)));
            }
        }
        return actions;
    }
}
