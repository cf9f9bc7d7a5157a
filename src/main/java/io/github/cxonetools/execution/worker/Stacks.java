package io.github.cxonetools.execution.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;

/** What threads are doing, as text. */
final class Stacks {

    private static final int MAX_DUMP = 1 << 16;

    private Stacks() {}

    /** The handler's thread first, then every other thread of the project's. */
    static String dump(Thread handlers) {
        StringBuilder text = new StringBuilder();
        append(text, handlers, handlers.getStackTrace());
        for (Map.Entry<Thread, StackTraceElement[]> other :
                Thread.getAllStackTraces().entrySet()) {
            if (other.getKey() != handlers && isProjects(other.getKey(), other.getValue())) {
                append(text, other.getKey(), other.getValue());
            }
        }
        return ThrowableText.cut(text.toString(), MAX_DUMP);
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

    private static void append(StringBuilder text, Thread thread, StackTraceElement[] stack) {
        text.append('"')
                .append(ThrowableText.marked(thread.getName()))
                .append("\" ")
                .append(thread.getState())
                .append('\n');
        for (StackTraceElement element : stack) {
            text.append("\tat ").append(element.getClassName()).append('.').append(element.getMethodName());
            text.append('(')
                    .append(element.getFileName())
                    .append(':')
                    .append(element.getLineNumber())
                    .append(")\n");
        }
    }
}
