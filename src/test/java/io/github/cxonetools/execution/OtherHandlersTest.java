package io.github.cxonetools.execution;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherHandlersTest {

    private static final String HERE = OtherHandlers.class.getName() + "$";
    private static final String TEXT = "java.lang.String";

    private HandlerWorkers workers;
    private Handler later;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        workers = HandlerWorkers.start(
                new WorkerSettings(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        List.of(WorkerFiles.locationOf(Handlers.class)),
                        "-Xmx64m",
                        directory,
                        100_000),
                Map.of());
        later = workers.handler(HERE + "Later", "", TEXT, TEXT);
    }

    @AfterAll
    void stop() {
        workers.close();
    }

    @Test
    void aLambdaFindsInItsContextWhatLambdaTellsIt() {
        Handler lambda = workers.handler(HERE + "Lambda", "", TEXT, "java.util.Map<java.lang.String,java.lang.Object>");

        String first = output(lambda, "\"a\"");

        assertThat(first)
                .contains("\"input\":\"a\"", "\"anybody\":false", "\"itself\":true", "\"memory\":true")
                .contains("\"id\":\"00000000-0000-0000-0000-000000000001\"")
                .contains("\"names\":[\"Lambda\",\"$LATEST\",\"arn:aws:lambda:us-east-1:000000000000:function:Lambda\","
                        + "\"/aws/lambda/Lambda\"]")
                .contains("\"tenant\":\"from the interface\"")
                .contains("\"text\":\"com.amazonaws.services.lambda.runtime.Context\"");
        assertThat(Integer.parseInt(first.replaceFirst(".*\"left\":([0-9]+).*", "$1")))
                .isBetween(1, 5000);
        assertThat(output(lambda, "\"b\"")).contains("\"id\":\"00000000-0000-0000-0000-000000000002\"");
    }

    @Test
    void whatALambdaLogsIsPrinted() {
        ObservedCall call = workers.handler(HERE + "Lambda", "", TEXT, "java.lang.Object")
                .submit(bytes("\"a\""), Duration.ofSeconds(5))
                .get();

        assertThat(call.printed()).contains("heard a\n", "and as bytes\n");
    }

    @Test
    void aLambdaMayInheritItsMethod() {
        assertThat(output(workers.handler(HERE + "Derived", "", TEXT, "java.util.List<java.lang.String>"), "\"a\""))
                .isEqualTo("[\"a\"]");
    }

    @ParameterizedTest
    @CsvSource({"here, a in WithContext", "fixed, a left true", "both, a alone"})
    void aMethodMayTakeAContextBesideItsInput(String method, String answer) {
        assertThat(output(workers.handler(HERE + "WithContext", method, TEXT, TEXT), "\"a\""))
                .isEqualTo("\"" + answer + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "minimal", "in a thread", "interrupts itself"})
    void aResultThatComesLaterIsAwaited(String what) {
        assertThat(output(later, "\"" + what + "\"")).isEqualTo("\"" + what + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "no stage"})
    void noResultIsNull(String what) {
        assertThat(output(later, "\"" + what + "\"")).isEqualTo("null");
    }

    @Test
    void aMethodsResultIsAwaitedAndBoundAsItsTypeArgument() {
        Handler greet = workers.handler(
                HERE + "LaterMethod", "greet", Handlers.class.getName() + "$In", Handlers.class.getName() + "$Out");

        assertThat(output(greet, "{\"name\":\"Ada\"}")).isEqualTo("{\"greeting\":\"Hello Ada\",\"tagCount\":0}");
    }

    @ParameterizedTest
    @CsvSource({
        "fails, java.lang.IllegalStateException: no queue",
        "fails in a step, java.lang.IllegalStateException: no queue",
        "fails twice, java.lang.IllegalStateException: no queue",
        "fails without a cause, java.util.concurrent.CompletionException: no queue",
        "is cancelled, java.util.concurrent.CancellationException",
        "throws, java.lang.IllegalStateException: no queue",
    })
    void whatAResultFailedWithIsToldWithoutWhatStandsAroundIt(String what, String problem) {
        ObservedCall call =
                later.submit(bytes("\"" + what + "\""), Duration.ofSeconds(5)).get();

        HandlerAnswer.RunFailure failure = (HandlerAnswer.RunFailure) call.answer();
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(call.ended()).isFalse();
    }

    @Test
    void aResultThatNeverComesIsATimeout() {
        ObservedCall call =
                later.submit(bytes("\"never\""), Duration.ofMillis(300)).get();

        assertThat(((HandlerAnswer.RunFailure) call.answer()).problem())
                .isEqualTo("java.util.concurrent.TimeoutException: no answer within 300 ms");
        assertThat(call.stack().at()).isNull();
        assertThat(output(later, "\"now\"")).isEqualTo("\"now\"");
    }

    private static String output(Handler handler, String payload) {
        HandlerAnswer answer = handler.call(bytes(payload), Duration.ofSeconds(5));
        return answer instanceof HandlerAnswer.Output output
                ? new String(output.json(), StandardCharsets.UTF_8)
                : answer.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
