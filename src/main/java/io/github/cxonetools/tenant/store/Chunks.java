package io.github.cxonetools.tenant.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Executions in pieces of a fixed size, each packed into one row, for the analytics query. */
public final class Chunks {

    /** How many executions are packed into one chunk. */
    public static final int SIZE = 4096;

    private Chunks() {}

    /**
     * Packs what fills a chunk, to be called in the transaction that fills it.
     *
     * @param lastPacked the number of the last execution that is in a chunk
     * @param lastSeq the number of the last execution
     * @return the number of the last execution that is in a chunk now
     */
    static long pack(Connection connection, long lastPacked, long lastSeq) throws SQLException {
        long packed = lastPacked;
        while (lastSeq - packed >= SIZE) {
            packOne(connection, packed + 1, packed + SIZE);
            packed += SIZE;
        }
        return packed;
    }

    private static void packOne(Connection connection, long first, long last) throws SQLException {
        PackedExecutions packed = new PackedExecutions();
        long firstMillis = Long.MAX_VALUE;
        long lastMillis = Long.MIN_VALUE;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT at_ms, series, latency_us FROM execution WHERE seq BETWEEN ? AND ? ORDER BY seq")) {
            query.setLong(1, first);
            query.setLong(2, last);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    packed.add(row.getLong(1), row.getInt(2), row.getLong(3));
                    firstMillis = Math.min(firstMillis, row.getLong(1));
                    lastMillis = Math.max(lastMillis, row.getLong(1));
                }
            }
        }
        insert(connection, last, firstMillis, lastMillis, packed.toBytes());
    }

    private static void insert(Connection connection, long last, long firstMillis, long lastMillis, byte[] packed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO chunk (last_seq, first_ms, last_ms, packed) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, last);
            insert.setLong(2, firstMillis);
            insert.setLong(3, lastMillis);
            insert.setBytes(4, packed);
            insert.executeUpdate();
        }
    }
}
