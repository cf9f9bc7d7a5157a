package io.github.cxonetools.report.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.deployment.ActionOutcome;
import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.deployment.ChangingGoal;
import io.github.cxonetools.deployment.ContractVerdict;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DeploymentResult;
import io.github.cxonetools.deployment.Deprecation.Mark;
import io.github.cxonetools.deployment.PlannedAction;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.VersionChange.Move;
import io.github.cxonetools.deployment.difference.FieldDifference;
import io.github.cxonetools.report.CompatibilitySamples;
import io.github.cxonetools.report.ConsoleGoldens;
import io.github.cxonetools.report.text.ConsoleLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentConsoleTest {

    /** The words of a note are for people: none of them says that a version is deprecated. */
    @ParameterizedTest
    @ValueSource(strings = {"", "told by the receipts", "deprecated fields are ignored", "another word for deprecated"})
    void saysThatAVersionIsDeprecatedWhereThePlanSaysSo(String note) {
        PlannedAction current = upToDate(false, note);
        PlannedAction deprecated = upToDate(true, note);

        assertThat(row(current)).isEqualTo("  A 1   up to date   id 7");
        assertThat(row(deprecated)).isEqualTo("  A 1   up to date (deprecated)   id 7");
        assertThat(DeploymentConsole.outcome(outcome(current))).isEqualTo("A 1 is up to date (id 7)");
        assertThat(DeploymentConsole.outcome(outcome(deprecated))).isEqualTo("A 1 is up to date (deprecated) (id 7)");
        assertThat(plan(deprecated).toJson().at("/actions/0/note").asString())
                .isEqualTo(note.isEmpty() ? "deprecated" : "deprecated; " + note);
    }

    private static String row(PlannedAction action) {
        return DeploymentConsole.plan(plan(action)).get(0);
    }

    private static DeploymentPlan plan(PlannedAction action) {
        return new DeploymentPlan(URI.create("https://tenant.example.com"), List.of(action), new TreeMap<>());
    }

    private static ActionOutcome outcome(PlannedAction action) {
        return new ActionOutcome(action, Done.UP_TO_DATE, action.id(), Duration.ZERO, null, "");
    }

    private static PlannedAction upToDate(boolean deprecated, String note) {
        ActionVersion version = new ActionVersion("7", "A", "1", deprecated, null, null, null, null, null);
        return new PlannedAction(Kind.UP_TO_DATE, version, version, "7", List.of(), List.of(), deprecated, note);
    }

    /** Of all kinds; with a verdict, with differences alone, and with what does not fit. */
    @Test
    void showsWhatAPlanDoesAndWhatEachDifferenceMeans() throws Exception {
        ActionCompatibility breaks = CompatibilitySamples.routing();
        List<FieldDifference> moved = List.of(
                new FieldDifference(
                        "inputSchema", "/properties/channel_type/enum", "[\"voice\",\"fax\"]", "[\"voice\"]"),
                new FieldDifference(
                        "handlerUrl",
                        null,
                        "https://actions.example.com/v1/sentiment",
                        "https://b.example.com/v2/sentiment"),
                new FieldDifference("timeoutMs", null, "5000", "9000"));
        List<PlannedAction> actions = List.of(
                action("Fresh", "1.0.0", Kind.CREATE, null, List.of(), "", null),
                action("Known", "1.0.0", Kind.UP_TO_DATE, "1", List.of(), "", null),
                action("Moved", "1.0.0-SNAPSHOT", Kind.UPDATE, "2", moved.subList(1, 3), "", null),
                action("Old", "0.9.0", Kind.DEPRECATE, "3", List.of(), "cxone.keepVersions is 2", null),
                action("Released", "1.0.0", Kind.CONFLICT, "4", moved, "would change, but a release never does", null),
                action(
                        "SentimentRoutingAction",
                        "1.5.0-SNAPSHOT",
                        Kind.REFUSED,
                        null,
                        List.of(),
                        "",
                        new ContractVerdict(breaks, "", List.of())),
                action(
                        "Widened",
                        "1.5.0-SNAPSHOT",
                        Kind.CREATE,
                        null,
                        List.of(),
                        "",
                        new ContractVerdict(CompatibilitySamples.widened(), "", List.of())));
        DeploymentPlan plan = new DeploymentPlan(URI.create("https://tenant.example.com"), actions, new TreeMap<>());

        ConsoleGoldens.hold("plan", log -> new DeploymentOutput(log).planned(plan));
    }

    @Test
    void aPlanThatWasPrintedInThisBuildIsToldByItsTotal() {
        DeploymentPlan plan = new DeploymentPlan(
                URI.create("https://tenant.example.com"),
                List.of(action("Fresh", "1.0.0", Kind.CREATE, null, List.of(), "", null)),
                new TreeMap<>());
        List<String> console = new ArrayList<>();
        Set<String> told = new HashSet<>();
        DeploymentOutput output =
                new DeploymentOutput(new ConsoleLog(console::add, console::add, console::add), told::add);

        output.planned(plan);
        int first = console.size();
        output.planned(plan);

        assertThat(first).isGreaterThan(1);
        assertThat(console.subList(first, console.size())).containsExactly(console.get(first - 1));
    }

    /** Whatever goals change is green, yellow or red, in a plan and in what came of it. */
    @Test
    void showsWhatWasDeployed() throws Exception {
        ConsoleGoldens.hold("deploy", log -> {
            List<ActionOutcome> outcomes = new ArrayList<>();
            for (Done done : Done.values()) {
                Kind kind = done == Done.NOT_BEGUN ? Kind.CREATE : Kind.UP_TO_DATE;
                outcomes.add(new ActionOutcome(
                        action(done.name(), "1.0.0", kind, "7", List.of(), "cxone.keepVersions is 2", null),
                        done,
                        "7",
                        Duration.ofMillis(52),
                        null,
                        ""));
            }
            outcomes.add(new ActionOutcome(
                    action("Unconfirmed", "1.0.0", Kind.CREATE, "8", List.of(), "", null),
                    Done.CREATED,
                    "8",
                    Duration.ofMillis(52),
                    new UnavailableException("not seen"),
                    ""));
            DeploymentConsole.summary(result(outcomes), log.style()).forEach(log::info);
        });
    }

    private static DeploymentResult result(List<ActionOutcome> outcomes) {
        return new DeploymentResult(
                ChangingGoal.DEPLOY,
                URI.create("https://tenant.example.com"),
                "client",
                Instant.EPOCH,
                Duration.ofMillis(640),
                outcomes,
                List.of(),
                null);
    }

    private static Mark mark(String version, boolean isMeant, boolean isNeeded) {
        return new Mark("Routing " + version, version, true, isMeant, isNeeded);
    }

    @Test
    void showsMovesAndMarks() throws Exception {
        ConsoleGoldens.hold("version-deprecate", log -> {
            for (boolean isDryRun : new boolean[] {true, false}) {
                DeploymentConsole.move(new Move("7", "Routing", "1.0.0", "1.1.0", true, ""), isDryRun, log.style())
                        .forEach(log::info);
                DeploymentConsole.marks(
                                List.of(
                                        mark("1.0.0", true, true),
                                        mark("1.1.0", true, false),
                                        mark("1.2.0", false, false)),
                                isDryRun,
                                log.style())
                        .forEach(log::info);
            }
        });
    }

    private static PlannedAction action(
            String name,
            String version,
            Kind kind,
            @Nullable String id,
            List<FieldDifference> differences,
            String note,
            @Nullable ContractVerdict verdict) {
        ActionVersion wanted = new ActionVersion(id, name, version, false, null, null, null, null, null);
        return new PlannedAction(
                kind, wanted, id == null ? null : wanted, id, differences, List.of(), false, note, verdict);
    }
}
