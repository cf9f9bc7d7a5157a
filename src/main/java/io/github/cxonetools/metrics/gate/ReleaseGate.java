package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the metrics of the version being released and evaluates them by the gate, if need be until enough executions have come in. */
public final class ReleaseGate {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final String INTERVAL = "P1D";

    private final MetricsReader reader;
    private final GateRules rules;
    private final MetricsGate gate;
    private final Time time;
    private final Progress progress;

    public ReleaseGate(MetricsReader reader, GateRules rules, MetricsGate gate, Time time, Progress progress) {
        this.reader = reader;
        this.rules = rules;
        this.gate = gate;
        this.time = time;
        this.progress = progress;
    }

    /** Told before each wait. */
    public interface Progress {

        /**
         * Not enough executions yet.
         *
         * @param left how much longer there will be polling
         */
        void waiting(String action, String version, long executions, long needed, Duration left);

        /** The tenant did not answer; it is asked again. */
        void unavailable(String action, String version, String reason, Duration left);
    }

    /**
     * Evaluates one version.
     *
     * @param ids all ids of the action in the tenant, because versions move between ids and the version before has its own
     * @param waitFor how long to poll for enough executions, with a window that follows the clock if it is open; null to
     *     evaluate at once
     */
    public GateVerdict evaluate(
            String action, String version, List<String> ids, MetricsWindow window, @Nullable Duration waitFor)
            throws CxoneException {
        MetricsQuery query = new MetricsQuery(ids, window, INTERVAL, MetricsQuery.STATUS_AND_VERSION);
        ExecutionMetrics metrics = waitFor == null ? reader.read(action, query) : poll(action, version, query, waitFor);
        return gate.evaluate(version, metrics);
    }

    private ExecutionMetrics poll(String action, String version, MetricsQuery query, Duration waitFor)
            throws CxoneException {
        long start = time.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration left = waitFor.minusNanos(time.nanoTime() - start);
            boolean last = left.isNegative() || left.isZero();
            ExecutionMetrics metrics = read(action, version, query, left, last);
            if (metrics != null) {
                long executions = MetricsGate.executions(version, metrics);
                if (last || executions >= rules.minExecutions()) {
                    return metrics;
                }
                progress.waiting(action, version, executions, rules.minExecutions(), left);
            }
            sleep(action, pause.compareTo(left) < 0 ? pause : left);
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    /** A tenant that is away for a while ends the wait only when its time is up. */
    private @Nullable ExecutionMetrics read(
            String action, String version, MetricsQuery query, Duration left, boolean last) throws CxoneException {
        try {
            Instant now = Instant.ofEpochSecond(time.now().getEpochSecond() + 1);
            return reader.read(action, query.over(query.window().at(now)));
        } catch (UnavailableException e) {
            if (last) {
                throw e;
            }
            progress.unavailable(action, version, String.valueOf(e.getMessage()), left);
            return null;
        }
    }

    private void sleep(String action, Duration pause) throws UnavailableException {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(action + ": interrupted while waiting for executions", e);
        }
    }
}
