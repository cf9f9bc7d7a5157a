package io.github.cxonetools.execution.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the handler's threads are doing. */
final class Stacks {

    private Stacks() {}

    /** The handler's thread first, then every other thread of the project's. */
    static StackText dump(Thread handlers) {
        Map<Thread, StackTraceElement[]> others = new LinkedHashMap<>();
        for (Map.Entry<Thread, StackTraceElement[]> other :
                Thread.getAllStackTraces().entrySet()) {
            if (other.getKey() != handlers && isProjects(other.getKey(), other.getValue())) {
                others.put(other.getKey(), other.getValue());
            }
        }
        return StackText.of(handlers, others);
    }

    static boolean isDeadlocked(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] deadlocked = threads.findDeadlockedThreads();
        if (deadlocked != null) {
            for (long id : deadlocked) {
                if (id == identity(thread)) {
                    return true;
                }
            }
        }
        return false;
    }

    @SuppressWarnings("deprecation") // threadId() came with JDK 19.
    private static long identity(Thread thread) {
        return thread.getId();
    }

    private static boolean isProjects(Thread thread, StackTraceElement[] stack) {
        ThreadGroup group = thread.getThreadGroup();
        boolean jvms = group == null || group.getParent() == null;
        return !jvms && !(thread instanceof WorkerThread) && stack.length > 0;
    }
}
