package io.github.cxonetools.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs on their way from the thread that reads fixtures to the one that compares answers: a few, so that neither memory nor a
 * death costs much. They cross in batches, because waking a thread costs more than most handlers do.
 */
final class SubmissionQueue {

    /** Of calls that are made by the thread that reads. */
    private static final int WINDOW = 8;

    /** Of calls that wait for each other elsewhere, and are withdrawn at the first death. */
    private static final int WIDE_WINDOW = 16;

    private static final int BATCH = 8;
    private static final int BATCH_BYTES = 1 << 16;
    private static final long BATCH_NANOS = 2_000_000;
    private static final long MAX_BYTES_AHEAD = 4 << 20;

    private final Runnable flush;
    private final int maxBatch;

    /** The reader's alone; the first are short, so that the handlers' JVM begins at once. */
    private final List<Submission> batch = new ArrayList<>();

    private int batchLimit = 1;
    private long batchBytes;
    private long batchBegan;

    /** The comparison's alone. */
    private Deque<Submission> taken = new ArrayDeque<>();

    private int done;
    private long doneBytes;

    private Deque<Submission> ahead = new ArrayDeque<>();
    private int window;
    private int open;
    private long openBytes;
    private boolean stopped;
    private @Nullable Throwable broken;

    /**
     * @param inBatches whether calls wait for {@code flush}
     * @param flush lets the calls begin that are in the batch
     */
    SubmissionQueue(boolean inBatches, Runnable flush) {
        this.flush = flush;
        this.maxBatch = inBatches ? BATCH : 1;
        this.window = inBatches ? WIDE_WINDOW : WINDOW;
    }

    /** The next run; those before count as dealt with. */
    Submission take() throws InterruptedException {
        if (taken.isEmpty()) {
            takeAll();
        }
        return taken.remove();
    }

    private synchronized void takeAll() throws InterruptedException {
        release();
        while (ahead.isEmpty()) {
            if (broken != null) {
                throw new IllegalStateException("Reading fixtures failed", broken);
            }
            wait();
        }
        Deque<Submission> emptied = taken;
        taken = ahead;
        ahead = emptied;
    }

    void done(Submission submission) {
        done++;
        doneBytes += submission.size();
        if (done >= maxBatch) {
            release();
        }
    }

    private synchronized void release() {
        open -= done;
        openBytes -= doneBytes;
        done = 0;
        doneBytes = 0;
        notifyAll();
    }

    /** From here on one at a time: the handler has shown that it can end its JVM. */
    synchronized void slowDown() {
        window = 1;
    }

    /** From here on the handler is not called any more. */
    synchronized void stopCalling() {
        stopped = true;
    }

    synchronized void fail(Throwable e) {
        broken = e;
        notifyAll();
    }

    /** {@return true if the handler may be called} */
    synchronized boolean awaitRoom(int size) throws InterruptedException {
        if (!hasRoom(size)) {
            handOver();
        }
        while (!hasRoom(size)) {
            wait();
        }
        return !stopped;
    }

    private boolean hasRoom(int size) {
        int held = open + batch.size();
        return held == 0 || held < window && openBytes + batchBytes + size <= MAX_BYTES_AHEAD;
    }

    void add(Submission submission) throws InterruptedException {
        awaitRoom(submission.size());
        long now = System.nanoTime();
        if (batch.isEmpty()) {
            batchBegan = now;
        }
        batch.add(submission);
        batchBytes += submission.size();
        if (batch.size() >= batchLimit || batchBytes >= BATCH_BYTES || now - batchBegan > BATCH_NANOS) {
            handOver();
            batchLimit = Math.min(2 * batchLimit, maxBatch);
        }
    }

    /** Lets the calls of the batch begin, and their answers be waited for. */
    void handOver() {
        if (batch.isEmpty()) {
            return;
        }
        flush.run();
        synchronized (this) {
            ahead.addAll(batch);
            open += batch.size();
            openBytes += batchBytes;
            notifyAll();
        }
        batch.clear();
        batchBytes = 0;
    }
}
