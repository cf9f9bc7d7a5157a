package io.github.cxonetools.mojo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;

/** Keeps a goal running until the user stops Maven, and then closes what it opened, once, the last first. */
final class Foreground {

    private static final int LOOK_EVERY_MS = 500;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Log log;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::closeAll, "cxone-stop");

    Foreground(Log log) {
        this.log = log;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Something that is closed at the end. */
    synchronized void opened(AutoCloseable opened) {
        open.push(opened);
    }

    /** Returns when the thread is interrupted; Ctrl-C ends the JVM, and its shutdown closes everything. */
    void await(Runnable nowAndThen) {
        try {
            while (!stopped.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                nowAndThen.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        try {
            if (Runtime.getRuntime().removeShutdownHook(hook)) {
                closeAll();
            }
        } catch (IllegalStateException e) {
            log.debug("The JVM is shutting down, and its hook closes everything");
        }
    }

    private synchronized void closeAll() {
        stopped.countDown();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                log.warn("Could not close cleanly: " + e.getMessage());
            }
        }
    }
}
