package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.MetricsQuery;
import io.github.cxonetools.metrics.MetricsTenant;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.metrics.gate.GateSettings.OnFailure;
import io.github.cxonetools.report.deployment.DeploymentOutput;
import io.github.cxonetools.report.metrics.MetricsOutput;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A gate that fails in a tenant where {@code 1.1} of two actions goes wrong. */
class ReleaseEvaluationTest {

    private static final String ACTION = "{\"id\":\"%s\",\"name\":\"%s\",\"version\":\"%s\",\"isDeprecated\":false}";

    private final MetricsTenant tenant = new MetricsTenant();
    private final List<String> options = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        tenant.has(ACTION.formatted("a-1", "A", "1.0"), ACTION.formatted("a-2", "A", "1.1"));
        tenant.answers(query -> MetricsTenant.rows(
                "{\"status\":\"success\",\"version\":\"1.0\",\"count\":9}",
                "{\"status\":\"error\",\"version\":\"1.1\",\"count\":9}"));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void endsWithTheCommandsThatGoBack() {
        assertThat(refusal(OnFailure.FAIL, Map.of("A", "1.1")))
                .isEqualTo("A 1.1 failed the gate: maxErrorRate. Report: " + folder.resolve("metrics.html"));
        assertThat(lines.get(0)).isEqualTo("[ERROR] A 1.1 failed the gate");
        assertThat(lines.get(1)).startsWith("[ERROR]   minExecutions passed: ");
        assertThat(lines.get(2)).endsWith("exceeded by 50.00 percentage points");
        assertThat(lines.subList(3, lines.size()))
                .containsExactly(
                        "[ERROR] To go back:",
                        "[ERROR]   mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.0 -Dcxone.deprecated=false",
                        "[ERROR]   mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1");
    }

    @Test
    void quotesTheWordsOfThisBuildForTheShell() {
        options.addAll(List.of("-Dcxone.serverId=eu", "--activate-profiles", "release,!fast", "--file", "a pom.xml"));

        refusal(OnFailure.FAIL, Map.of("A", "1.1"));

        assertThat(lines)
                .last()
                .asString()
                .endsWith("  mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1"
                        + " -Dcxone.serverId=eu --activate-profiles 'release,!fast' --file 'a pom.xml'");
    }

    @Test
    void saysWhatWasDeprecated() {
        refusal(OnFailure.DEPRECATE, Map.of("A", "1.1"));

        assertThat(tenant.changes()).containsExactly("PATCH /api/v2/data-actions/a-2 {\"isDeprecated\":true}");
        assertThat(lines).containsOnlyOnce("[ERROR] A 1.1 failed the gate").anySatisfy(line -> assertThat(line)
                .startsWith("[WARN] A 1.1 is deprecated: it can still"));
    }

    @Test
    void keepsItsVerdictWhereTheDeprecationFails() {
        tenant.refusesChanges();

        assertThat(refusal(OnFailure.DEPRECATE, Map.of("A", "1.1"))).startsWith("A 1.1 failed the gate: maxErrorRate");
        assertThat(console())
                .contains("\n[WARN] A 1.1 is not deprecated: ")
                .contains("answered 400")
                .endsWith("  mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1");
    }

    @Test
    void deprecatesNothingInADryRun() throws Exception {
        GateRules rules = GateRules.parse("0.5", null, 1, null, null);
        GateSettings settings = new GateSettings(rules, null, OnFailure.DEPRECATE, true);

        refusal(settings, Map.of("A", "1.1"));

        assertThat(lines).contains("[WARN] A 1.1 would be deprecated (dryRun)");
        assertThat(tenant.changes()).isEmpty();
    }

    @Test
    void saysWhatWasRolledBackAndPrintsNoOtherWay() throws Exception {
        tenant.has(ACTION.formatted("a-1", "A", "1.0").replace("false", "true"), ACTION.formatted("a-2", "A", "1.1"));
        tenant.answersChanges(ACTION.formatted("a-1", "A", "1.0"));

        String refusal = refusal(OnFailure.ROLLBACK, Map.of("A", "1.1"));

        // Its list stays as it was: then it does not have what it answered.
        assertThat(refusal).startsWith("A 1.1 failed the gate: maxErrorRate");
        assertThat(console())
                .contains("\n[WARN] A 1.1 is not rolled back: A 1.0 (id a-1) is deprecated: somebody did that")
                .contains("\n[ERROR] To go back:\n");
        assertThat(tenant.changes()).containsExactly("PATCH /api/v2/data-actions/a-1 {\"isDeprecated\":false}");

        tenant.has(ACTION.formatted("a-1", "A", "1.0"), ACTION.formatted("a-2", "A", "1.1"));
        lines.clear();
        refusal(OnFailure.ROLLBACK, Map.of("A", "1.1"));
        assertThat(lines)
                .last()
                .isEqualTo("[WARN] A 1.1 is rolled back: the version below it is active, and then it was deprecated");
        assertThat(tenant.changes()).last().isEqualTo("PATCH /api/v2/data-actions/a-2 {\"isDeprecated\":true}");
        assertThat(Files.readString(folder.resolve("deployment.json"))).contains("\"goal\": \"cxone:rollback\"");
    }

    @Test
    void rollsNothingBackInADryRunOrWithoutEvaluation() throws Exception {
        GateRules rules = GateRules.parse("0.5", null, 1, null, null);
        refusal(new GateSettings(rules, null, OnFailure.ROLLBACK, true), Map.of("A", "1.1"));
        assertThat(lines).last().isEqualTo("[WARN] A 1.1 would be rolled back (dryRun)");

        GateRules many = GateRules.parse("0.5", null, 100, null, null);
        assertThat(refusal(new GateSettings(many, null, OnFailure.ROLLBACK, false), Map.of("A", "1.1")))
                .startsWith("A 1.1 was not evaluated by the gate: minExecutions. Report: ");
        assertThat(lines).contains("[ERROR] To go back:");
        assertThat(tenant.changes()).isEmpty();
    }

    @Test
    void leavesTheVerdictAndTheWayBackOnThePage() throws Exception {
        MetricsOutput output = output();
        output.measured(target(), List.of(ExecutionMetrics.of("A", query(), List.of())), Map.of("A", "1.1"));
        GateRules rules = GateRules.parse("0.5", null, 1, null, null);
        refusal(new GateSettings(rules, null, OnFailure.DEPRECATE, false), Map.of("A", "1.1"), output);

        output.ended(List.of(ExecutionMetrics.of("A", query(), List.of())));

        JsonNode action = Json.read(Files.readAllBytes(folder.resolve("metrics.json")))
                .path("actions")
                .path(0);
        assertThat(action.path("release").stringValue()).isEqualTo("1.1");
        assertThat(action.at("/gate/outcome").stringValue()).isEqualTo("failed");
        assertThat(action.at("/gate/rules/1/measured").decimalValue()).isEqualByComparingTo("1");
        assertThat(action.at("/gate/rules/1/limit").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(action.at("/gate/followed/0").stringValue()).startsWith("A 1.1 is deprecated: ");
        assertThat(action.at("/gate/wayBack/1").stringValue())
                .isEqualTo("mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1");
        assertThat(Files.readString(folder.resolve("metrics.html")))
                .contains("✗ 1.1 failed the gate", "A 1.1 is deprecated: ")
                .contains("mvn cxone:deprecate -Dcxone.action&#x3D;A -Dcxone.versions&#x3D;1.1");
    }

    private static MetricsQuery query() {
        return new MetricsQuery(List.of("a-2"), Rows.WEEK, "P1D", MetricsQuery.STATUS_AND_VERSION);
    }

    private String refusal(OnFailure onFailure, Map<String, String> versions) {
        try {
            GateRules rules = GateRules.parse("0.5", null, 1, null, null);
            return refusal(new GateSettings(rules, null, onFailure, false), versions);
        } catch (RejectedException e) {
            throw new AssertionError(e);
        }
    }

    private String refusal(GateSettings settings, Map<String, String> versions) {
        return refusal(settings, versions, output());
    }

    private String refusal(GateSettings settings, Map<String, String> versions, MetricsOutput output) {
        DeploymentTarget target = target();
        Rollback rollback = new Rollback(
                target,
                Comparator.naturalOrder(),
                1,
                new DeploymentRun.Audit(folder.resolve("deployment.json"), "1.1", null),
                new DeploymentOutput(log()));
        return catchThrowableOfType(RejectedException.class, () -> new ReleaseEvaluation(
                                target,
                                Rows.WEEK,
                                settings,
                                Comparator.naturalOrder(),
                                new Commands(options),
                                output,
                                rollback)
                        .evaluate(versions))
                .getMessage();
    }

    private DeploymentTarget target() {
        Receipts receipts =
                Receipts.open(folder.resolve("receipts.json"), tenant.client().baseUrl());
        return new DeploymentTarget(
                tenant.client(), tenant.client().baseUrl(), receipts, Duration.ofSeconds(5), lines::add);
    }

    private MetricsOutput output() {
        return new MetricsOutput(new ConsoleStyle(false, false, 120), Comparator.naturalOrder(), folder, log());
    }

    private String console() {
        return String.join("\n", lines);
    }

    private ConsoleLog log() {
        return new ConsoleLog(
                line -> lines.add("[INFO] " + line),
                line -> lines.add("[WARN] " + line),
                line -> lines.add("[ERROR] " + line));
    }

    private record Commands(List<String> options) implements GoalCommands {

        @Override
        public String command(String goal) {
            return "mvn cxone:" + goal;
        }
    }
}
