package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.MetricsTenant;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a run leaves behind where its gate waits, and where it fails. */
class MetricsRunTest {

    private final MetricsTenant tenant = new MetricsTenant();
    private final List<String> lines = new ArrayList<>();

    /** Answers to the questions about metrics, one after the other; the last one stays. */
    private final List<MetricsTenant.Reply> answers = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        tenant.has("{\"id\":\"a-1\",\"name\":\"A\",\"version\":\"1.1\",\"isDeprecated\":false}");
        tenant.answers(query -> answers.size() > 1 ? answers.remove(0) : answers.get(0));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void afterAWaitTheFilesHoldWhatTheGateHasSeen() throws Exception {
        answers.add(MetricsTenant.rows());
        answers.add(MetricsTenant.rows("{\"status\":\"error\",\"version\":\"1.1\",\"count\":9}"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> run(Duration.ZERO))
                .withMessage("A 1.1 failed the gate: maxErrorRate. Report: " + folder.resolve("metrics.html"));

        assertThat(action().at("/total/executions").asInt()).isEqualTo(9);
        assertThat(action().at("/gate/outcome").stringValue()).isEqualTo("failed");
        assertThat(Files.readString(folder.resolve("metrics.html"))).contains("1.1");
        assertThat(lines).last().asString().startsWith("[INFO] Report: ");
    }

    @Test
    void aTenantThatIsLostAfterTheWaitLeavesVerdictAndEarlierFigures() throws Exception {
        answers.add(MetricsTenant.rows("{\"status\":\"error\",\"version\":\"1.1\",\"count\":2}"));
        answers.add(MetricsTenant.rows("{\"status\":\"error\",\"version\":\"1.1\",\"count\":9}"));
        answers.add(MetricsTenant.refusal("closed"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> run(Duration.ZERO))
                .withMessage("A 1.1 failed the gate: maxErrorRate. Report: " + folder.resolve("metrics.html"));

        assertThat(action().at("/total/executions").asInt()).isEqualTo(2);
        assertThat(action().at("/gate/rules/0/measured").asInt()).isEqualTo(9);
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("[WARN] The page and the files show the figures from before the wait: "));
    }

    @Test
    void withoutAGateTheReleaseIsNamedAndNothingIsJudged() throws Exception {
        answers.add(MetricsTenant.rows("{\"status\":\"error\",\"version\":\"1.1\",\"count\":9}"));

        run(new GateSettings(GateRules.parse(null, null, 1, null, null), null, GateSettings.OnFailure.FAIL, false));

        assertThat(action().path("release").stringValue()).isEqualTo("1.1");
        assertThat(action().has("gate")).isFalse();
        assertThat(tenant.queries()).hasSize(1);
    }

    private JsonNode action() throws Exception {
        return Json.read(Files.readAllBytes(folder.resolve("metrics.json")))
                .path("actions")
                .path(0);
    }

    private void run(Duration waitFor) throws Exception {
        run(new GateSettings(GateRules.parse("0.5", null, 1, null, null), waitFor, GateSettings.OnFailure.FAIL, false));
    }

    private void run(GateSettings gate) throws Exception {
        ConsoleLog console = new ConsoleLog(
                line -> lines.add("[INFO] " + line),
                line -> lines.add("[WARN] " + line),
                line -> lines.add("[ERROR] " + line));
        Receipts receipts =
                Receipts.open(folder.resolve("receipts.json"), tenant.client().baseUrl());
        DeploymentTarget target = new DeploymentTarget(
                tenant.client(), tenant.client().baseUrl(), receipts, Duration.ofSeconds(5), lines::add);
        Rollback rollback = new Rollback(
                target,
                Comparator.naturalOrder(),
                1,
                new DeploymentRun.Audit(folder.resolve("deployment.json"), "1.1", null),
                new DeploymentOutput(console));
        MetricsOutput output = new MetricsOutput(ConsoleStyle.PLAIN, Comparator.naturalOrder(), folder, console);
        MetricsRequest request = new MetricsRequest(List.of("A"), null, "1.1", "P7D", null, "P1D", "status,version");
        new MetricsRun(target, Comparator.naturalOrder(), new Commands(), output, rollback)
                .run(request, List.of(), gate);
    }

    private static final class Commands implements GoalCommands {

        @Override
        public String command(String goal) {
            return "mvn cxone:" + goal;
        }

        @Override
        public List<String> options() {
            return List.of();
        }
    }
}
