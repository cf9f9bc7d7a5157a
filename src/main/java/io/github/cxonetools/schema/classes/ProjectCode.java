package io.github.cxonetools.schema.classes;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code of the project, which may fail or never end, in a thread of its own. */
public final class ProjectCode {

    private ProjectCode() {}

    /** The code has failed, or takes too long; the message goes on after "the code of X". */
    public static final class FailedException extends Exception {

        private static final long serialVersionUID = 1;

        FailedException(String problem, Throwable cause) {
            super(problem, cause);
        }
    }

    /**
     * Runs it for so many seconds at most, with the project's loader as its thread's.
     *
     * @param name of the thread
     * @param owner the class whose code is run
     */
    public static <T> T run(String name, Class<?> owner, int seconds, Callable<T> code) throws FailedException {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(owner.getClassLoader());
        thread.start();
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new FailedException("takes more than " + seconds + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FailedException("fails: " + root(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("was interrupted", e);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
