package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reports the handler's thread when a step takes too long: with the stack it has at that moment, which nobody could take
 * once the process is killed. It fires once; the worker is not fit for another call then.
 */
final class Watchdog {

    private static final String LAST = TimeoutException.class.getName() + ": no answer in time";

    private static final long NEVER = Long.MAX_VALUE;

    private final Thread watched;
    private final Wire wire;
    private final byte[] lastWords;

    private boolean armed;
    private boolean fired;
    private long start;
    private long millis;
    private long deadline;
    private long wakeAt = NEVER;
    private String verdict = "";

    Watchdog(Thread watched, Wire wire) throws IOException {
        this.watched = watched;
        this.wire = wire;
        this.lastWords = Wire.encode(Frame.of(FrameType.FATAL_FAILURE, 0, -1, StackText.NONE.behind(LAST, LAST)));
    }

    void watch() {
        Thread thread = new WorkerThread("watchdog", this::run);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /**
     * Starts the clock of one step.
     *
     * @param millis 0 for no deadline
     * @param verdict what to report, after the exception's name, where the step outlasts them; {@code %d} stands for them
     */
    synchronized void arm(long millis, String verdict) {
        armed = millis > 0;
        if (armed) {
            this.millis = millis;
            this.verdict = verdict;
            start = System.nanoTime();
            deadline = start + TimeUnit.MILLISECONDS.toNanos(millis);
            if (wakeAt == NEVER || wakeAt - deadline > 0) {
                notifyAll();
            }
        }
    }

    /** Stops the clock; false where the step has been reported already. */
    synchronized boolean disarm() {
        armed = false;
        return !fired;
    }

    private void run() {
        try {
            while (!hasFired()) {
                awaitOverrun();
            }
            report();
        } catch (Throwable e) {
            sendLastWords();
        }
    }

    private synchronized boolean hasFired() {
        return fired;
    }

    /** Nobody's interrupt puts it to sleep: a handler reaches every thread through its group. */
    private void awaitOverrun() {
        try {
            await();
        } catch (InterruptedException e) {
            return;
        }
    }

    private synchronized void await() throws InterruptedException {
        while (!fired) {
            if (!armed) {
                wakeAt = NEVER;
                wait();
            } else if (deadline - System.nanoTime() > 0) {
                wakeAt = deadline;
                wait((deadline - System.nanoTime()) / 1_000_000 + 1);
            } else {
                fired = true;
            }
        }
    }

    private void report() throws IOException {
        StackText stack = Stacks.dump(watched);
        String reason = Stacks.isDeadlocked(watched) ? " (deadlock)" : "";
        String words = TimeoutException.class.getName() + ": " + verdict.replace("%d", Long.toString(millis)) + reason;
        wire.send(Frame.of(FrameType.FATAL_FAILURE, 0, System.nanoTime() - start, stack.behind(words, words)));
    }

    private void sendLastWords() {
        try {
            wire.sendEncoded(lastWords);
        } catch (Throwable e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
