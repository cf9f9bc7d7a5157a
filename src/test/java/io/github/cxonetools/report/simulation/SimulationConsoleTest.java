package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.ConsoleGoldens;
import io.github.cxonetools.report.SimulationReports;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationConsoleTest {

    private static final String ACTION = "CustomerProfileAction";
    private static final String STACK = "java.lang.NullPointerException: %s\n"
            + "\tat java.base/java.util.Objects.requireNonNull(Objects.java:235)\n"
            + "\tat app//com.example.profile.ProfileLookup.find(ProfileLookup.java:14)\n"
            + "\tat com.example.profile.CustomerProfile.apply(CustomerProfile.java:52)\n";

    @Test
    void showsAFailedSimulation() throws Exception {
        ConsoleGoldens.hold("simulation-failed", log -> print(failed(), log));
    }

    @Test
    void showsTenFailuresAndTheOthersByCause() throws Exception {
        ConsoleGoldens.hold("simulation-many", log -> print(many(), log));
    }

    @Test
    void showsProbesApart() throws Exception {
        ConsoleGoldens.hold("simulation-probes", log -> {
            console(log).probing("Routing", 40, 7);
            print(SimulationReports.probed(Path.of("src/test/cxone/Routing")), log);
        });
    }

    /** Grouped by the root cause; both are said. */
    @Test
    void saysWhatWasThrownAndWhatCausedIt() throws Exception {
        String stack = "com.example.LookupException: no profile\n"
                + "\tat com.example.profile.CustomerProfile.apply(CustomerProfile.java:52)\n"
                + "Caused by: java.lang.NullPointerException: x\n"
                + "\tat com.example.profile.ProfileLookup.find(ProfileLookup.java:14)\n"
                + "\t... 1 more\n";
        String message = "com.example.LookupException: no profile";
        FixtureReport wrapped = report(
                "wrapped",
                ExecutionResult.error(ExecutionResult.RUNTIME, message, 1.0),
                List.of("runtime error: " + message),
                List.of(),
                stack);
        ActionReport action =
                new ActionReport(ACTION, "1.0.0", List.of(wrapped, thrown("a", "y", 1)), Latency.NONE, "");

        assertThat(ConsoleGoldens.printed(
                        ConsoleStyle.PLAIN, log -> print(new SimulationReport(List.of(action), List.of()), log)))
                .containsSubsequence(
                        "[ERROR]     runtime error: com.example.LookupException: no profile",
                        "[ERROR]     caused by java.lang.NullPointerException: x",
                        "[ERROR]     at com.example.profile.ProfileLookup.find(ProfileLookup.java:14)")
                .last()
                .asString()
                .startsWith("[INFO] Simulation: 2 failed (1 cause)");
    }

    @Test
    void showsASimulationThatPassed() throws Exception {
        FixtureReport good = SimulationReports.hostile(Path.of(""))
                .actions()
                .get(0)
                .fixtures()
                .get(1);
        Latency latency = new Latency(120, 0.02, 0.0714, 1.5, 2.5, 2940);
        ActionReport action = new ActionReport(ACTION, "1.0.0", Collections.nCopies(1200, good), latency, "");

        ConsoleGoldens.hold("simulation-passed", log -> print(new SimulationReport(List.of(action), List.of()), log));
    }

    @Test
    void showsHostileTextsAsTheyCanBeSeen() throws Exception {
        List<String> lines = ConsoleGoldens.printed(
                ConsoleStyle.ofColumns(false, true, 400), log -> print(SimulationReports.hostile(Path.of("src")), log));

        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
        assertThat(lines.get(0)).startsWith("[ERROR] ✗ Routing/bad a\\u0000b\\u001B[31m");
        assertThat(String.join("\n", lines)).contains("✗ orphan.expected.json: a\\u0000b");
    }

    @Test
    void saysHowToMakeTheFirstFixture() throws Exception {
        assertThat(ConsoleGoldens.printed(ConsoleStyle.PLAIN, log -> console(log)
                        .noFixtures("A", Path.of("src/test/cxone/A/first.json"))))
                .containsExactly(
                        "[WARNING] A: no fixtures. Put a payload as CXone sends it into src/test/cxone/A/first.json");
    }

    @Test
    void saysHowToRepeatProbesAndHowFarALongRunIs() throws Exception {
        assertThat(ConsoleGoldens.printed(ConsoleStyle.PLAIN, log -> {
                    console(log).probing("A", 40, -7);
                    console(log).progress("A", 1000, 5000);
                }))
                .containsExactly(
                        "[INFO] A: 40 probes (the same again with -Dcxone.probeSeed=-7)",
                        "[INFO] A: 1,000 of 5,000 fixtures played");
    }

    @Test
    void countsWhatFailsAlikeAsOneCause() {
        assertThat(SimulationConsole.total(many(), ConsoleStyle.PLAIN)).isEqualTo("1 passed, 1,210 failed (5 causes)");
        assertThat(SimulationConsole.total(SimulationReports.probed(Path.of("")), ConsoleStyle.PLAIN))
                .isEqualTo("1 passed, 1 failed (1 cause); 40 probes, 6 failed (2 causes)");
    }

    private void print(SimulationReport report, ConsoleLog log) {
        SimulationConsole console = console(log);
        report.actions().forEach(console::played);
        console.finished(report, Path.of("target/cxone/simulation.html"), false);
    }

    private SimulationConsole console(ConsoleLog log) {
        return new SimulationConsole(log, SimulationReports.AGAIN, Secrets::new);
    }

    private static SimulationReport failed() {
        List<FixtureReport> fixtures = new ArrayList<>();
        List<ValueDifference> gold = new ArrayList<>(List.of(
                new ValueDifference("/output/tier", "\"GOLD\"", "\"SILVER\""),
                new ValueDifference("/output/scores/region", null, "\"EU\"")));
        for (int i = 0; i < 6; i++) {
            gold.add(new ValueDifference("/output/history/" + i, "1", "2"));
        }
        fixtures.add(different("gold-customer", 4.9, gold));
        String before = "the customer has called four times within the last week, so the queue is ";
        fixtures.add(different(
                "explained",
                0.0412,
                List.of(
                        new ValueDifference("/output/reason", "\"" + before + "vip\"", "\"" + before + "default\""),
                        new ValueDifference("/output/next_best_action", "\"call\"", null))));
        fixtures.add(thrown("no-profile", "because \"profile\" is null", 1250));
        fixtures.add(refused("unknown-channel"));
        fixtures.add(passed());
        ActionReport action =
                new ActionReport(ACTION, "1.4.0", fixtures, new Latency(4, 0.0412, 4.9, 1250, 1250, 1250), "");
        return new SimulationReport(
                List.of(action), List.of("src/test/cxone/Unknown: no action of this module has this name"));
    }

    private static SimulationReport many() {
        List<FixtureReport> fixtures = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            fixtures.add(thrown("null-" + i, "because \"id-" + i + "\" is null", 0.3));
        }
        for (int i = 0; i < 200; i++) {
            List<ValueDifference> places = List.of(
                    new ValueDifference("/output/list/" + i + "/name", "\"a\"", "\"b\""),
                    new ValueDifference("/output/total", "1", "2"));
            fixtures.add(different("total-" + i, 0.3, i % 2 == 0 ? places : places.subList(0, 1)));
        }
        for (int i = 0; i < 9; i++) {
            fixtures.add(refused("refused-" + i));
        }
        fixtures.add(gone());
        fixtures.add(passed());
        return new SimulationReport(List.of(new ActionReport(ACTION, "1.4.0", fixtures, Latency.NONE, "")), List.of());
    }

    private static FixtureReport different(String name, double latency, List<ValueDifference> differences) {
        return report(
                name,
                ExecutionResult.success(Json.read("{}"), latency),
                differences.stream().map(ValueDifference::text).toList(),
                differences,
                null);
    }

    private static FixtureReport thrown(String name, String words, double latency) {
        String message =
                "java.lang.NullPointerException: Cannot invoke \"com.example.profile.Profile.tier()\" " + words;
        ValueDifference status = new ValueDifference("/status", "\"success\"", "\"error\"");
        return report(
                name,
                ExecutionResult.error(ExecutionResult.RUNTIME, message, latency),
                List.of(status.text(), "runtime error: " + message),
                List.of(status),
                String.format(STACK, words));
    }

    private static FixtureReport refused(String name) {
        String message = "input: /channel_type does not match ^(voice|chat|email|sms)$";
        return report(
                name,
                ExecutionResult.error(ExecutionResult.VALIDATION, message, null),
                List.of("validation error: " + message),
                List.of(),
                null);
    }

    private static FixtureReport gone() {
        return report(
                "gone",
                ExecutionResult.error(ExecutionResult.RUNTIME, "exit 3", null),
                List.of("runtime error: exit 3"),
                List.of(),
                null);
    }

    private static FixtureReport passed() {
        return report("silver-customer", ExecutionResult.success(Json.read("{}"), 0.5), List.of(), List.of(), null);
    }

    private static FixtureReport report(
            String name,
            ExecutionResult result,
            List<String> failures,
            List<ValueDifference> differences,
            @Nullable String stack) {
        Double latency = result.latencyMs();
        return new FixtureReport(
                name,
                Path.of("src/test/cxone", ACTION, name + ".json"),
                result,
                failures,
                latency == null ? Latency.NONE : new Latency(1, latency, latency, latency, latency, latency),
                null,
                "",
                stack,
                differences);
    }
}
