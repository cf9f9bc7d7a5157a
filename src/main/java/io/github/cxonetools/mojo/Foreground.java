package io.github.cxonetools.mojo;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.logging.Log;

/** Keeps a goal running until the user stops Maven, and then closes what it opened, once. */
final class Foreground {

    private final List<AutoCloseable> open;
    private final Log log;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::closeAll, "cxone-stop");

    /**
     * @param open what is closed at the end, in this order; may grow until then
     */
    Foreground(List<AutoCloseable> open, Log log) {
        this.open = open;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns when the thread is interrupted; Ctrl-C ends the JVM, and its shutdown closes everything. */
    void await() {
        try {
            stopped.await();
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

    private void closeAll() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                log.warn("Could not close cleanly: " + e.getMessage());
            }
        }
        open.clear();
    }
}
