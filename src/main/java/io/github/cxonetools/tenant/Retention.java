package io.github.cxonetools.tenant;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.Threads;
import io.github.cxonetools.tenant.store.ExecutionStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets payloads and answers once they have been kept as long as the settings say: at the start, then every hour. */
final class Retention implements AutoCloseable {

    private static final int STOP_SECONDS = 5;

    private final ExecutionStore executions;
    private final TenantContext owned;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> Threads.daemon("cxone-retention", task));

    private Retention(ExecutionStore executions, TenantContext owned) {
        this.executions = executions;
        this.owned = owned;
    }

    static Retention start(ExecutionStore executions, TenantContext owned) {
        Retention retention = new Retention(executions, owned);
        retention.timer.scheduleWithFixedDelay(retention::run, 0, 1, TimeUnit.HOURS);
        return retention;
    }

    /** Without an interrupt, which would close the database's file under a statement. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Instant limit = owned.clock()
                .instant()
                .atZone(ZoneOffset.UTC)
                .minus(owned.settings().keepExecutions())
                .toInstant();
        try {
            while (!timer.isShutdown() && executions.forgetOldest(limit)) {
                // A piece at a time, so that nobody waits long for the database.
            }
        } catch (UnavailableException e) {
            owned.events().warning(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            // The timer forgets a task that throws.
            owned.events().warning("Old payloads were not deleted, and will be tried again in an hour: " + e);
        }
    }
}
