package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.ConsoleGoldens;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionConsoleTest {

    private static final Fixture FIXTURE = new Fixture("Routing", "gold", Path.of("gold.json"), null);

    @Test
    void showsWhereAHandlerThrewItsOwnFramesOnly() {
        String stack = "a.B: no\n\tat java.util.Map.of(Map.java:1)\n\tat com.example.Lookup.of(Lookup.java:14)\n"
                + "Caused by: a.C: why\n\tat com.example.Store.read(Store.java:3)\n\t... 1 more\n";

        String line = line(
                FIXTURE,
                new LocalExecution(ExecutionResult.error("runtime", "HTTP 500: a.B: no", 2.0), true, false, stack));

        assertThat(line).contains("Routing/gold", "runtime", "HTTP 500: a.B: no");
        assertThat(line.lines().skip(1).map(String::strip))
                .containsExactly(
                        "at com.example.Lookup.of(Lookup.java:14)",
                        "… 1 frame of others",
                        "Caused by: a.C: why",
                        "at com.example.Store.read(Store.java:3)");
    }

    @Test
    void tellsAHandlerThatIsNotThereFromOneThatFailed() {
        ExecutionResult refused =
                ExecutionResult.error("runtime", "java.net.ConnectException: nothing listens at 127.0.0.1:1", null);

        assertThat(line(FIXTURE, new LocalExecution(refused, false, false, null)))
                .contains("error (runtime), handler not reachable  ", "nothing listens at 127.0.0.1:1")
                .doesNotContain(" ms");
        assertThat(line(FIXTURE, LocalExecution.of(ExecutionResult.error("runtime", "HTTP 503", 1.0))))
                .contains("error (runtime)  1.00 ms  HTTP 503");
    }

    @Test
    void marksAColdStart() {
        ExecutionResult success = ExecutionResult.success(Json.read("{}"), 89.4);

        assertThat(line(FIXTURE, new LocalExecution(success, true, true, null))).contains("89.4 ms (cold start)");
        assertThat(line(FIXTURE, LocalExecution.of(success))).doesNotContain("cold");
    }

    @Test
    void printsALineAFixtureWithinTheConsole() throws Exception {
        String text = "\"" + "x".repeat(5000) + "\\n\"";
        String stack = "a.B: no\n\tat com.example.Lookup.of(Lookup.java:14)\n\tat java.util.Map.of(Map.java:1)\n";
        ExecutionResult failed = ExecutionResult.error(
                "validation",
                "output: /confidence_score is 1.7, which is more than the maximum of 1; /tags/3 is null, not a string,"
                        + " and so on for quite a while, as messages of schemas tend to be",
                0.0412);

        ConsoleGoldens.hold("execute", log -> {
            for (LocalExecution execution : List.of(
                    new LocalExecution(ExecutionResult.success(Json.read(text), 6.7), true, true, null),
                    LocalExecution.of(ExecutionResult.success(Json.read("{\"tier\":\"GOLD\"}"), 1340)),
                    new LocalExecution(failed, true, false, stack))) {
                ExecutionConsole.lines(FIXTURE, execution, log.style()).forEach(log::info);
            }
            log.info(ExecutionConsole.total(1200, 2, log.style()));
        });
    }

    @Test
    void aSecretIsMaskedBeforeItIsCut() throws Exception {
        String secret = "s3cr3t-" + "k".repeat(60);
        Secrets secrets = new Secrets();
        secrets.add(secret);
        for (int before = 0; before < 140; before++) {
            String text = "x".repeat(before) + " " + secret + " é";
            ConsoleStyle style = ConsoleStyle.NARROW.masking(secrets::mask);
            LocalExecution answered =
                    LocalExecution.of(ExecutionResult.success(Json.read("{\"token\": \"" + text + "\"}"), 1.0));
            LocalExecution thrown = new LocalExecution(
                    ExecutionResult.error("runtime", text, 1.0),
                    true,
                    false,
                    "a.B: " + text + "\n\tat com.example.A.b(A.java:1)\n");

            assertThat(ExecutionConsole.lines(FIXTURE, answered, style) + ""
                            + ExecutionConsole.lines(FIXTURE, thrown, style)
                            + ConsoleText.wrap(text, 40, 2, style)
                            + ConsoleText.fit(text, 40, false, style))
                    .doesNotContain("s3cr3t")
                    .doesNotContain("kk");
        }
    }

    private static String line(Fixture fixture, LocalExecution execution) {
        return String.join("\n", ExecutionConsole.lines(fixture, execution, new ConsoleStyle(false, true, 120)));
    }
}
