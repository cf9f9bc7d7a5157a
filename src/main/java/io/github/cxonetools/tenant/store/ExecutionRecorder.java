package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Threads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes executions, as many in one commit as have come together: a commit is a write to the disk's cache, and there is one
 * writer. The only way a row arises that the analytics query counts.
 */
public final class ExecutionRecorder implements AutoCloseable {

    private static final int BATCH = 256;
    private static final int QUEUE = 8192;

    private static final Pending END = new Pending(null, new CompletableFuture<>());

    private final Database database;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Lock queueLock = new ReentrantLock();
    private boolean closed;
    private final SeriesIds series = new SeriesIds();
    private final Thread writer = Threads.daemon("cxone-recorder", this::writeUntilClosed);
    private long lastSeq;
    private long lastPacked;

    private record Pending(@Nullable ExecutionRecord execution, CompletableFuture<Long> number) {}

    private ExecutionRecorder(Database database) {
        this.database = database;
    }

    public static ExecutionRecorder start(Database database) throws UnavailableException {
        ExecutionRecorder recorder = new ExecutionRecorder(database);
        recorder.lastSeq = database.read(connection -> number(connection, "SELECT MAX(seq) FROM execution"));
        recorder.lastPacked = database.read(connection -> number(connection, "SELECT MAX(last_seq) FROM chunk"));
        recorder.lastSeq = Math.max(recorder.lastSeq, recorder.lastPacked);
        recorder.writer.start();
        return recorder;
    }

    /**
     * Records one execution and returns its number once it is written.
     *
     * @throws UnavailableException where it could not be written
     */
    public long record(ExecutionRecord execution) throws UnavailableException {
        Pending pending = new Pending(execution, new CompletableFuture<>());
        try {
            enqueue(pending);
            return pending.number.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The execution may not have been recorded: interrupted", e);
        } catch (ExecutionException e) {
            throw new UnavailableException("The execution was not recorded. " + describe(e.getCause()), e);
        }
    }

    /** Writes what is waiting, then ends. */
    @Override
    public void close() {
        queueLock.lock();
        try {
            closed = true;
        } finally {
            queueLock.unlock();
        }
        try {
            queue.put(END); // Not an interrupt: in the middle of a write it would close the database's file.
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(Pending pending) throws InterruptedException, UnavailableException {
        queueLock.lockInterruptibly();
        try {
            if (closed) {
                throw new UnavailableException("The local tenant has stopped; the execution was not recorded");
            }
            queue.put(pending);
        } finally {
            queueLock.unlock();
        }
    }

    private void writeUntilClosed() {
        List<Pending> batch = new ArrayList<>(BATCH);
        boolean open = true;
        while (open) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                open = !batch.remove(END);
                write(batch);
            } catch (InterruptedException e) {
                // Nobody interrupts this thread for a reason; only END ends it.
            } catch (RuntimeException | Error e) {
                // Without this thread every later execution would wait for ever.
                batch.forEach(pending -> pending.number.completeExceptionally(e));
            }
            batch.clear();
        }
    }

    private void write(List<Pending> batch) {
        long first = lastSeq + 1;
        long packed = lastPacked;
        try {
            database.write(connection -> {
                startAt(first - 1, packed); // It may be a second try.
                insert(connection, batch);
                lastPacked = Chunks.pack(connection, lastPacked, lastSeq);
                return lastPacked;
            });
            database.marks().executionsRecorded(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).number.complete(first + i);
            }
        } catch (UnavailableException | RuntimeException | Error e) {
            startAt(first - 1, packed);
            batch.forEach(pending -> pending.number.completeExceptionally(e));
        }
    }

    private void startAt(long seq, long packed) {
        if (lastSeq != seq) {
            lastSeq = seq;
            lastPacked = packed;
            series.forget();
        }
    }

    private void insert(Connection connection, List<Pending> batch) throws SQLException {
        try (PreparedStatement execution = connection.prepareStatement(
                        "INSERT INTO execution (seq, at_ms, series, latency_us) VALUES (?, ?, ?, ?)");
                PreparedStatement detail = connection.prepareStatement(
                        "INSERT INTO execution_detail (seq, payload, result) VALUES (?, ?, ?)")) {
            for (Pending pending : batch) {
                ExecutionRecord executed = Objects.requireNonNull(pending.execution);
                execution.setLong(1, ++lastSeq);
                execution.setLong(2, executed.at().toEpochMilli());
                execution.setInt(3, series.of(connection, executed));
                execution.setLong(4, executed.latencyMicros());
                execution.addBatch();
                detail.setLong(1, lastSeq);
                detail.setBytes(2, executed.payload());
                detail.setString(3, Json.compact(executed.execution().toJson()));
                detail.addBatch();
            }
            execution.executeBatch();
            detail.executeBatch();
        }
    }

    private static String describe(@Nullable Throwable cause) {
        return cause instanceof UnavailableException known ? String.valueOf(known.getMessage()) : String.valueOf(cause);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
