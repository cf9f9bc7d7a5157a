package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recorded executions, one by one. */
public final class ExecutionStore {

    private static final String SELECT =
            "SELECT e.seq, e.at_ms, e.latency_us, s.action_id, s.name, s.version, s.status,"
                    + " s.error_type, d.payload, d.result, s.call_start FROM execution e JOIN series s ON s.id = e.series"
                    + " LEFT JOIN execution_detail d ON d.seq = e.seq";

    /** How many executions are searched for a text: as many as a moment allows. */
    public static final int SEARCHED = 5000;

    private static final int FORGOTTEN_AT_ONCE = 1000;

    private final Database database;

    public ExecutionStore(Database database) {
        this.database = database;
    }

    /**
     * One execution as it is kept.
     *
     * @param latencyMicros -1 where the handler was not called
     * @param cold whether it was its handler's first call
     * @param payload null when it was kept long enough, as is {@code result}
     */
    public record Kept(
            long number,
            Instant at,
            long latencyMicros,
            String actionId,
            String name,
            String version,
            String status,
            String errorType,
            boolean cold,
            @Nullable String payload,
            @Nullable String result) {}

    public Optional<Kept> find(long number) throws UnavailableException {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + " WHERE e.seq = ?")) {
                query.setLong(1, number);
                return read(query).stream().findFirst();
            }
        });
    }

    /**
     * Which executions are meant; null means any.
     *
     * @param after only those with a number above it
     * @param before only those with a number below it
     * @param text in whatever case, in the name, the payload or the result of one of the newest {@value #SEARCHED}
     */
    public record ExecutionFilter(
            long after,
            long before,
            @Nullable String name,
            @Nullable String version,
            @Nullable String status,
            @Nullable String text) {

        private String where() {
            String searched = "(LOCATE(?, LOWER(s.name)) > 0 OR LOCATE(?, LOWER(d.result)) > 0"
                    + " OR LOCATE(?, LOWER(UTF8TOSTRING(d.payload))) > 0)"
                    + " AND e.seq > (SELECT MAX(seq) FROM execution) - " + SEARCHED;
            return " WHERE e.seq > ? AND e.seq < ?"
                    + (name == null ? "" : " AND s.name = ?")
                    + (version == null ? "" : " AND s.version = ?")
                    + (status == null ? "" : " AND s.status = ?")
                    + (text == null ? "" : " AND " + searched);
        }

        private List<Object> values() {
            List<Object> values = new ArrayList<>(List.of(after, before));
            Stream.of(name, version, status).filter(Objects::nonNull).forEach(values::add);
            if (text != null) {
                values.addAll(Collections.nCopies(3, text.toLowerCase(Locale.ROOT)));
            }
            return values;
        }
    }

    /** The latest of the selected executions, the newest first. */
    public List<Kept> latest(ExecutionFilter selection, int limit) throws UnavailableException {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(SELECT + selection.where() + " ORDER BY e.seq DESC LIMIT ?")) {
                int next = 1;
                for (Object value : selection.values()) {
                    query.setObject(next++, value);
                }
                query.setInt(next, limit);
                return read(query);
            }
        });
    }

    /**
     * Forgets payloads and answers of the oldest executions, if they began before {@code limit}; what is counted stays.
     *
     * @return whether there may be more of them
     */
    public boolean forgetOldest(Instant limit) throws UnavailableException {
        return database.write(connection -> {
            List<Long> old = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT d.seq FROM (SELECT seq FROM"
                    + " execution_detail ORDER BY seq LIMIT " + FORGOTTEN_AT_ONCE + ") d"
                    + " JOIN execution e ON e.seq = d.seq WHERE e.at_ms < ?")) {
                query.setLong(1, limit.toEpochMilli());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        old.add(row.getLong(1));
                    }
                }
            }
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM execution_detail WHERE seq = ?")) {
                for (Long seq : old) {
                    delete.setLong(1, seq);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
            return old.size() == FORGOTTEN_AT_ONCE;
        });
    }

    private static List<Kept> read(PreparedStatement query) throws SQLException {
        List<Kept> executions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                byte[] payload = row.getBytes(9);
                executions.add(new Kept(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        ExecutionRecord.COLD.equals(row.getString(11)),
                        payload == null ? null : new String(payload, StandardCharsets.UTF_8),
                        row.getString(10)));
            }
        }
        return executions;
    }
}
