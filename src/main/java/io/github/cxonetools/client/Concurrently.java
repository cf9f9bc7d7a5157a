package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with many things, some at a time, and gives the results in the order of the things. */
public final class Concurrently {

    private final int most;

    /** @param most at a time */
    public Concurrently(int most) {
        this.most = most;
    }

    /** What is done with one thing. */
    @FunctionalInterface
    public interface Task<T, R> {
        R apply(T thing) throws CxoneException;
    }

    /** The first failure, in the order of the things, ends it; what is under way is finished, the rest is not begun. */
    public <T, R> List<R> all(List<T> things, Task<T, R> work) throws CxoneException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(most, things.size())), task -> {
            Thread thread = new Thread(task, "cxone-requests");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T thing : things) {
                futures.add(threads.submit(() -> work.apply(thing)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws CxoneException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CxoneException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted while waiting for the tenant", e);
        }
    }
}
