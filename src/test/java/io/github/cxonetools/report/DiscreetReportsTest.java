package io.github.cxonetools.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.action.ExecutionFinding.Step;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.CallStack;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.execution.HttpHandler;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.execution.ServedAnswer;
import io.github.cxonetools.execution.WorkerSettings;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.simulation.JUnitXml;
import io.github.cxonetools.report.simulation.SimulationConsole;
import io.github.cxonetools.report.simulation.SimulationJson;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.simulation.SimulationSource;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.schema.classes.HandlerSignature;
import io.github.cxonetools.simulator.SimulatedAction;
import io.github.cxonetools.simulator.SimulationSettings;
import io.github.cxonetools.simulator.Simulator;
import io.github.cxonetools.simulator.expectation.FixtureFailure;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.PayloadRedaction;
import io.github.cxonetools.simulator.result.ReportPayloads;
import io.github.cxonetools.simulator.result.SimulationReport;
import io.github.cxonetools.text.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** With {@code reportPayloads=none} nothing of a payload is in any report, whoever quotes it. */
class DiscreetReportsTest {

    private static final JsonNode INPUT = Json.read("""
            {"type":"object","additionalProperties":false,"properties":{"text":{"type":"string","maxLength":20},
            "byName":{"type":"object","additionalProperties":{"type":"integer"}}}}""");

    private static final JsonNode OUTPUT = Json.read("""
            {"type":"object","properties":{"text":{"type":"string"},"list":{"type":"array"}},
            "additionalProperties":{"type":"string"}}""");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final String GOOD = "{\"text\":\"SECRET\"}";

    private final List<String> console = new ArrayList<>();

    @TempDir
    Path project;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(project);
    }

    static Stream<Arguments> hidesPayloadsThatTheInputSchemaRefuses() {
        return Stream.of(
                arguments("{\"text\": SECRET}", "input: / line 1, column 10: breaks JSON's rules"),
                arguments("{\"SECRET\":1,\"SECRET\":2}", "input: / line 1, column 21: breaks JSON's rules"),
                arguments("{\"SECRET\":1}", "input: / has the unknown property …"),
                arguments("{\"a SECRET; b\":1}", "input: / has the unknown property …"),
                arguments("{\"byName\":{\"SECRET\":\"x\"}}", "input: /byName/… is a string, not an integer"),
                arguments("{\"byName\":{\"SECRET a/b\":\"x\"}}", "input: /byName/… is a string, not an integer"),
                arguments("{\"text\":\"SECRETSECRETSECRETSECRET\"}", "input: /text is longer than 20 characters"));
    }

    @ParameterizedTest
    @MethodSource
    void hidesPayloadsThatTheInputSchemaRefuses(String payload, String left) throws Exception {
        FixtureReport report = play(payload, null, new HandlerAnswer.RunFailure("not called", null));

        assertThat(report.result().message()).isEqualTo(left);
        assertThat(report.failures()).containsExactly("validation error: " + left);
    }

    static Stream<Arguments> hidesPayloadsInFailures() {
        return Stream.of(
                arguments(
                        refused(Rule.CONVERSION, "/text", "Cannot deserialize `int` from String \"SECRET\": no"),
                        "binding: /text is refused by the project's Jackson"),
                arguments(
                        refused(Rule.CONVERSION, "/text", "Cannot take \"x breaks @SECRET\""),
                        "binding: /text is refused by the project's Jackson"),
                arguments(
                        refused(Rule.CONSTRAINT, "/byName/SECRET", "breaks @Pattern(regexp=^a b$)"),
                        "binding: /byName/… breaks @Pattern(regexp=^a b$)"),
                arguments(
                        new HandlerAnswer.UnusableOutput(
                                ExecutionFinding.quoting(
                                        Rule.CONVERSION, "/name", "a.B: SECRET", "cannot be written as JSON"),
                                1.0),
                        "output: /name cannot be written as JSON"),
                arguments(
                        new HandlerAnswer.UnusableOutput(
                                ExecutionFinding.own(Rule.SIZE, "/", "is larger than 9 bytes (maxPayloadBytes)"), 1.0),
                        "output: / is larger than 9 bytes (maxPayloadBytes)"),
                arguments(output("{\"text\":SECRET}"), "output: / line 1, column 9: breaks JSON's rules"),
                arguments(output("{\"text\":1}"), "output: /text is a number, not a string"),
                arguments(output("{\"SECRET\":1}"), "output: /… is a number, not a string"),
                arguments(new HandlerAnswer.RunFailure("a.B: no queue for\nSECRET", "a.B", 1.0), "a.B"),
                arguments(new HandlerAnswer.RunFailure("SECRET is odd", 1.0), "an exception"),
                arguments(new HandlerAnswer.RunFailure("exit: SECRET", 1.0), "an exception"),
                arguments(HandlerAnswer.RunFailure.own("exit 3", null), "exit 3"),
                arguments(HandlerAnswer.RunFailure.own("HTTP 503", 1.0), "HTTP 503"),
                arguments(new HandlerAnswer.RunFailure("HTTP 500: SECRET", "HTTP 500", 1.0), "HTTP 500"),
                arguments(new HandlerAnswer.RunFailure("HTTP 500: a.B: SECRET", "HTTP 500: a.B", 1.0), "HTTP 500: a.B"),
                arguments(
                        new HandlerAnswer.RunFailure(
                                "java.util.concurrent.TimeoutException: SECRET",
                                "java.util.concurrent.TimeoutException",
                                1.0),
                        "java.util.concurrent.TimeoutException"),
                arguments(
                        HandlerAnswer.RunFailure.own(
                                "java.util.concurrent.TimeoutException: no answer within 50 ms (deadlock)", 1.0),
                        "java.util.concurrent.TimeoutException: no answer within 50 ms (deadlock)"));
    }

    @ParameterizedTest
    @MethodSource
    void hidesPayloadsInFailures(HandlerAnswer answer, String left) throws Exception {
        FixtureReport report = play(GOOD, "{\"status\":\"error\",\"message\":\"SECRET!\"}", answer);

        assertThat(report.result().message()).isEqualTo(left);
        assertThat(report.failures().toString())
                .contains(left.startsWith("binding: /text") ? left : "/message: is not what is expected");
    }

    static Stream<Arguments> hidesPayloadsInDifferences() {
        return Stream.of(
                arguments("\"output\":{\"text\":\"SECRET?\"}", "/output/text: is not what is expected"),
                arguments("\"output\":{\"other\":\"SECRET?\"}", "/output/other: is absent"),
                arguments("\"output\":{\"SECRET\":\"SECRET?\"}", "/output/…: is not what is expected"),
                arguments("\"output\":{\"list\":[\"SECRET: expected\"]}", "/output/list/0: is not what is expected"),
                arguments("\"output\":{\"text\":\"${json-unit.regex}[SECRET\"}", "/output: is not what is expected"),
                arguments("\"type\":\"SECRET\"", "/type: is absent"),
                arguments("\"type\":\"runtime\"", "/type: expected \"runtime\", was absent"));
    }

    @ParameterizedTest
    @MethodSource
    void hidesPayloadsInDifferences(String expected, String left) throws Exception {
        FixtureReport report = play(
                GOOD,
                "{\"status\":\"success\"," + expected + "}",
                output("{\"text\":\"SECRET!\",\"SECRET\":\"x\",\"list\":[\"SECRET\"]}"));

        assertThat(report.failures()).containsExactly(left);
        assertThat(report.result().output()).isNull();
    }

    @Test
    void hidesAnExpectationThatIsNotJson() throws Exception {
        FixtureReport report = play(GOOD, "{\"output\": SECRET}", output("{}"));

        assertThat(report.failures())
                .singleElement()
                .asString()
                .endsWith("one.expected.json: line 1, column 12: breaks JSON's rules");
    }

    @Test
    void hidesWhatAHandlerPrintsThrowsAndLeavesBehind() throws Exception {
        String stack = "a.B: SECRET\nSECRET\n\tat a.C.d(C.java:3)\n\t... 2 more\nCaused by: a.E: SECRET\n\tat SECRET\n";
        Handler handler = new Handler() {
            @Override
            public HandlerAnswer call(byte[] payload, Duration timeout) {
                return submit(payload, timeout).get().answer();
            }

            @Override
            public Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
                return () -> new ObservedCall(
                        output("{\"text\":\"SECRET\"}"),
                        "got SECRET",
                        new CallStack(stack, "a.B\n\tat a.C.d(C.java:3)\n", "a.C.d(C.java:3)"),
                        ExecutionFinding.quoting(
                                Rule.ANSWER,
                                null,
                                "the handler leaves the thread \"for SECRET\" running, which keeps a JVM alive",
                                "the handler leaves a thread running, which keeps a JVM alive"),
                        false);
            }

            @Override
            public String takePrintedBetweenCalls() {
                return "late SECRET";
            }
        };

        FixtureReport report = play(GOOD, null, handler);

        assertThat(report.printed()).isEqualTo("[not shown, because reportPayloads is none]");
        assertThat(report.stack()).isEqualTo("a.B\n\tat a.C.d(C.java:3)\n");
        assertThat(report.failures()).containsExactly("the handler leaves a thread running, which keeps a JVM alive");
    }

    static Stream<Arguments> hidesPayloadsInEveryKindOfFinding() {
        return Stream.of(Step.values()).flatMap(step -> Stream.of(Rule.values()).map(rule -> arguments(step, rule)));
    }

    /** What is hidden follows from what a finding is, so that nobody leaks a payload by better words. */
    @ParameterizedTest
    @MethodSource
    void hidesPayloadsInEveryKindOfFinding(Step step, Rule rule) {
        PayloadRedaction redaction = new PayloadRedaction(INPUT, OUTPUT);
        for (String words :
                List.of("SECRET", "is SECRET", "breaks @SECRET", "expected SECRET, was absent", "exit 3 SECRET")) {
            ExecutionFinding quoting = new ExecutionFinding(step, "/text", rule, words, "kept", null);
            ExecutionFinding naming = new ExecutionFinding(step, "/SECRET", rule, words, "kept", "SECRET");
            List<ExecutionFinding> both = List.of(quoting, naming);
            FixtureReport full = new FixtureReport(
                    "one",
                    null,
                    ExecutionResult.error(ExecutionResult.VALIDATION, both, null),
                    List.of("SECRET"),
                    Latency.NONE,
                    "{\"SECRET\":1}",
                    "",
                    null);

            FixtureReport shown = redaction.apply(full, List.of(FixtureFailure.of(full.result())), null);

            assertThat(quoting.quotesPayload()).isTrue();
            assertThat(shown.toString())
                    .doesNotContain("SECRET")
                    .contains("kept")
                    .contains("/text");
        }
    }

    static Stream<Arguments> hidesPayloadsThatRealHandlersThrow() {
        return Stream.of(
                arguments("throwing", "java.lang.IllegalStateException"),
                arguments("exiting", "exit 3"),
                arguments("looping", "java.util.concurrent.TimeoutException: no answer within 300 ms"),
                arguments(
                        "leaving",
                        "the handler leaves a thread running, which keeps a JVM alive: end it, or make it a daemon"),
                arguments("unwritable", "output: /text cannot be written as JSON"),
                arguments("numbers", "binding: /text is refused by the project's Jackson"));
    }

    /** What a worker really says of handlers that put a payload wherever they can. */
    @ParameterizedTest
    @MethodSource
    void hidesPayloadsThatRealHandlersThrow(String method, String left) throws Exception {
        String payloads =
                "java.util.Map<java.lang.String, java.lang." + (method.equals("numbers") ? "Integer>" : "Object>");
        HandlerSignature signature = new HandlerSignature(
                LeakyHandlers.class.getName(), method, payloads, LeakyHandlers.class.getName() + "$Answer");
        try (HandlerWorkers workers = HandlerWorkers.start(worker(JAVA))) {
            FixtureReport report =
                    play(GOOD, null, workers.handler(action(300), signature), method.equals("looping") ? 300 : 5000);

            assertThat(report.failures()).singleElement().asString().endsWith(left);
            if (method.equals("throwing")) {
                assertThat(report.stack())
                        .startsWith("java.lang.IllegalStateException\n\tat " + LeakyHandlers.class.getName())
                        .contains("Suppressed: java.lang.IllegalArgumentException\n")
                        .contains("Caused by: java.lang.UnsupportedOperationException\n");
            }
        }
    }

    static Stream<Arguments> hidesPayloadsThatRealServicesAnswer() {
        return Stream.of(
                arguments(500, "", "{\"message\":\"no queue for SECRET\"}", "HTTP 500"),
                arguments(500, "", "{\"message\":\"SECRET.doe: no such customer\"}", "HTTP 500"),
                arguments(500, "", "SECRET", "HTTP 500"),
                arguments(500, "a.B", "{\"message\":\"a.B: no queue for SECRET\"}", "HTTP 500: a.B"),
                arguments(200, "", "{\"text\":SECRET}", "output: / line 1, column 9: breaks JSON's rules"),
                arguments(200, "", "{\"text\":\"SECRET", "output: / line 1, column 16: ends too early"),
                arguments(200, "", "{\"SECRET\":1}", "output: /… is a number, not a string"),
                arguments(0, "", "SECRET=1 and more", "java.net.ProtocolException"));
    }

    /** What a service really answers. */
    @ParameterizedTest
    @MethodSource
    void hidesPayloadsThatRealServicesAnswer(int status, String failure, String body, String left) throws Exception {
        try (MockWebServer service = new MockWebServer()) {
            service.start();
            MockResponse.Builder answer = new MockResponse.Builder().body(body);
            if (!failure.isEmpty()) {
                answer.addHeader(ServedAnswer.HEADER, "1.500000").addHeader(ServedAnswer.FAILURE_HEADER, failure);
            }
            service.enqueue((status == 0 ? answer.status(body) : answer.code(status)).build());
            try (HttpHandler handler = new HttpHandler(service.url("/").toString(), 2000)) {
                FixtureReport report = play(GOOD, null, handler);

                assertThat(report.result().message()).isEqualTo(left);
            }
        }
    }

    /** The next JVM cannot start, and prints a payload: what it prints is part of why. */
    @Test
    void hidesPayloadsThatAJvmPrintsWhichCannotStart() throws Exception {
        Path java = project.resolve("java");
        Files.createSymbolicLink(java, JAVA);
        HandlerSignature signature = new HandlerSignature(
                LeakyHandlers.class.getName(),
                "exiting",
                "java.util.Map<java.lang.String, java.lang.Object>",
                LeakyHandlers.class.getName() + "$Answer");
        try (HandlerWorkers workers = HandlerWorkers.start(worker(java))) {
            Handler handler = workers.handler(action(5000), signature);
            handler.call(GOOD.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(20));
            Files.delete(java);
            Files.writeString(java, "#!/bin/sh\necho SECRET\nexit 1\n");
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

            HandlerAnswer.RunFailure answer = (HandlerAnswer.RunFailure)
                    handler.call(GOOD.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(20));
            FixtureReport report = play(GOOD, null, handler);

            assertThat(answer.problem()).startsWith("exit: ").contains("SECRET");
            assertThat(report.result().message()).isEqualTo("exit");
        }
    }

    private WorkerSettings worker(Path java) throws Exception {
        List<Path> classPath = new ArrayList<>();
        for (Class<?> each : List.of(LeakyHandlers.class, JsonMapper.class, JsonFactory.class, JsonProperty.class)) {
            classPath.add(Path.of(
                    each.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return new WorkerSettings(java, classPath, "", project, 1 << 20);
    }

    private static ActionDefinition action(int timeoutMs) {
        return new ActionDefinition("Echo", "1", null, "x", null, null, null, timeoutMs);
    }

    private static HandlerAnswer refused(Rule rule, String pointer, String words) {
        return new HandlerAnswer.BindingFailure(List.of(
                rule == Rule.CONSTRAINT
                        ? ExecutionFinding.own(rule, pointer, words)
                        : ExecutionFinding.quoting(rule, pointer, words, "is refused by the project's Jackson")));
    }

    private static HandlerAnswer output(String json) {
        return new HandlerAnswer.Output(json.getBytes(StandardCharsets.UTF_8), 1.0);
    }

    private FixtureReport play(String payload, @Nullable String expected, HandlerAnswer answer) throws Exception {
        return play(payload, expected, (given, timeout) -> answer);
    }

    private FixtureReport play(String payload, @Nullable String expected, Handler handler) throws Exception {
        return play(payload, expected, handler, 5000);
    }

    /** Plays it, writes every report, and looks for the secret in all of them. */
    private FixtureReport play(String payload, @Nullable String expected, Handler handler, int timeoutMs)
            throws Exception {
        Path folder = Files.createDirectories(project.resolve("fixtures/Echo"));
        Files.writeString(folder.resolve("one.json"), payload);
        if (expected != null) {
            Files.writeString(folder.resolve("one.expected.json"), expected);
        }
        ActionDefinition action = action(timeoutMs);
        Contract contract = new Contract("Echo", "1", null, 5000, INPUT, OUTPUT);
        SimulationReport report = Simulator.run(
                List.of(new SimulatedAction(action, contract, handler)),
                new SimulationSettings(
                        folder.resolveSibling(""), null, null, false, 1, 0, false, 0, null, 2000, ReportPayloads.NONE),
                new SimulationConsole(
                        new ConsoleLog(console::add, console::add, console::add),
                        SimulationReports.AGAIN,
                        Secrets::new));
        Path reports = project.resolve("reports");
        JUnitXml.write(report, reports, SimulationReports.run(project));
        SimulationJson.write(report, reports.resolve("simulation.json"), project);
        new SimulationPage()
                .write(report, SimulationSource.of(PageOrigin.UNKNOWN, project), reports.resolve("simulation.html"));

        assertThat(console).hasSizeGreaterThan(1).noneMatch(line -> line.contains("SECRET"));
        for (String file : List.of("TEST-cxone.Echo.xml", "simulation.json", "simulation.html")) {
            assertThat(Files.readString(reports.resolve(file))).as(file).doesNotContain("SECRET");
        }
        return report.actions().get(0).fixtures().get(0);
    }
}
