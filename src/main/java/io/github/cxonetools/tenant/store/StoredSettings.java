package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the tenant remembers about itself. */
public final class StoredSettings {

    private static final int KEY_BYTES = 32;

    private final Database database;

    public StoredSettings(Database database) {
        this.database = database;
    }

    /** A secret key that is made up once in a tenant's life. */
    public byte[] key(String name) throws UnavailableException {
        return database.write(connection -> {
            String present = read(connection, name);
            if (present.isEmpty()) {
                present = TenantDirectory.secret(new SecureRandom(), KEY_BYTES);
                insert(connection, name, present);
            }
            return present.getBytes(StandardCharsets.UTF_8);
        });
    }

    private static String read(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void insert(Connection connection, String name, String content) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO setting (name, content) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.executeUpdate();
        }
    }
}
