package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.execution.WorkerSettings;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.HandlerSignature;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.ReportPayloads;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbingTest {

    private static final String INPUT = """
            {"type":"object","required":["id","kind"],"properties":{
              "id":{"type":"string"},
              "kind":{"enum":["A","B","C"]},
              "note":{"type":"string","maxLength":40},
              "score":{"type":["number","null"],"minimum":-1.0,"maximum":1.0},
              "count":{"type":"integer","minimum":0,"maximum":2147483647},
              "tags":{"type":"array","items":{"type":"string"}}}}""";
    private static final String OUTPUT = """
            {"type":"object","required":["text","number"],"properties":{
              "text":{"type":"string"},"number":{"type":"number","minimum":0,"exclusiveMaximum":2000000000}}}""";

    private final List<Path> recorded = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private HandlerWorkers workers;
    private String shard;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        workers = HandlerWorkers.start(new WorkerSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(Path.of(ProbedHandlers.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())),
                "",
                folder,
                1 << 20));
    }

    @AfterAll
    void stop() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absentOptional | NullPointerException | {\"id\":\"\",\"kind\":\"A\"}",
                "nullMember | NullPointerException | {\"id\":\"\",\"kind\":\"A\",\"score\":null}",
                "emptyList | IndexOutOfBoundsException | {\"id\":\"\",\"kind\":\"A\",\"tags\":[]}",
                "shortString | StringIndexOutOfBoundsException | {\"id\":\"\",\"kind\":\"A\"}",
                "cutCharacter | output: | {\"id\":\"\",\"kind\":\"A\",\"note\":\"a😀😀😀\"}",
                "divisionByZero | ArithmeticException | {\"id\":\"\",\"kind\":\"A\",\"count\":0}",
                "overflow | output: /number | {\"id\":\"\",\"kind\":\"A\",\"count\":2147483647}",
                "outputBound | output: /number | {\"id\":\"\",\"kind\":\"A\",\"score\":1}",
                "nullForOneKind | output: / | {\"id\":\"\",\"kind\":\"C\"}",
            })
    void catchesABugAndShowsTheSmallestPayload(String method, String words, String smallest) throws Exception {
        ProbeReport probes = probe(method, 400, 5000);

        assertThat(probes.passed()).isFalse();
        assertThat(probes.failed()).isPositive().isLessThanOrEqualTo(probes.sent());
        assertThat(smallest(probes)).anySatisfy(report -> {
            assertThat(String.join("; ", report.failures())).contains(words);
            assertThat(report.payload()).isEqualTo(smallest);
        });
    }

    @Test
    void catchesAnEndlessLoopForOneEnumValue() throws Exception {
        List<FixtureReport> reports = smallest(probe("endlessForOneKind", 40, 300));

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).failures().get(0)).contains("java.util.concurrent.TimeoutException");
        assertThat(reports.get(0).payload()).isEqualTo("{\"id\":\"\",\"kind\":\"B\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"careful", "cautious", "clean"})
    void findsNothingInACorrectHandler(String method) throws Exception {
        ProbeReport probes = probe(method, 400, 5000);

        assertThat(probes.passed()).isTrue();
        assertThat(probes.failed()).isZero();
        assertThat(probes.label()).isEqualTo(probes.sent() + " probes, seed 42");
        assertThat(probes.latency().count()).isGreaterThan(80);
    }

    @Test
    void tellsTwoBugsApartThatHaveTheSameWords() throws Exception {
        assertThat(smallest(probe("twoNulls", 400, 5000)))
                .extracting(FixtureReport::payload)
                .containsExactlyInAnyOrder(
                        "{\"id\":\"\",\"kind\":\"A\"}", "{\"id\":\"\",\"kind\":\"A\",\"note\":\"\"}");
    }

    @Test
    void shrinksToTheVeryBoundAndTheVeryCharacter() throws Exception {
        Handler picky = (payload, timeout) -> {
            JsonNode in = Json.read(payload);
            boolean refused = in.path("count").asInt(0) > 1234;
            boolean odd = in.path("note").asString("").contains("😀");
            return refused || odd
                    ? new HandlerAnswer.RunFailure(odd ? "odd" : "refused " + in.path("count"), 0.1)
                    : new HandlerAnswer.Output("{\"text\":\"\",\"number\":0}".getBytes(StandardCharsets.UTF_8), 0.1);
        };

        List<FixtureReport> reports = smallest(simulate(picky, 400, 5000, false));

        assertThat(reports)
                .extracting(FixtureReport::payload)
                .containsExactlyInAnyOrder(
                        "{\"id\":\"\",\"kind\":\"A\",\"count\":1235}", "{\"id\":\"\",\"kind\":\"A\",\"note\":\"😀\"}");
        assertThat(reports)
                .anySatisfy(report -> assertThat(report.failures().toString()).contains("runtime error: refused 1235"));
    }

    @Test
    void savesWhatFailsAsAFixtureWhereAsked() throws Exception {
        ProbeReport probes = probe("divisionByZero", 400, 5000, true);

        assertThat(recorded).containsExactly(smallest(probes).get(0).file());
        assertThat(Json.read(Files.readAllBytes(recorded.get(0))))
                .hasToString("{\"id\":\"\",\"kind\":\"A\",\"count\":0}");
    }

    @Test
    void doesNotBlameWhatBeanValidationRefuses() throws Exception {
        Handler refusing = (payload, timeout) -> new HandlerAnswer.BindingFailure(
                List.of(ExecutionFinding.own(Rule.CONSTRAINT, "/id", "breaks @Email")));

        assertThat(simulate(refusing, 50, 5000, false)).matches(ProbeReport::passed);
    }

    @Test
    void blamesAContractThatPromisesMoreThanJacksonCanRead() throws Exception {
        Handler refusing = (payload, timeout) -> new HandlerAnswer.BindingFailure("/id Cannot deserialize");

        assertThat(smallest(simulate(refusing, 50, 5000, false))
                        .get(0)
                        .failures()
                        .get(0))
                .contains("binding: /id");
    }

    @Test
    void onlyCallsTheHandlerWithWhatTheSchemaAccepts() throws Exception {
        List<String> seen = new ArrayList<>();
        Handler counting = (payload, timeout) -> {
            seen.add(new String(payload, StandardCharsets.UTF_8));
            return new HandlerAnswer.Output("{\"text\":\"\",\"number\":0}".getBytes(StandardCharsets.UTF_8), 0.1);
        };

        assertThat(simulate(counting, 500, 5000, false)).matches(ProbeReport::passed);

        assertThat(seen).hasSizeLessThan(500).allMatch(payload -> payload.contains("\"kind\":"));
    }

    private ProbeReport probe(String method, int count, int timeoutMs) throws Exception {
        return probe(method, count, timeoutMs, false);
    }

    @Test
    void shardsShareTheProbesOfASeed() throws Exception {
        List<String> sent = new ArrayList<>();
        Handler echo = (payload, timeout) -> {
            sent.add(new String(payload, StandardCharsets.UTF_8));
            return new HandlerAnswer.Output("{\"text\":\"\",\"number\":1}".getBytes(StandardCharsets.UTF_8), 1.0);
        };
        simulate(echo, 50, 5000, false);
        List<String> all = List.copyOf(sent);
        sent.clear();
        for (String each : List.of("1/4", "2/4", "3/4", "4/4")) {
            shard = each;
            assertThat(simulate(echo, 50, 5000, false).label())
                    .endsWith(" probes, seed 42")
                    .startsWith("1");
        }

        assertThat(sent).isEqualTo(all);
        shard = "1/1000";
        assertThat(simulate(echo, 50, 5000, false)).isNull();
        shard = null;
    }

    private ProbeReport probe(String method, int count, int timeoutMs, boolean record) throws Exception {
        String handlers = ProbedHandlers.class.getName();
        String map = "java.util.Map<java.lang.String, java.lang.Object>";
        boolean untyped = method.equals("nullMember") || method.equals("clean");
        HandlerSignature signature = new HandlerSignature(
                handlers, method, untyped ? map : handlers + "$In", method.equals("clean") ? map : handlers + "$Out");
        return simulate(workers.handler(action(timeoutMs), signature), count, timeoutMs, record);
    }

    private static List<FixtureReport> smallest(ProbeReport probes) {
        return probes.failures().stream()
                .map(ProbeReport.ProbeFailure::smallest)
                .toList();
    }

    private ProbeReport simulate(Handler handler, int count, int timeoutMs, boolean record) throws Exception {
        Contract contract = new Contract("Probed", "1", null, timeoutMs, Json.read(INPUT), Json.read(OUTPUT));
        SimulationSettings settings = new SimulationSettings(
                folder.resolve("fixtures-" + record),
                null,
                Shard.parse(shard),
                false,
                1,
                0,
                record,
                count,
                42L,
                1 << 20,
                ReportPayloads.FAILED);
        return Simulator.run(
                        List.of(new SimulatedAction(action(timeoutMs), contract, handler)), settings, new Recorded())
                .actions()
                .get(0)
                .probes();
    }

    private static ActionDefinition action(int timeoutMs) {
        return new ActionDefinition("Probed", "1", null, "x", null, null, null, timeoutMs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'required':['a/b'],'properties':{'a/b':{'type':'string','allOf':[{'pattern':'^a+$'},{'pattern':'^b+$'}]}}} |"
                        + " /a~1b",
                "{'properties':{'n':{'type':'integer','minimum':5,'maximum':4},'id':{'type':'string'}}} | /n",
                "{'required':['l'],'properties':{'l':{'type':'array','minItems':1,'items':{'type':'object','required':['n'],"
                        + "'properties':{'n':{'type':'string','pattern':'^(a)\\\\1\\\\b(?<=b)$'}}}}}} | /l/0/n",
            })
    void warnsOfWhatItCannotDeriveAndFailsNothing(String schema, String property) throws Exception {
        warned.clear();
        JsonNode input = Json.read(schema.replace('\'', '"'));
        Handler echo = (payload, timeout) ->
                new HandlerAnswer.Output("{\"text\":\"\",\"number\":1}".getBytes(StandardCharsets.UTF_8), 1.0);
        ActionDefinition action = new ActionDefinition("Probed", "1", null, "x", null, null, null, 5000);
        Contract contract = new Contract("Probed", "1", null, 5000, input, Json.read(OUTPUT));

        SimulationReport report = Simulator.run(
                List.of(new SimulatedAction(action, contract, echo)),
                new SimulationSettings(folder, null, null, false, 1, 0, false, 50, 7L, 1 << 20, ReportPayloads.FAILED),
                new Recorded());

        assertThat(report.passed()).isTrue();
        assertThat(warned).containsExactly(property);
    }

    private final class Recorded implements SimulationEvents {
        @Override
        public void noFixtures(String action, Path example) {}

        @Override
        public void nothingSelected(String glob) {}

        @Override
        public void progress(String action, int done, int total) {}

        @Override
        public void played(ActionReport action) {}

        @Override
        public void recorded(Path file) {
            recorded.add(file);
        }

        @Override
        public void probing(String action, int probes, long seed) {}

        @Override
        public void underivable(String action, List<String> properties, boolean none) {
            warned.addAll(properties);
        }
    }
}
