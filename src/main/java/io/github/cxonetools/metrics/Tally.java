package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds rows up. */
final class Tally {

    static final String NO_COUNT = "count is absent";
    static final String NO_ERRORS = "status and errorRate are absent";
    static final String NO_LATENCY = "avgLatencyMs is absent";

    private final Map<String, Integer> problems = new TreeMap<>();

    private boolean counted;
    private long executions;
    private long failed;
    private BigDecimal ratedErrors = BigDecimal.ZERO;
    private boolean errorsKnown = true;
    private BigDecimal latencies = BigDecimal.ZERO;
    private long measured;
    private boolean latencyKnown = true;

    void add(MetricsRow row) {
        if (!row.others().isEmpty()) {
            row.notUnderstood().forEach(member -> problem(member + " is not understood"));
        }
        Long count = row.count();
        if (count == null) {
            if (!row.notUnderstood().contains(MetricsRow.COUNT)) {
                problem(NO_COUNT);
            }
            return;
        }
        counted = true;
        executions += count;
        if (count > 0) {
            Boolean succeeded = row.succeeded();
            addErrors(succeeded, row.errorRate(), count);
            addLatency(succeeded, row.avgLatencyMs(), count);
        }
    }

    /** Adds what another tally has added up. */
    void add(Tally other) {
        for (Map.Entry<String, Integer> problem : other.problems.entrySet()) {
            problems.merge(problem.getKey(), problem.getValue(), Integer::sum);
        }
        counted |= other.counted;
        executions += other.executions;
        failed += other.failed;
        ratedErrors = ratedErrors.add(other.ratedErrors);
        errorsKnown &= other.errorsKnown;
        latencies = latencies.add(other.latencies);
        measured += other.measured;
        latencyKnown &= other.latencyKnown;
    }

    private void addErrors(@Nullable Boolean succeeded, @Nullable BigDecimal rate, long count) {
        if (succeeded != null) {
            failed += succeeded ? 0 : count;
        } else if (rate != null) {
            ratedErrors = ratedErrors.add(rate.multiply(BigDecimal.valueOf(count)));
        } else {
            errorsKnown = false;
            problem(NO_ERRORS);
        }
    }

    /** An execution that failed before its handler was called has no latency: it is left out of the average. */
    private void addLatency(@Nullable Boolean succeeded, @Nullable BigDecimal latency, long count) {
        if (latency != null) {
            latencies = latencies.add(latency.multiply(BigDecimal.valueOf(count)));
            measured += count;
        } else if (!Boolean.FALSE.equals(succeeded)) {
            latencyKnown = false;
            problem(NO_LATENCY);
        }
    }

    private void problem(String words) {
        problems.merge(words, 1, Integer::sum);
    }

    /** What could not be understood or was missing, with the number of rows. */
    Map<String, Integer> problems() {
        return problems;
    }

    Figures figures() {
        boolean ratable = counted && errorsKnown;
        BigDecimal errors = ratedErrors.add(BigDecimal.valueOf(failed));
        return new Figures(
                counted ? executions : null,
                ratable ? errors : null,
                ratable ? ratio(errors, executions) : null,
                latencyKnown ? ratio(latencies, measured) : null,
                measured > 0 ? measured : null);
    }

    private static @Nullable BigDecimal ratio(BigDecimal sum, long count) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
    }
}
