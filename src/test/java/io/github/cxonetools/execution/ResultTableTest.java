package io.github.cxonetools.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each row of the table that says what a result's type is and how its message begins, with real handlers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultTableTest {

    private static final String HANDLERS = ResultHandlers.class.getName();
    private static final String INPUT = """
            {"type":"object","required":["do"],"properties":{
              "do":{"type":"string"},"n":{"type":"number"}}}""";
    private static final String OUTPUT = """
            {"type":"object","required":["done"],"properties":{
              "done":{"type":"string"},"more":{"type":["object","null"]}}}""";

    private HandlerWorkers workers;
    private Handler handler;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        WorkerSettings settings = new WorkerSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(
                        WorkerFiles.locationOf(ResultHandlers.class),
                        WorkerFiles.locationOf(JsonProperty.class),
                        WorkerFiles.locationOf(jakarta.validation.Validation.class),
                        WorkerFiles.locationOf(org.hibernate.validator.HibernateValidator.class),
                        WorkerFiles.locationOf(org.jboss.logging.Logger.class),
                        WorkerFiles.locationOf(com.fasterxml.classmate.TypeResolver.class)),
                "-Xmx64m",
                directory,
                1000);
        workers = HandlerWorkers.start(settings, Map.of());
        handler = workers.handler(HANDLERS, "act", HANDLERS + "$In", HANDLERS + "$Out");
    }

    @AfterAll
    void stop() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'do':            | validation | input: / line 1, column ",
                "{}                | validation | input: / lacks do",
                "{'do':7}          | validation | input: /do is a number, not a string",
                "{'do':'','n':1e99}| validation | binding: /n ",
                "{'do':'','n':12}  | validation | binding: /n breaks @Max(value=9)",
                "{'do':'null'}     | validation | output: / is null, not an object",
                "{'do':'text'}     | validation | output: / line 1, column ",
                "{'do':'map'}      | validation | output: /more is a string, not an object or null",
                "{'do':'self'}     | validation | output: /",
                "{'do':'getter'}   | validation | output: /broken ",
                "{'do':'large'}    | validation | output: / is larger than 1000 bytes (maxPayloadBytes)",
                "{'do':'half'}     | validation | output: /done holds half a character",
                "{'do':'throw'}    | runtime    | java.lang.IllegalStateException: no queue",
                "{'do':'checked'}  | runtime    | java.io.IOException: no line",
                "{'do':'error'}    | runtime    | java.lang.AssertionError: asserted",
                "{'do':'overflow'} | runtime    | java.lang.StackOverflowError",
                "{'do':'spin'}     | runtime    | java.util.concurrent.TimeoutException: no answer within 700 ms",
                "{'do':'exit'}     | runtime    | exit 3",
                "{'do':'well'}     |            | ",
                "{'do':'nothing'}  |            | ",
            })
    void holdsForHandlersInTheirOwnJvm(String payload, String type, String message) {
        assertResult(handler, payload, type, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{            | 200 | {'done':'x'}    | whole | validation | input: / line 1, column ",
                "{}           | 200 | {'done':'x'}    | whole | validation | input: / lacks do",
                "{'do':''}    | 200 | null            | whole | validation | output: / is null, not an object",
                "{'do':''}    | 200 | <html>          | whole | validation | output: / line 1, column 1",
                "{'do':''}    | 200 | ``              | whole | validation | output: / line 1, column 1: empty",
                "{'do':''}    | 204 | ``              | whole | validation | output: / line 1, column 1: empty",
                "{'do':''}    | 200 | {'done':1}      | whole | validation | output: /done is a number, not a string",
                "{'do':''}    | 200 | {'done':''}x    | whole | validation | output: / line 1, column ",
                "{'do':''}    | 503 | {'done':'x'}    | whole | runtime    | HTTP 503",
                "{'do':''}    | 302 | {'done':'x'}    | whole | runtime    | HTTP 302",
                "{'do':''}    | 200 | large           | whole | runtime    | HTTP 200: the body is larger than 1000 bytes",
                "{'do':''}    | 200 | {'done':'x'}    | reset | runtime    | java.",
                "{'do':''}    | 200 | {'done':'x'}    | cut   | runtime    | java.net.ProtocolException",
                "{'do':''}    | 200 | {'done':'x'}    | never | runtime    | java.util.concurrent.TimeoutException: no answer within 700 ms",
                "{'do':''}    | 200 | {'done':'x'}    | whole |            | ",
                "{'do':''}    | 201 | {'done':'x'}    | whole |            | ",
            })
    void holdsForServices(String payload, int status, String body, String way, String type, String message)
            throws Exception {
        try (MockWebServer server = new MockWebServer();
                HttpHandler service = new HttpHandler(started(server), 1000)) {
            server.enqueue(response(status, body.equals("large") ? "1".repeat(1001) : body.replace('\'', '"'), way));

            assertResult(service, payload, type, message);
        }
    }

    private static String started(MockWebServer server) throws Exception {
        server.start();
        return server.url("/").toString();
    }

    private static MockResponse response(int status, String body, String way) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/")
                .body(body);
        switch (way) {
            case "reset" -> response.onResponseStart(new SocketEffect.CloseSocket());
            case "never" -> response.onResponseStart(SocketEffect.Stall.INSTANCE);
            case "cut" ->
                response.setHeader("Content-Length", body.length() + 9).onResponseEnd(new SocketEffect.CloseSocket());
            default -> {}
        }
        return response.build();
    }

    private static void assertResult(Handler handler, String payload, String type, String message) {
        Execution execution = new Execution(Json.read(INPUT), Json.read(OUTPUT), Duration.ofMillis(700), handler);

        ExecutionResult result = execution.run(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(result.status()).isEqualTo(type == null ? "success" : "error");
        assertThat(result.type()).isEqualTo(type);
        assertThat(result.message() == null ? "" : result.message()).startsWith(message == null ? "" : message);
    }
}
