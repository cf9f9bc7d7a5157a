package io.github.cxonetools.tenant.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrationsTest {

    private static final List<String> FIRST = List.of("schema-1.sql");
    private static final List<String> SECOND = List.of("schema-1.sql", "schema-2-in-test.sql");

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
    }

    @Test
    void aLaterVersionAddsItsStepAndKeepsTheData() throws Exception {
        new Migrations(connection, FIRST, "0.1.0").run();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO execution (seq, at_ms, series, latency_us) VALUES (1, 2, 3, 4)");
        }

        new Migrations(connection, SECOND, "0.2.0").run();
        new Migrations(connection, SECOND, "0.3.0").run();

        assertThat(texts("SELECT latency_us || ' ' || caller FROM execution")).containsExactly("4 nobody");
        assertThat(texts("SELECT version || ' ' || plugin_version FROM schema_version ORDER BY version"))
                .containsExactly("1 0.1.0", "2 0.2.0");
    }

    @Test
    void aStepThatWasCutOffIsRepeated() throws Exception {
        new Migrations(connection, SECOND, "0.2.0").run();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM schema_version WHERE version = 2");
        }

        new Migrations(connection, SECOND, "0.2.0").run();

        assertThat(texts("SELECT MAX(version) FROM schema_version")).containsExactly("2");
    }

    @Test
    void anEarlierVersionStopsAndNamesTheLaterOne() throws Exception {
        new Migrations(connection, SECOND, "0.2.0").run();

        assertThatExceptionOfType(NewerDatabaseException.class)
                .isThrownBy(() -> new Migrations(connection, FIRST, "0.1.0").run())
                .satisfies(e -> assertThat(e.pluginVersion()).isEqualTo("0.2.0"));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
