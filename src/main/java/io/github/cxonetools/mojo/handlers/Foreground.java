package io.github.cxonetools.mojo.handlers;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Keeps a goal running until the user stops Maven, and then closes what it opened, once, the last first. */
public final class Foreground {

    private static final int LOOK_EVERY_MS = 500;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Log log;
    private final String what;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "cxone-stop");
    private boolean closed;

    /** @param what has stopped when Maven is stopped, for the log */
    public Foreground(Log log, String what) {
        this.log = log;
        this.what = what;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Something that is closed at the end; at once where the end has come. */
    public synchronized void opened(AutoCloseable opened) {
        open.push(opened);
        if (closed) {
            closeAll();
        }
    }

    /** Returns when the thread is interrupted; Ctrl-C ends the JVM, and its shutdown closes everything. */
    public void await(Runnable nowAndThen) {
        try {
            while (!stopping.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                nowAndThen.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes everything. Does not return while the JVM shuts down. */
    public void close() {
        boolean isStopping = stopping.getCount() == 0;
        try {
            isStopping |= !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            isStopping = true;
        }
        if (isStopping) {
            waitForTheEnd();
        }
        closeAll();
    }

    /**
     * The hook does the closing. Maven's thread must not go on meanwhile: it would report a success, and take away the
     * classes that the hook has yet to load.
     */
    @SuppressWarnings("InfiniteLoopStatement") // The JVM ends when its hooks have.
    private static void waitForTheEnd() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Whoever wants this thread to end wants the JVM to end, which it does.
            }
        }
    }

    private void stop() {
        stopping.countDown();
        closeAll();
        say("INFO", "Stopped " + what, log::info);
    }

    /** Maven 4 closes its terminal in a hook of its own, and whoever logs after that meets an exception. */
    private void say(String level, String line, Consumer<String> logged) {
        try {
            logged.accept(line);
        } catch (IllegalStateException e) {
            @SuppressWarnings("resource") // Standard output is not ours to close.
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println("[" + level + "] " + line);
        }
    }

    private synchronized void closeAll() {
        closed = true;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
                // What is left is closed all the same.
                say("WARNING", "Could not close cleanly: " + e, log::warn);
            }
        }
    }
}
