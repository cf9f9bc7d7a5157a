package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Rows;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsGateTest {

    private static final String[] TWO_VERSIONS = {
        "{'version':'1.0.0','status':'success','count':99,'avgLatencyMs':40}",
        "{'version':'1.0.0','status':'error','count':1,'avgLatencyMs':40}",
        "{'version':'1.1.0','status':'success','count':95,'avgLatencyMs':50}",
        "{'version':'1.1.0','status':'error','count':5,'avgLatencyMs':50}",
    };

    @Test
    void passesAVersionWithinItsLimits() throws Exception {
        GateVerdict verdict = evaluate("1.1.0", GateRules.parse("0.05", "50", 100, "0.04", "1.25"), TWO_VERSIONS);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.previous()).isEqualTo("1.0.0");
        assertThat(verdict.lines())
                .containsExactly(
                        "Sentiment 1.1.0 passed the gate",
                        "  minExecutions passed: 100 executions in 2026-01-01T00:00:00Z to 2026-01-08T00:00:00Z, 100 needed",
                        "  maxErrorRate passed: error rate 5.00 % of 100 executions, 5.00 % allowed",
                        "  maxAvgLatencyMs passed: average latency 50.00 ms of 100 executions, 50.00 ms allowed",
                        "  maxErrorRateIncrease passed: error rate 5.00 % after 1.00 % of 1.0.0,"
                                + " 4.00 percentage points more allowed",
                        "  maxLatencyIncrease passed: average latency 50.00 ms is 1.25 times the 40.00 ms of 1.0.0,"
                                + " 1.25 times allowed");
    }

    @Test
    void saysTheRuleTheFigureTheVersionAndByHowMuch() throws Exception {
        GateVerdict verdict = evaluate("1.1.0", GateRules.parse("0.02", "45.5", 1, "0.01", "1.2"), TWO_VERSIONS);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.failed()).isTrue();
        assertThat(verdict.lines())
                .containsExactly(
                        "Sentiment 1.1.0 failed the gate",
                        "  minExecutions passed: 100 executions in 2026-01-01T00:00:00Z to 2026-01-08T00:00:00Z, 1 needed",
                        "  maxErrorRate failed: error rate 5.00 % of 100 executions, 2.00 % allowed, exceeded by 3.00"
                                + " percentage points",
                        "  maxAvgLatencyMs failed: average latency 50.00 ms of 100 executions, 45.50 ms allowed,"
                                + " exceeded by 4.50 ms",
                        "  maxErrorRateIncrease failed: error rate 5.00 % after 1.00 % of 1.0.0, 1.00 percentage points"
                                + " more allowed, exceeded by 3.00 percentage points",
                        "  maxLatencyIncrease failed: average latency 50.00 ms is 1.25 times the 40.00 ms of 1.0.0,"
                                + " 1.20 times allowed, exceeded by 0.05");
    }

    /** The figure and its limit are in one unit, so that a chart can draw both. */
    @Test
    void tellsEachFigureAndItsLimitAsNumbers() throws Exception {
        GateVerdict verdict = evaluate("1.1.0", GateRules.parse("0.02", "45.5", 1, "0.01", "1.2"), TWO_VERSIONS);

        assertThat(verdict.rules())
                .extracting(rule -> rule.name() + " " + rule.measured().stripTrailingZeros() + " "
                        + rule.limit().stripTrailingZeros().toPlainString())
                .containsExactly(
                        "minExecutions 1E+2 1",
                        "maxErrorRate 0.05 0.02",
                        "maxAvgLatencyMs 5E+1 45.5",
                        "maxErrorRateIncrease 0.05 0.02",
                        "maxLatencyIncrease 5E+1 48");
    }

    @Test
    void keepsTheLimitsThatItCouldHoldNothingAgainst() throws Exception {
        GateVerdict verdict = evaluate("1.1.0", GateRules.parse("0.02", "45.5", 101, "0.01", "1.2"), TWO_VERSIONS);

        assertThat(verdict.failed()).isFalse();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.lines())
                .containsExactly(
                        "Sentiment 1.1.0 was not evaluated by the gate",
                        "  minExecutions not evaluated: 100 executions in 2026-01-01T00:00:00Z to 2026-01-08T00:00:00Z,"
                                + " 101 needed",
                        "  maxErrorRate skipped: minExecutions comes first",
                        "  maxAvgLatencyMs skipped: minExecutions comes first",
                        "  maxErrorRateIncrease skipped: minExecutions comes first",
                        "  maxLatencyIncrease skipped: minExecutions comes first");
        assertThat(verdict.rules().get(1).limit()).isEqualByComparingTo("0.02");
    }

    @Test
    void judgesOneVersionWhateverElseTheWindowHolds() throws Exception {
        assertThat(evaluate("1.0.0", GateRules.parse("0.02", null, 1, null, null), TWO_VERSIONS)
                        .passed())
                .isTrue();
    }

    @Test
    void weighsRatesAndLatenciesByCountWhereRowsNameNoStatus() throws Exception {
        GateVerdict verdict = evaluate(
                "1.0",
                GateRules.parse("0.19", "39", 1, null, null),
                "{'version':'1.0','count':30,'errorRate':0.1,'avgLatencyMs':20}",
                "{'version':'1.0','count':10,'errorRate':0.5,'avgLatencyMs':100}",
                "{'version':'2.0','count':1000,'errorRate':0,'avgLatencyMs':1}");

        assertThat(verdict.lines())
                .contains(
                        "  maxErrorRate failed: error rate 20.00 % of 40 executions, 19.00 % allowed, exceeded by 1.00"
                                + " percentage points",
                        "  maxAvgLatencyMs failed: average latency 40.00 ms of 40 executions, 39.00 ms allowed,"
                                + " exceeded by 1.00 ms");
    }

    @Test
    void skipsComparisonsWhereNoLowerVersionWasExecuted() throws Exception {
        GateVerdict verdict = evaluate(
                "1.0.0",
                GateRules.parse(null, null, 1, "0.01", "1.2"),
                "{'version':'1.0.0','status':'success','count':9,'avgLatencyMs':40}",
                "{'version':'0.9.0','status':'success','count':0}",
                "{'version':'1.1.0','status':'success','count':95,'avgLatencyMs':1}");

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.previous()).isNull();
        assertThat(verdict.lines())
                .contains(
                        "  maxErrorRateIncrease skipped: no lower version was executed in the window",
                        "  maxLatencyIncrease skipped: no lower version was executed in the window");
    }

    @Test
    void comparesWithTheHighestLowerVersionInTheGivenOrder() throws Exception {
        String row = "{'version':'%s','status':'success','count':9,'avgLatencyMs':40}";
        ExecutionMetrics metrics =
                Rows.metrics(row.formatted("10.0"), row.formatted("9.0"), row.formatted("8.0"), row.formatted("11.0"));
        Comparator<String> byNumber = Comparator.comparing(Double::valueOf);

        GateVerdict verdict =
                new MetricsGate(GateRules.parse("1", null, 1, null, null), byNumber).evaluate("10.0", metrics);

        assertThat(verdict.previous()).isEqualTo("9.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version':'2.0','status':'success','count':9}  | 0 executions in",
                "{'version':'1.0','status':'success','count':3}  | 3 executions in",
                "{'version':'1.0','status':'success'}            | count is absent in 1 row",
                "{'version':'1.0','status':'success','count':-9} | count is not understood in 1 row",
                "{'version':'1.0','count':9,'errorRate':5}       | errorRate is not understood in 1 row",
                "{'status':'success','count':9}                  | rows do not all name their version",
                "{'version':'1.0','count':9}                     | rows tell neither status nor errorRate",
                "{'version':'1.0','status':'OK','count':9}       | of the status \"OK\" it is not known whether it is an error",
            })
    void doesNotPassWhatItCannotJudge(String row, String reason) throws Exception {
        GateVerdict verdict = evaluate(
                "1.0", GateRules.parse("0.5", null, 5, null, null), row.strip().replace("''", "'"));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.failed()).isFalse();
        assertThat(verdict.lines().get(0)).isEqualTo("Sentiment 1.0 was not evaluated by the gate");
        assertThat(verdict.lines())
                .anySatisfy(line -> assertThat(line).contains("not evaluated: ").contains(reason));
    }

    @Test
    void judgesAStatusThatItDoesNotKnowByItsErrorRate() throws Exception {
        GateVerdict verdict = evaluate(
                "1.0",
                GateRules.parse("0.05", null, 1, null, null),
                "{'version':'1.0','status':'OK','count':9,'errorRate':0}",
                "{'version':'1.0','status':'error','count':1}");

        assertThat(verdict.lines())
                .contains("  maxErrorRate failed: error rate 10.00 % of 10 executions, 5.00 % allowed, exceeded by 5.00"
                        + " percentage points");
    }

    @Test
    void judgesTheOtherFiguresWhereOneIsNaN() throws Exception {
        GateVerdict verdict = evaluate(
                "1.0",
                GateRules.parse("0.05", "50", 1, null, null),
                "{'version':'1.0','status':'success','count':9,'avgLatencyMs':NaN,'errorRate':NaN}",
                "{'version':'1.0','status':'error','count':0,'avgLatencyMs':NaN,'errorRate':NaN}");

        assertThat(verdict.lines())
                .contains(
                        "  maxErrorRate passed: error rate 0.00 % of 9 executions, 5.00 % allowed",
                        "  maxAvgLatencyMs not evaluated: the tenant's rows do not all tell avgLatencyMs");
        assertThat(verdict.failed()).isFalse();
    }

    @Test
    void doesNotPassALatencyThatIsAbsent() throws Exception {
        GateVerdict verdict = evaluate(
                "1.0",
                GateRules.parse(null, "100", 1, null, null),
                "{'version':'1.0','status':'success','count':9,'avgLatencyMs':1}",
                "{'version':'1.0','status':'success','count':1}");

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.lines())
                .contains("  maxAvgLatencyMs not evaluated: the tenant's rows do not all tell avgLatencyMs");
    }

    @Test
    void doesNotCompareWithFiguresThatCannotBeTrusted() throws Exception {
        GateVerdict verdict = evaluate(
                "1.1",
                GateRules.parse(null, null, 1, "0.1", "1.2"),
                "{'version':'1.1','status':'success','count':9,'avgLatencyMs':1}",
                "{'version':'1.0','status':'success','count':9,'avgLatencyMs':'fast'}");

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.lines())
                .contains("  maxErrorRateIncrease not evaluated: the error rates cannot be compared with 1.0:"
                        + " avgLatencyMs is not understood in 1 row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'version':'1.0','status':'success','avgLatencyMs':1}",
                "{'version':'1.0','status':'success','count':-9,'avgLatencyMs':1}",
                "{'version':'1.0','status':'success','count':0},{'version':'1.0','status':'error','count':'few'}"
            })
    void doesNotPassOverAVersionBeforeWhoseCountsAreUnknown(String before) throws Exception {
        GateVerdict verdict = evaluate(
                "1.1",
                GateRules.parse(null, null, 1, "0.1", "1.2"),
                "{'version':'1.1','status':'success','count':9,'avgLatencyMs':1}",
                "{'version':'0.9','status':'success','count':9,'avgLatencyMs':1}",
                before);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.previous()).isEqualTo("1.0");
        assertThat(verdict.lines())
                .anyMatch(line -> line.startsWith(
                        "  maxErrorRateIncrease not evaluated: the error rates cannot be compared with 1.0"))
                .anyMatch(line -> line.startsWith(
                        "  maxLatencyIncrease not evaluated: the latencies cannot be compared with 1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.1", "5"})
    void refusesARateOutsideZeroToOne(String rate) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> GateRules.parse(rate, null, 1, null, null))
                .withMessage("cxone.maxErrorRate is " + rate + ". Use a rate from 0 to 1; 0.05 is 5 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e2147483647", "1e41"})
    void refusesALimitThatNoFigureComesNear(String limit) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> GateRules.parse(null, limit, 1, null, null))
                .withMessage(
                        "cxone.maxAvgLatencyMs is \"" + limit + "\", which no figure comes near. Write one like 0.05");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> GateRules.parse(limit, null, 1, null, null))
                .withMessageContaining("no figure comes near");
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> GateRules.parse("5 %", null, 1, null, null))
                .withMessage("cxone.maxErrorRate is \"5 %\", which is not a number. Write one like 0.05");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> GateRules.parse(null, "0", 1, null, null))
                .withMessage("cxone.maxAvgLatencyMs is 0. Use milliseconds above 0");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> GateRules.parse(null, null, 0, null, null))
                .withMessage("cxone.minExecutions is 0. Use 1 or more");
    }

    private static GateVerdict evaluate(String version, GateRules rules, String... rows) {
        return new MetricsGate(rules, Comparator.naturalOrder()).evaluate(version, Rows.metrics(rows));
    }
}
