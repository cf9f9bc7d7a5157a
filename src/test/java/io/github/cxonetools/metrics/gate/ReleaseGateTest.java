package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsTenant;
import io.github.cxonetools.metrics.MetricsWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReleaseGateTest {

    private static final String ROW = "{\"status\":\"%s\",\"version\":\"%s\",\"count\":%d,\"avgLatencyMs\":5}";
    private static final String ACTION = "{\"id\":\"%s\",\"name\":\"A\",\"version\":\"%s\",\"isDeprecated\":%s}";

    private final MetricsTenant tenant = new MetricsTenant();
    private final List<String> progress = new ArrayList<>();

    @TempDir
    Path folder;

    private FailedRelease failed;

    @BeforeEach
    void open() {
        failed = new FailedRelease(
                tenant.client(),
                Receipts.open(folder.resolve("receipts.json"), tenant.client().baseUrl()),
                Comparator.naturalOrder());
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void asksItsOwnQuestionAboutAllIds() throws Exception {
        tenant.answers(query -> MetricsTenant.rows(ROW.formatted("success", "1.1", 5)));

        GateVerdict verdict = evaluate("1.1", null, 5);

        assertThat(verdict.passed()).isTrue();
        assertThat(tenant.queries()).hasSize(2).allSatisfy(query -> assertThat(query.path("groupBy"))
                .hasToString("[\"status\",\"version\"]"));
        assertThat(progress).isEmpty();
    }

    @Test
    void pollsUntilThereAreEnoughExecutions() throws Exception {
        AtomicInteger count = new AtomicInteger();
        tenant.answers(query -> MetricsTenant.rows(ROW.formatted("success", "1.1", count.incrementAndGet())));

        GateVerdict verdict = evaluate("1.1", Duration.ofMinutes(10), 9);

        assertThat(verdict.passed()).isTrue();
        assertThat(progress).containsExactly("A 1.1: 3 of 9, PT10M left", "A 1.1: 7 of 9, PT9M55S left");
        assertThat(tenant.time().sleeps()).containsExactly(Duration.ofSeconds(5), Duration.ofMillis(7500));
    }

    @Test
    void followsTheClockWhileItPolls() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        tenant.answers(
                query -> MetricsTenant.rows(ROW.formatted("success", "1.1", polls.incrementAndGet() > 2 ? 9 : 0)));

        evaluate("1.1", Duration.ofMinutes(1), 5);

        assertThat(tenant.queries())
                .extracting(query -> query.path("dateTo").stringValue())
                .containsExactly(
                        "2026-01-15T12:00:01Z", "2026-01-15T12:00:01Z", "2026-01-15T12:00:06Z", "2026-01-15T12:00:06Z");
    }

    @Test
    void keepsToAnEndThatTheUserHasSet() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        tenant.answers(
                query -> MetricsTenant.rows(ROW.formatted("success", "1.1", polls.incrementAndGet() > 2 ? 9 : 0)));

        evaluate("1.1", Duration.ofMinutes(1), 5, false);

        assertThat(tenant.queries())
                .hasSize(4)
                .extracting(query -> query.path("dateTo").stringValue())
                .containsOnly("2026-01-15T12:00:00Z");
    }

    @Test
    void givesUpWhenTimeIsUpAndDoesNotPassThen() throws Exception {
        tenant.answers(query -> MetricsTenant.rows());

        GateVerdict verdict = evaluate("1.1", Duration.ofMinutes(2), 5);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.lines().get(1)).startsWith("  minExecutions not evaluated: 0 executions in");
        assertThat(tenant.time().sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void goesOnPollingWhileTheTenantIsAway() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        tenant.answers(query -> requests.incrementAndGet() <= 5
                ? new MetricsTenant.Reply(503, "")
                : MetricsTenant.rows(ROW.formatted("success", "1.1", 5)));

        assertThat(evaluate("1.1", Duration.ofHours(1), 5).passed()).isTrue();
        assertThat(progress).singleElement().asString().contains("answered 503 after 5 attempts");
    }

    @Test
    void endsWithTheFailureWhereTheTenantStaysAway() {
        tenant.answers(query -> new MetricsTenant.Reply(503, ""));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> evaluate("1.1", Duration.ofSeconds(5), 5))
                .withMessageContaining("answered 503");
    }

    @Test
    void deprecatesTheEvaluatedVersionOnly() throws Exception {
        tenant.has(ACTION.formatted("a-1", "1.0", false), ACTION.formatted("a-2", "1.1", false));

        assertThat(failed.deprecate("A", "1.1", false)).startsWith("A 1.1 is deprecated: it can still be called");
        assertThat(tenant.changes()).containsExactly("PATCH /api/v2/data-actions/a-2 {\"isDeprecated\":true}");
    }

    @Test
    void doesNotDeprecateWhereNoOtherVersionStaysActive() throws Exception {
        tenant.has(ACTION.formatted("a-1", "1.0", true), ACTION.formatted("a-2", "1.1", false));

        assertThat(failed.deprecate("A", "1.1", false)).contains("no other version is known to be active");
        assertThat(tenant.changes()).isEmpty();
    }

    @Test
    void changesNothingInADryRun() throws Exception {
        tenant.has(ACTION.formatted("a-1", "1.0", false), ACTION.formatted("a-2", "1.1", false));

        assertThat(failed.deprecate("A", "1.1", true)).isEqualTo("A 1.1 would be deprecated (dryRun)");
        assertThat(tenant.changes()).isEmpty();
    }

    @Test
    void leavesAloneWhatIsDeprecatedAlreadyOrUnknown() throws Exception {
        tenant.has(ACTION.formatted("a-1", "1.0", false), ACTION.formatted("a-2", "1.1", true));

        assertThat(failed.deprecate("A", "1.1", false)).isEqualTo("A 1.1 is deprecated already");
        assertThat(failed.deprecate("A", "9.9", false)).contains("the tenant has no such version");
        assertThat(tenant.changes()).isEmpty();
    }

    @Test
    void missesTheScopeBeforeAnythingElse() {
        tenant.grants("data-actions:read analytics:read");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> failed.requireScope(GateSettings.OnFailure.DEPRECATE))
                .withMessageContaining("cxone:metrics with onFailure=deprecate cannot run")
                .withMessageContaining("data-actions:write");
    }

    @Test
    void printsTheTwoCommandsThatGoBack() throws Exception {
        tenant.has(
                ACTION.formatted("a-1", "1.0", true),
                ACTION.formatted("a-0", "0.9", true),
                ACTION.formatted("a-2", "1.1", false));

        assertThat(failed.wayBack("A", "1.1", "mvn cxone:deprecate", List.of("-Dcxone.baseUrl=https://x.example/a b")))
                .containsExactly(
                        "mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.0 -Dcxone.deprecated=false"
                                + " '-Dcxone.baseUrl=https://x.example/a b'",
                        "mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1 '-Dcxone.baseUrl=https://x.example/a b'");
    }

    private GateVerdict evaluate(String version, @Nullable Duration waitFor, long minExecutions) throws Exception {
        return evaluate(version, waitFor, minExecutions, true);
    }

    private GateVerdict evaluate(String version, @Nullable Duration waitFor, long minExecutions, boolean open)
            throws Exception {
        GateRules rules = GateRules.parse("0.1", null, minExecutions, null, null);
        MetricsWindow window = new MetricsWindow(
                Instant.parse("2026-01-08T12:00:00Z"), Instant.parse("2026-01-15T12:00:00Z"), List.of(), open);
        ReleaseGate gate = new ReleaseGate(
                new MetricsReader(tenant.client()),
                rules,
                new MetricsGate(rules, Comparator.naturalOrder()),
                tenant.time(),
                new Told());
        return gate.evaluate("A", version, List.of("a-1", "a-2"), window, waitFor);
    }

    private final class Told implements ReleaseGate.Progress {

        @Override
        public void waiting(String action, String version, long executions, long needed, Duration left) {
            progress.add(action + " " + version + ": " + executions + " of " + needed + ", " + left + " left");
        }

        @Override
        public void unavailable(String action, String version, String reason, Duration left) {
            progress.add(reason);
        }
    }
}
