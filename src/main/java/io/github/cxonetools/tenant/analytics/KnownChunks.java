package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.tenant.store.ExecutionColumns;
import io.github.cxonetools.tenant.store.PackedExecutions;
import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks that executions are packed into. A chunk never changes, so each is unpacked once, and stays in memory until the
 * JVM needs the room: 20 bytes an execution, where reading and unpacking them for each query took as long as counting.
 */
final class KnownChunks {

    private final List<Chunk> known = new ArrayList<>();

    /** One chunk: the time that its executions span, and they themselves while there is room for them. */
    static final class Chunk {
        private final long lastSeq;
        private final long firstMillis;
        private final long lastMillis;
        private volatile SoftReference<ExecutionColumns> executions = new SoftReference<>(null);

        private Chunk(long lastSeq, long firstMillis, long lastMillis) {
            this.lastSeq = lastSeq;
            this.firstMillis = firstMillis;
            this.lastMillis = lastMillis;
        }

        /** The number of its last execution. */
        long lastSeq() {
            return lastSeq;
        }

        /** Whether it may have executions between two milliseconds, both included. */
        boolean overlaps(long fromMillis, long toMillis) {
            return firstMillis <= toMillis && lastMillis >= fromMillis;
        }

        ExecutionColumns executions(PreparedStatement select) throws SQLException {
            ExecutionColumns kept = executions.get();
            return kept != null ? kept : read(select);
        }

        private ExecutionColumns read(PreparedStatement select) throws SQLException {
            select.setLong(1, lastSeq);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                ExecutionColumns read = PackedExecutions.unpack(row.getBytes(1));
                executions = new SoftReference<>(read);
                return read;
            }
        }
    }

    /** All that are recorded, in the order of their numbers. */
    synchronized List<Chunk> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT last_seq, first_ms, last_ms FROM chunk WHERE last_seq > ? ORDER BY last_seq")) {
            select.setLong(1, known.isEmpty() ? 0 : known.get(known.size() - 1).lastSeq());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(new Chunk(row.getLong(1), row.getLong(2), row.getLong(3)));
                }
            }
        }
        return List.copyOf(known);
    }

    /** What {@link Chunk#executions} reads with. */
    static PreparedStatement select(Connection connection) throws SQLException {
        return connection.prepareStatement("SELECT packed FROM chunk WHERE last_seq = ?");
    }
}
