package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Step;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionTest {

    private static final String INPUT = """
            {"type":"object","required":["n"],"properties":{"n":{"type":"number","maximum":1.0}}}""";
    private static final String OUTPUT = """
            {"type":"object","required":["m"],"properties":{"m":{"type":"number"}}}""";

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void succeedsWithTheHandlersOutputAndLatency() {
        ExecutionResult result = run("{\"n\":1}", output("{\"m\":2.50}"));

        assertThat(result.toJson()).hasToString("{\"status\":\"success\",\"output\":{\"m\":2.50},\"latency_ms\":1.5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"n\":\"x\"}", "{\"n\":1.0000000000000000001}", "null", "[]"})
    void doesNotCallTheHandlerWithAPayloadThatBreaksTheInputSchema(String payload) {
        ExecutionResult result = run(payload, output("{\"m\":1}"));

        assertThat(result.type()).isEqualTo(ExecutionResult.VALIDATION);
        assertThat(result.message()).startsWith("input: /");
        assertThat(result.latencyMs()).isNull();
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"n\":1} {}", "{\"n\":1,\"n\":1}", "\uFEFF{\"n\":1}"})
    void doesNotCallTheHandlerWithAPayloadThatIsNoJson(String payload) {
        ExecutionResult result = run(payload, output("{\"m\":1}"));

        assertThat(result.type()).isEqualTo(ExecutionResult.VALIDATION);
        assertThat(result.message()).startsWith("input: / line 1, column ");
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"m\":\"x\"}", "null"})
    void takesAnAnswerThatBreaksTheOutputSchemaAsAValidationError(String answer) {
        ExecutionResult result = run("{\"n\":1}", output(answer));

        assertThat(result.type()).isEqualTo(ExecutionResult.VALIDATION);
        assertThat(result.message()).startsWith("output: /");
        assertThat(result.latencyMs()).isEqualTo(1.5);
    }

    @Test
    void takesAnAnswerThatIsNoJsonAsAValidationError() {
        assertThat(run("{\"n\":1}", output("<html>")).message()).startsWith("output: / line 1, column 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"m\":1,\"t\":[\"a\\ud83d\"]}", "{\"m\":1,\"t\":[\"\\uDE00b\"]}"})
    void refusesAnAnswerWithHalfACharacter(String answer) {
        assertThat(run("{\"n\":1}", output(answer)).message()).startsWith("output: /t/0 holds half a character");
    }

    @Test
    void takesAnEscapedCharacterOutsideTheBasicPlane() {
        assertThat(run("{\"n\":1}", output("{\"m\":1,\"t\":\"\\ud83d\\ude00\"}"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void keepsTheHandlersOwnWordsForWhatWentWrong() {
        HandlerAnswer.RunFailure failure = new HandlerAnswer.RunFailure("exit 3", null);
        HandlerAnswer.BindingFailure refused = new HandlerAnswer.BindingFailure("/n breaks @Min(3)");
        HandlerAnswer.UnusableOutput unusable = new HandlerAnswer.UnusableOutput("/ does not serialise", 2.0);

        assertThat(run("{\"n\":1}", failure))
                .isEqualTo(ExecutionResult.error("runtime", List.of(failure.finding()), null))
                .returns("exit 3", ExecutionResult::message);
        assertThat(run("{\"n\":1}", refused))
                .isEqualTo(ExecutionResult.error("validation", of(Step.BINDING, refused.findings()), null))
                .returns("binding: /n breaks @Min(3)", ExecutionResult::message);
        assertThat(run("{\"n\":1}", unusable))
                .isEqualTo(ExecutionResult.error("validation", of(Step.OUTPUT, List.of(unusable.finding())), 2.0))
                .returns("output: / does not serialise", ExecutionResult::message);
    }

    private static List<ExecutionFinding> of(Step step, List<ExecutionFinding> findings) {
        return findings.stream().map(finding -> finding.of(step)).toList();
    }

    @Test
    void passesTheTimeoutOn() {
        Execution execution =
                new Execution(Json.read(INPUT), Json.read(OUTPUT), Duration.ofMillis(70), (payload, timeout) -> {
                    assertThat(timeout).isEqualTo(Duration.ofMillis(70));
                    return output("{\"m\":1}");
                });

        assertThat(execution.run(bytes("{\"n\":1}")).isSuccess()).isTrue();
    }

    @Test
    void cutsALongListOfFindings() {
        String schema = "{\"items\":{\"type\":\"string\"}}";
        Execution execution = new Execution(
                Json.read(schema), Json.read(OUTPUT), Duration.ofSeconds(1), (payload, timeout) -> output("{}"));

        assertThat(execution.run(bytes("[" + "1,".repeat(24) + "1]")).message()).endsWith("; and 5 more");
    }

    private ExecutionResult run(String payload, HandlerAnswer answer) {
        Handler handler = (bytes, timeout) -> {
            calls.incrementAndGet();
            return answer;
        };
        return new Execution(Json.read(INPUT), Json.read(OUTPUT), Duration.ofSeconds(5), handler).run(bytes(payload));
    }

    private static HandlerAnswer output(String json) {
        return new HandlerAnswer.Output(bytes(json), 1.5);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
