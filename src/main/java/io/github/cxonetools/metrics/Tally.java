package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds rows up. */
final class Tally {

    static final String NO_COUNT = "count is absent";
    static final String NO_ERRORS = "status and errorRate are absent";
    static final String UNKNOWN_STATUS = "status is neither success nor a known error, and errorRate is absent";
    static final String NO_LATENCY = "avgLatencyMs is absent";

    /** Such a figure is absent, but nothing else is in doubt for it. */
    static final String NAN = " is not understood (NaN)";

    private static final Set<String> NOT_A_NUMBER = Set.of("nan", "infinity", "-infinity", "+infinity");

    private static final Set<String> AVERAGES = Set.of(MetricsRow.AVG_LATENCY, MetricsRow.ERROR_RATE);

    private final Map<String, Integer> problems = new TreeMap<>();

    private boolean statusRead;
    private @Nullable String lastStatus;
    private @Nullable Boolean lastSucceeded;
    private boolean counted;
    private long executions;
    private long failed;
    private BigDecimal ratedErrors = BigDecimal.ZERO;
    private boolean errorsKnown = true;
    private BigDecimal latencies = BigDecimal.ZERO;
    private long measured;
    private boolean latencyKnown = true;

    void add(MetricsRow row) {
        List<String> notUnderstood = row.notUnderstood();
        Long count = row.count();
        for (String member : notUnderstood) {
            boolean isNaN = AVERAGES.contains(member) && isNaN(row.others().get(member));
            if (!isNaN) {
                problem(member + " is not understood");
            } else if (count == null || count > 0) {
                // Without executions it is zero divided by zero, which some tenants compute.
                problem(member + NAN);
            }
        }
        if (count == null) {
            absent(MetricsRow.COUNT, NO_COUNT, notUnderstood);
            return;
        }
        counted = true;
        executions += count;
        if (count > 0) {
            Boolean succeeded = succeeded(row);
            addErrors(succeeded, row, notUnderstood, count);
            addLatency(succeeded, row, notUnderstood, count);
        }
    }

    /** Rows that are added up together mostly have one status, which is read once. */
    private @Nullable Boolean succeeded(MetricsRow row) {
        if (!statusRead || !Objects.equals(row.status(), lastStatus)) {
            lastStatus = row.status();
            lastSucceeded = row.succeeded();
            statusRead = true;
        }
        return lastSucceeded;
    }

    private static boolean isNaN(@Nullable JsonNode value) {
        return value != null
                && NOT_A_NUMBER.contains(value.stringValue("").strip().toLowerCase(Locale.ROOT));
    }

    /** What is not understood has been said already. */
    private void absent(String member, String words, List<String> notUnderstood) {
        if (!notUnderstood.contains(member)) {
            problem(words);
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

    /** Adds what was added up before. A version of which no row tells a count adds nothing. */
    void add(Figures figures) {
        Long count = figures.executions();
        if (count == null) {
            return;
        }
        counted = true;
        executions += count;
        BigDecimal errors = figures.errors();
        if (errors != null) {
            ratedErrors = ratedErrors.add(errors);
        } else {
            errorsKnown &= count == 0;
        }
        BigDecimal latency = figures.avgLatencyMs();
        Long of = figures.measured();
        if (latency != null && of != null) {
            latencies = latencies.add(latency.multiply(BigDecimal.valueOf(of)));
            measured += of;
        } else {
            latencyKnown &= isWithoutLatency(figures, count);
        }
    }

    /** Where nothing succeeded, nothing need have a latency. */
    private static boolean isWithoutLatency(Figures figures, long count) {
        return figures.measured() == null
                && figures.errors() != null
                && figures.errors().compareTo(BigDecimal.valueOf(count)) >= 0;
    }

    private void addErrors(@Nullable Boolean succeeded, MetricsRow row, List<String> notUnderstood, long count) {
        BigDecimal rate = row.errorRate();
        if (succeeded != null) {
            failed += succeeded ? 0 : count;
        } else if (rate != null) {
            ratedErrors = ratedErrors.add(rate.multiply(BigDecimal.valueOf(count)));
        } else {
            errorsKnown = false;
            absent(MetricsRow.ERROR_RATE, row.status() == null ? NO_ERRORS : UNKNOWN_STATUS, notUnderstood);
        }
    }

    /** An execution that failed before its handler was called has no latency: it is left out of the average. */
    private void addLatency(@Nullable Boolean succeeded, MetricsRow row, List<String> notUnderstood, long count) {
        BigDecimal latency = row.avgLatencyMs();
        if (latency != null) {
            latencies = latencies.add(latency.multiply(BigDecimal.valueOf(count)));
            measured += count;
        } else if (!Boolean.FALSE.equals(succeeded)) {
            latencyKnown = false;
            absent(MetricsRow.AVG_LATENCY, NO_LATENCY, notUnderstood);
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
