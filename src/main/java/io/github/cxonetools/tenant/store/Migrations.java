package io.github.cxonetools.tenant.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** Brings the tables from the form that the database has to the present one, a script a step. */
final class Migrations {

    /** In order; a released script is never edited, only followed by another. */
    static final List<String> SCRIPTS = List.of("schema-1.sql", "schema-2.sql");

    private final Connection connection;
    private final List<String> scripts;
    private final String pluginVersion;

    Migrations(Connection connection, List<String> scripts, String pluginVersion) {
        this.connection = connection;
        this.scripts = scripts;
        this.pluginVersion = pluginVersion;
    }

    void run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version"
                    + " (version INT PRIMARY KEY, plugin_version VARCHAR NOT NULL)");
            int present = present(statement);
            // DDL commits by itself in H2: a step that was cut off is repeated, so scripts say IF NOT EXISTS.
            for (int version = present + 1; version <= scripts.size(); version++) {
                statement.execute(script(scripts.get(version - 1)));
                record(version);
            }
        }
    }

    /** Fails as {@link #run} does where a newer version wrote the tables; changes nothing. */
    void requireKnown() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            present(statement);
        }
    }

    private int present(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT version, plugin_version FROM schema_version ORDER BY version DESC LIMIT 1")) {
            if (!rows.next()) {
                return 0;
            }
            if (rows.getInt(1) > scripts.size()) {
                throw new NewerDatabaseException(rows.getString(2));
            }
            return rows.getInt(1);
        }
    }

    private void record(int version) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO schema_version (version, plugin_version) VALUES (?, ?)")) {
            insert.setInt(1, version);
            insert.setString(2, pluginVersion);
            insert.executeUpdate();
        }
    }

    private static String script(String name) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
