package io.github.cxonetools.execution.worker;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/** Finds threads that a call leaves running and that keep a JVM alive. */
final class ThreadLeakDetector {

    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int MAX_NAME = 200;

    private final ThreadGroup root;
    private final Set<Thread> known = Collections.newSetFromMap(new WeakHashMap<>());
    private Thread[] buffer = new Thread[64];

    ThreadLeakDetector() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        root = group;
        int count = collect();
        known.addAll(Arrays.asList(buffer).subList(0, count));
    }

    /** What the call since the last question leaves behind: in words, and without the thread's name; empty for nothing. */
    List<String> ask() {
        List<String> found = List.of();
        long deadline = System.nanoTime() + GRACE_NANOS;
        int count = collect();
        for (int i = 0; i < count; i++) {
            Thread thread = buffer[i];
            if (!thread.isDaemon() && known.add(thread) && outlasts(thread, deadline) && found.isEmpty()) {
                String name = ThrowableText.cut(thread.getName(), MAX_NAME);
                found = List.of(words("the thread \"" + name + "\""), words("a thread"));
            }
        }
        Arrays.fill(buffer, null);
        return found;
    }

    private static String words(String thread) {
        return "the handler leaves " + thread + " running, which keeps a JVM alive: end it, or make it a daemon";
    }

    /** A thread that is about to end is none of our business. */
    private static boolean outlasts(Thread thread, long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        while (left > 0 && thread.isAlive()) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                // By the handler, whom its thread no longer obeys.
            }
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        return thread.isAlive();
    }

    private int collect() {
        int count = root.enumerate(buffer, true);
        while (count == buffer.length) {
            buffer = new Thread[buffer.length * 2];
            count = root.enumerate(buffer, true);
        }
        return count;
    }
}
