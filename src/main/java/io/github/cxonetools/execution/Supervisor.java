package io.github.cxonetools.execution;

import io.github.cxonetools.action.CxoneException;
import org.jspecify.annotations.Nullable;

/** Hears each worker to its end, and starts the next one when there is a call for it. */
final class Supervisor implements Runnable {

    private final CallQueue calls;
    private final WorkerLauncher launcher;
    private final PrintedBetweenCalls between;

    Supervisor(CallQueue calls, WorkerLauncher launcher, PrintedBetweenCalls between) {
        this.calls = calls;
        this.launcher = launcher;
        this.between = between;
    }

    @Override
    public void run() {
        try {
            for (WorkerProcess process = calls.current(); process != null; process = next()) {
                converse(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            calls.failAll("exit: the handlers' JVM has been closed", "");
        }
    }

    /** Without this thread every later call would wait for ever. */
    private void converse(WorkerProcess process) {
        try {
            new Conversation(calls, process, between).run();
        } catch (RuntimeException | Error e) {
            process.kill();
            calls.failAll("exit: the answer could not be read", ": " + e);
        }
    }

    private @Nullable WorkerProcess next() throws InterruptedException {
        while (calls.awaitWork()) {
            try {
                WorkerProcess process = launcher.launch();
                if (calls.serve(process)) {
                    return process;
                }
                process.kill();
            } catch (CxoneException e) {
                calls.failAll("exit", ": " + e.getMessage());
            } catch (RuntimeException | Error e) {
                calls.failAll("exit: the handlers' JVM could not be started", ": " + e);
            }
        }
        return null;
    }
}
