package io.github.cxonetools.compatibility.search;

import org.jspecify.annotations.Nullable;

/**
 * Runs work where nested schemas may be followed by nested calls: on a thread with a large stack. What such work runs that way itself
 * goes on the same thread, so that a module's comparisons make one and not a thousand.
 */
public final class DeepStack {

    private static final long SIZE = 512L << 20;

    private DeepStack() {}

    private static final class DeepThread extends Thread {

        private volatile @Nullable Throwable thrown;

        DeepThread(Runnable work) {
            super(null, work, "compatibility", SIZE);
            setUncaughtExceptionHandler((thread, e) -> thrown = e);
        }
    }

    /**
     * Runs {@code work} to its end, and throws what it throws. An interrupt of the caller is one of the work too, which is waited for
     * all the same.
     */
    public static void run(Runnable work) {
        if (Thread.currentThread() instanceof DeepThread) {
            work.run();
            return;
        }
        DeepThread thread = new DeepThread(work);
        thread.start();
        await(thread);
        if (thread.thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thread.thrown instanceof Error e) {
            throw e;
        }
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
