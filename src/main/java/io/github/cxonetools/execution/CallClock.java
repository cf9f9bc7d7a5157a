package io.github.cxonetools.execution;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Gives calls up when their time is over, unless this plugin serves the handler: it then measures the handler's own time, and
 * what it has to do before (starting a JVM, loading classes, other calls) is not the handler's.
 */
final class CallClock implements AutoCloseable {

    /** How much longer a call to a handler may take that this plugin serves. */
    static final Duration OURS = Duration.ofSeconds(60);

    private static final int QUESTION_MILLIS = 2000;
    private static final long ANSWER_HOLDS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final URI url;
    private final ScheduledThreadPoolExecutor timer;
    private boolean isOurs;
    private long askedAt;
    private boolean asked;

    /** @param url plain HTTP on this machine */
    CallClock(URI url) {
        this.url = url;
        this.timer = new ScheduledThreadPoolExecutor(1, CallClock::daemon, new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "cxone call clock");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts the clock of one call; to be closed when it has been answered. */
    Running start(Call call, Duration timeout) {
        Running running = new Running(call);
        running.alarm = timer.schedule(running::ring, timeout.toNanos(), TimeUnit.NANOSECONDS);
        return running;
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    /** Asked of the server itself, at the moment when it matters. */
    private boolean isOurs() {
        if (!asked || System.nanoTime() - askedAt > ANSWER_HOLDS_NANOS) {
            isOurs = ask();
            asked = true;
            askedAt = System.nanoTime();
        }
        return isOurs;
    }

    private boolean ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod("OPTIONS");
            connection.setConnectTimeout(QUESTION_MILLIS);
            connection.setReadTimeout(QUESTION_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                return ServedAnswer.parse(connection::getHeaderField) != null;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** One call's clock. */
    final class Running implements AutoCloseable {

        private final Call call;
        private @Nullable ScheduledFuture<?> alarm;
        private volatile boolean isOver;

        private Running(Call call) {
            this.call = call;
        }

        /** Whether the call was given up. */
        boolean isOver() {
            return isOver;
        }

        private void ring() {
            if (!isOurs()) {
                isOver = true;
                call.cancel();
            }
        }

        @Override
        public void close() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
