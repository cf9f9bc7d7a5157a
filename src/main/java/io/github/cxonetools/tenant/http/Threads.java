package io.github.cxonetools.tenant.http;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that answer requests. */
public final class Threads {

    private Threads() {}

    /** A virtual thread for each request where the JDK has them (21 and later); platform threads elsewhere. */
    public static ExecutorService forRequests() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            AtomicInteger number = new AtomicInteger();
            return Executors.newCachedThreadPool(task -> daemon("cxone-request-" + number.incrementAndGet(), task));
        }
    }

    /** A thread that never keeps the JVM alive. */
    public static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
