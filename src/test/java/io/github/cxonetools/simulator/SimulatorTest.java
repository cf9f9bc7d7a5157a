package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerAnswer;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.ReportPayloads;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorTest {

    private static final String INPUT = """
            {"type":"object","required":["n"],"properties":{"n":{"type":"integer"}}}""";
    private static final String OUTPUT = """
            {"type":"object","properties":{"doubled":{"type":"integer"},"list":{"type":"array"}}}""";

    @TempDir
    Path folder;

    private final List<String> calls = new ArrayList<>();
    private final List<Path> recorded = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean record;
    private boolean failIfNoFixtures;
    private int probe;
    private String glob;
    private String shard;
    private ReportPayloads kept = ReportPayloads.FAILED;
    private int repeat = 1;
    private int warmup;
    private long maxPayloadBytes = 1000;

    @Test
    void passesAnySuccessWhereNothingIsExpected() throws Exception {
        fixture("one", "{\"n\":1}", null);

        FixtureReport one = play(answering("{\"doubled\":2}")).get(0);

        assertThat(one.passed()).isTrue();
        assertThat(one.result().status()).isEqualTo("success");
        assertThat(one.latency().count()).isEqualTo(1);
    }

    @Test
    void failsAnErrorWhereNothingIsExpected() throws Exception {
        fixture("one", "{}", null);

        FixtureReport one = play(answering("{}")).get(0);

        assertThat(one.failures()).singleElement().asString().startsWith("validation error: input: /");
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'success'}",
                "{'status':'success','output':{'doubled':2}}",
                "{'status':'success','output':{'doubled':2.0}}",
                "{'status':'success','output':{},'latency_ms':99}",
                "{'status':'success','output':{'doubled':'${json-unit.any-number}'}}",
                "{'status':'success','output':{'list':['${json-unit.regex}^a.*','b']}}",
                "{'status':'success','output':{'list':'${json-unit.ignore}'}}",
            })
    void passesAnOutputThatIsAsTheExpectationSays(String expected) throws Exception {
        fixture("one", "{\"n\":1}", expected);

        assertThat(play(answering("{\"doubled\":2,\"list\":[\"ab\",\"b\"]}"))
                        .get(0)
                        .failures())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'success','output':{'doubled':3}} | /output/doubled: expected 3, was 2",
                "{'status':'success','output':{'list':['b','ab']}} | /output/list/0: expected \"b\", was \"ab\"",
                "{'status':'success','output':{'other':3}} | /output/other: expected 3, was absent",
                "{'status':'error'} | /status: expected \"error\", was \"success\"",
                "{'status':'error','type':'runtime','message':'x'} | /type: expected \"runtime\", was absent",
                "{'status':'success','outputs':{}} | /outputs is nothing that a result has",
                "{'status':'error','message':''} | /message is empty",
                "{'status':'fine'} | /status must be \"success\" or \"error\"",
                "[] | is not a JSON object",
                "{'status' | line 1, column",
                "'' | is not a JSON object",
                "null | is not a JSON object",
                "{'status':'success','status':'error'} | line 1, column",
                "{'status':'error','output':{}} | /output is nothing that an error has",
                "{'status':'success','output':null} | /output: expected null, was {",
                "{'status':'success','output':{'list':['${json-unit.regex}[','b']}} | /output: JsonUnit cannot compare",
                "{'status':'success','output':{'list':['${json-unit.matches:no}1','b']}} | /output: expected",
            })
    void saysWhereTheResultIsNotWhatWasExpected(String expected, String difference) throws Exception {
        fixture("one", "{\"n\":1}", expected);

        assertThat(String.join(
                        "; ",
                        play(answering("{\"doubled\":2,\"list\":[\"ab\",\"b\"]}"))
                                .get(0)
                                .failures()))
                .contains(difference);
    }

    /** JsonUnit tells what is missing first, and sorts names. */
    @Test
    void saysDifferencesInTheOrderOfTheDocument() throws Exception {
        fixture(
                "one",
                "{\"n\":1}",
                "{'status':'success','output':{'zone':1,'list':[0,0,9,0,0,0,0,0,0,0,9],'gone':2,'a/b':{'y':5,'x':6},'deep':[{'n':1},{'n':2}]}}");

        FixtureReport one = play(answering("{\"list\":[0,0,1,0,0,0,0,0,0,0,2,3],\"zone\":2,\"a/b\":{\"x\":0},"
                        + "\"deep\":[{\"n\":0},{\"n\":0}]}"))
                .get(0);

        assertThat(one.differences())
                .containsExactly(
                        new ValueDifference("/output/zone", "1", "2"),
                        new ValueDifference("/output/list/2", "9", "1"),
                        new ValueDifference("/output/list/10", "9", "2"),
                        new ValueDifference("/output/list/11", null, "3"),
                        new ValueDifference("/output/gone", "2", null),
                        new ValueDifference("/output/a~1b/y", "5", null),
                        new ValueDifference("/output/a~1b/x", "6", "0"),
                        new ValueDifference("/output/deep/0/n", "1", "0"),
                        new ValueDifference("/output/deep/1/n", "2", "0"));
        assertThat(one.failures())
                .isEqualTo(one.differences().stream().map(ValueDifference::text).toList())
                .contains(
                        "/output/list/2: expected 9, was 1",
                        "/output/list/11: expected nothing more, was 3",
                        "/output/gone: expected 2, was absent");
    }

    @Test
    void keepsNoDifferenceWherePayloadsAreNotShown() throws Exception {
        kept = ReportPayloads.NONE;
        fixture("one", "{\"n\":1}", "{'status':'success','output':{'doubled':3}}");

        FixtureReport one = play(answering("{\"doubled\":2}")).get(0);

        assertThat(one.failures()).containsExactly("/output/doubled: is not what is expected");
        assertThat(one.differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e50000000 | 5 | expected 1E+50000000, was 5",
                "1e999999999 | 5 | expected 1E+999999999, was 5",
                "5 | 1e2147483647 | expected 5, was 1E+2147483647",
                "1e-2147483647 | 5 | expected 1E-2147483647, was 5",
                "1e2147483648 | 5 | The exponent of a number is beyond what can be read",
                "1e50000000 | 10e49999999 | ''",
                "\"${json-unit.any-number}\" | 1e50000000 | ''",
                "\"1e50000000\" | 1e50000000 | expected \"1e50000000\", was 1E+50000000",
            })
    @Timeout(10)
    void comparesNumbersWithHugeExponents(String expected, String actual, String difference) throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'success','output':{'list':[" + expected + "]}}");

        FixtureReport one = play(answering("{\"list\":[" + actual + "]}")).get(0);

        assertThat(one.failures().toString()).contains(difference.isEmpty() ? "[]" : difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x[0] | /output/x[0]",
                "a.b | /output/a.b",
                "a/b~c | /output/a~1b~0c",
                "a\\b | /output/a\\b",
                "'' | /output/",
                "~1 | /output/~01",
                "length() | /output/length()",
            })
    void namesKeepTheirCharactersInPointers(String name, String pointer) throws Exception {
        String key = Json.quoted(name);
        fixture("one", "{\"n\":1}", "{'status':'success','output':{" + key + ":{" + key + ":[1]}}}");

        assertThat(play(answering("{" + key + ":{" + key + ":[2]}}")).get(0).failures())
                .containsExactly(pointer + pointer.substring("/output".length()) + "/0: expected 1, was 2");
        assertThat(play(answering("{}")).get(0).failures())
                .containsExactly(pointer + ": expected {" + key + ":[1]}, was absent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caf\u00e9 | cafe\u0301 | expected \"caf\\u00E9\", was \"cafe\\u0301\"",
                "a b | a\u00a0b | expected \"a b\", was \"a\\u00A0b\"",
                "ab | a\u200bb | expected \"ab\", was \"a\\u200Bb\"",
                "ab | \ufeffab | expected \"ab\", was \"\\uFEFFab\"",
                "Ab | \u0410b | expected \"Ab\", was \"\\u0410b\"",
                "a-b | a\u2011b | expected \"a-b\", was \"a\\u2011b\"",
                "caf\u00e9 | caf\u00e8 | expected \"caf\u00e9\", was \"caf\u00e8\"",
            })
    void showsCodePointsWhereTextsPrintTheSame(String expected, String actual, String difference) throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'success','output':{'list':['" + expected + "']}}");

        assertThat(play(answering("{\"list\":[\"" + actual + "\"]}")).get(0).failures())
                .containsExactly("/output/list/0: " + difference);
    }

    @Test
    void showsCodePointsOfNamesAndMessagesThatPrintTheSame() throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'success','output':{'caf\u00e9':1}}");
        assertThat(play(answering("{\"cafe\u0301\":1}")).get(0).failures())
                .containsExactly(
                        "/output/caf\u00e9: expected 1 (the result has \"cafe\\u0301\", which prints the same),"
                                + " was absent");

        fixture("one", "{\"n\":1}", "{'status':'error','message':'no queue'}");
        HandlerAnswer failure = new HandlerAnswer.RunFailure("a.B: no\u00a0queue", 1.0);
        assertThat(play((payload, timeout) -> failure).get(0).failures())
                .containsExactly("/message: expected it to contain \"no queue\", was \"a.B: no\\u00A0queue\"");
    }

    @Test
    void showsWhereLongTextsBeginToDiffer() throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'success','output':{'list':['" + "a".repeat(300) + "b']}}");

        assertThat(play(answering("{\"list\":[\"" + "a".repeat(300) + "c\"]}"))
                        .get(0)
                        .failures())
                .singleElement()
                .asString()
                .contains("ab\", was … a")
                .endsWith("ac\"");
    }

    @Test
    @Timeout(20)
    void givesUpOnARegularExpressionThatExplodes() throws Exception {
        fixture(
                "one",
                "{\"n\":1}",
                "{'status':'success','output':{'list':['${json-unit.regex}(x|x)*\\\\1y(.*a){25}z']}}");

        assertThat(play(answering("{\"list\":[\"" + "x".repeat(40) + "\"]}"))
                        .get(0)
                        .failures())
                .singleElement()
                .asString()
                .startsWith("/output/list/0 is not matched against (x|x)*\\1y(.*a){25}z, because that takes more than");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'error','type':'runtime','message':'no queue'} | true",
                "{'status':'error','message':'${json-unit.regex}.*no .*'} | true",
                "{'status':'error','type':'runtime','message':'no tenant'} | false",
                "{'status':'error','type':'validation'} | false",
                "{'status':'success'} | false",
            })
    void expectsErrorsByWhatTheirMessageContains(String expected, boolean passes) throws Exception {
        fixture("one", "{\"n\":1}", expected);
        HandlerAnswer failure = new HandlerAnswer.RunFailure("java.lang.IllegalStateException: no queue", 1.0);

        assertThat(play((payload, timeout) -> failure).get(0).passed()).isEqualTo(passes);
    }

    @Test
    void saysWhatIsWrongWithAPlaceholderInAMessage() throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'error','message':'${json-unit.regex}['}");
        HandlerAnswer failure = new HandlerAnswer.RunFailure("java.lang.IllegalStateException: no queue", 1.0);

        assertThat(play((payload, timeout) -> failure).get(0).failures())
                .singleElement()
                .asString()
                .startsWith("/message: expected it to contain \"${json-unit.regex}[\"");
    }

    @Test
    void failsABindingErrorEvenWhereItIsExpected() throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'error','type':'validation'}");

        assertThat(play((payload, timeout) -> new HandlerAnswer.BindingFailure("/n is too large"))
                        .get(0)
                        .failures())
                .singleElement()
                .asString()
                .contains("the contract is wrong: binding: /n is too large");
    }

    @Test
    void passesAnExpectedConstraintThatNoSchemaCanSay() throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'error','type':'validation','message':'breaks @Even'}");
        fixture("two", "{\"n\":1}", null);

        assertThat(play((payload, timeout) -> new HandlerAnswer.BindingFailure(
                        List.of(ExecutionFinding.own(Rule.CONSTRAINT, "/n", "breaks @Even")))))
                .extracting(FixtureReport::passed)
                .containsExactly(true, false);
    }

    @Test
    void takesAPayloadThatIsNoJsonAsAnErrorThatCanBeExpected() throws Exception {
        fixture("broken", "{", "{'status':'error','type':'validation','message':'input: / line 1'}");
        fixture("large", "{\"n\":" + " ".repeat(2000) + "1}", "{'status':'error','type':'validation'}");

        assertThat(play(answering("{}"))).allMatch(FixtureReport::passed);
        assertThat(calls).isEmpty();
    }

    @Test
    void refusesAPayloadOf100MegabytesUnread() throws Exception {
        fixture("huge", "{}", null);
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("Doubling/huge.json").toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        assertThat(play(answering("{}")).get(0).failures())
                .singleElement()
                .asString()
                .endsWith("huge.json: larger than 1000 bytes (maxPayloadBytes)");
    }

    @Test
    void playsFilesWithAnyName() throws Exception {
        for (String name : List.of("it's", "\"quoted\"", "<script>", "with space", "a..b", "ümlaut", "😀")) {
            fixture(name, "{\"n\":1}", "{'status':'success'}");
        }

        assertThat(play(answering("{}"))).hasSize(7).allMatch(FixtureReport::passed);
    }

    @Test
    void showsProgressAtMostEveryTwoSeconds() {
        List<String> shown = new ArrayList<>();
        long[] now = {0};
        ProgressThrottle progress = new ProgressThrottle(
                new Recorded() {
                    @Override
                    public void progress(String action, int done, int total) {
                        shown.add(done + "/" + total);
                    }
                },
                () -> now[0]);

        for (int done = 1; done <= 10; done++) {
            now[0] += 900_000_000;
            progress.report("Doubling", done, 10);
        }

        assertThat(shown).containsExactly("3/10", "6/10", "9/10");
    }

    @Test
    void playsFixturesInOrderAsOftenAsAsked() throws Exception {
        repeat = 3;
        warmup = 2;
        fixture("b", "{\"n\":2}", null);
        fixture("a", "{\"n\":1}", null);

        List<FixtureReport> reports = play(answering("{}"));

        assertThat(calls).hasSize(10).startsWith("{\"n\":1}").endsWith("{\"n\":2}");
        assertThat(calls.subList(0, 5)).containsOnly("{\"n\":1}");
        assertThat(reports).extracting(report -> report.latency().count()).containsExactly(3L, 3L);
    }

    @Test
    void keepsTheFirstCallApartFromTheOtherRuns() throws Exception {
        repeat = 3;
        warmup = 0;
        fixture("a", "{\"n\":1}", null);
        fixture("b", "{\"n\":2}", null);
        double[] millis = {90, 0.5, 0.5, 0.5, 0.5, 0.5};

        LatencyProfile profile = profile((payload, timeout) -> {
            calls.add("");
            return new HandlerAnswer.Output("{}".getBytes(StandardCharsets.UTF_8), millis[calls.size() - 1]);
        });

        assertThat(profile.firstCall()).isEqualTo(new LatencyProfile.FirstCall("a", 90));
        assertThat(profile.rest()).isEqualTo(new Latency(5, 0.5, 0.5, 0.5, 0.5, 0.5));
        assertThat(profile.bins()).containsExactly(new LatencyProfile.Bin(0.398, 0.501, 5));
    }

    @Test
    void hasNoFirstCallWhereOneWasMadeToWarmUp() throws Exception {
        repeat = 2;
        warmup = 1;
        fixture("a", "{\"n\":1}", null);

        LatencyProfile profile = profile(answering("{}"));

        assertThat(profile.firstCall()).isNull();
        assertThat(profile.rest().count()).isEqualTo(2);
    }

    @Test
    void failsAFixtureWhoseLaterRunSurprises() throws Exception {
        repeat = 3;
        fixture("one", "{\"n\":1}", "{'status':'success','output':{'doubled':2}}");

        List<FixtureReport> reports = play((payload, timeout) -> {
            calls.add("");
            return output(calls.size() == 2 ? "{\"doubled\":3}" : "{\"doubled\":2}");
        });

        assertThat(reports.get(0).failures()).containsExactly("/output/doubled: expected 2, was 3");
    }

    @Test
    void stopsCallingAHandlerThatHasEndedItsJvmFiveTimes() throws Exception {
        for (int i = 10; i < 30; i++) {
            fixture("n" + i, "{\"n\":" + i + "}", "{'status':'error','type':'runtime'}");
        }
        Handler dying = new Dying();

        List<FixtureReport> reports = play(dying);

        assertThat(reports.subList(0, 5)).allMatch(FixtureReport::passed);
        assertThat(reports.subList(5, 20)).allSatisfy(report -> assertThat(report.failures())
                .containsExactly("not run, because the handler ended its JVM 5 times"));
        assertThat(calls).hasSizeLessThan(15);
    }

    @Test
    void goesOnWithTheNextActionAfterOneThatKeepsEndingItsJvm() throws Exception {
        for (String action : List.of("Doomed", "Doubling")) {
            Files.createDirectories(folder.resolve(action));
            for (int i = 0; i < 7; i++) {
                Files.writeString(folder.resolve(action + "/n" + i + ".json"), "{\"n\":1}");
            }
        }

        SimulationReport report = Simulator.run(
                List.of(action("Doomed", new Dying()), action("Doubling", answering("{}"))),
                new SimulationSettings(folder, null, null, false, 1, 0, false, 0, null, 1000, kept),
                new Recorded());

        assertThat(report.actions().get(0).failed()).isEqualTo(7);
        assertThat(report.actions().get(1).failed()).isZero();
        assertThat(report.actions().get(1).latency().count()).isEqualTo(7);
    }

    @Test
    void handsFixturesOverInBatchesWhereTheHandlerTakesThem() throws Exception {
        for (int i = 100; i < 200; i++) {
            fixture("n" + i, "{\"n\":" + i + "}", null);
        }
        Batched handler = new Batched(false);

        List<FixtureReport> reports = play(handler);

        assertThat(reports).hasSize(100).allMatch(FixtureReport::passed);
        assertThat(handler.enqueued).hasSize(100).isSorted().isEqualTo(handler.asked);
        assertThat(handler.flushes).isLessThan(50);
    }

    @Test
    void asksForNoCallOfABatchBehindTheFifthDeath() throws Exception {
        for (int i = 100; i < 200; i++) {
            fixture("n" + i, "{\"n\":" + i + "}", null);
        }
        Batched handler = new Batched(true);

        List<FixtureReport> reports = play(handler);

        assertThat(reports).hasSize(100).noneMatch(FixtureReport::passed);
        assertThat(reports.subList(5, 100)).allSatisfy(report -> assertThat(report.failures())
                .containsExactly("not run, because the handler ended its JVM 5 times"));
        assertThat(handler.asked).hasSize(5);
    }

    @Test
    void failsAFixtureThatLeavesSomethingBehindAndShowsWhatItPrinted() throws Exception {
        fixture("one", "{\"n\":1}", "{'status':'success'}");

        FixtureReport one = play(new Leaving()).get(0);

        assertThat(one.failures()).containsExactly("leaves a thread");
        assertThat(one.printed()).isEqualTo("said");
    }

    @Test
    void keepsPayloadsAndOutputsOnlyAsTold() throws Exception {
        fixture("bad", "{\"n\":1}", "{'status':'error'}");
        fixture("good", "{\"n\":1}", null);

        List<FixtureReport> failed = play(answering("{\"doubled\":2}"));
        kept = ReportPayloads.ALL;
        List<FixtureReport> all = play(answering("{\"doubled\":2}"));
        kept = ReportPayloads.NONE;
        List<FixtureReport> none = play(answering("{\"doubled\":2}"));

        assertThat(failed).extracting(FixtureReport::payload).containsExactly("{\"n\":1}", null);
        assertThat(failed)
                .extracting(report -> report.result().output() != null)
                .containsExactly(true, false);
        assertThat(all).extracting(FixtureReport::payload).containsExactly("{\"n\":1}", "{\"n\":1}");
        assertThat(none).extracting(FixtureReport::payload).containsOnlyNulls();
        assertThat(none).extracting(report -> report.result().output()).containsOnlyNulls();
    }

    @Test
    void recordsWhatTwoRunsHaveInCommonWithPlaceholdersWhereTheyDiffer() throws Exception {
        record = true;
        fixture("one", "{\"n\":1}", null);
        Handler changing = (payload, timeout) -> {
            calls.add("");
            return output("{\"doubled\":2,\"at\":\"" + calls.size() + "\",\"list\":[1," + calls.size() + "],\"only"
                    + calls.size() + "\":true,\"odd\":\"${json-unit.regex}.*\",\"even\":\"#{json-unit.ignore}\"}");
        };

        assertThat(play(changing).get(0).passed()).isTrue();

        assertThat(folder.resolve("Doubling/one.expected.json")).hasContent("""
                        {
                          "status": "success",
                          "output": {
                            "doubled": 2,
                            "at": "${json-unit.any-string}",
                            "list": [
                              1,
                              "${json-unit.any-number}"
                            ],
                            "odd": "${json-unit.any-string}",
                            "even": "${json-unit.any-string}"
                          }
                        }
                        """);
        assertThat(recorded).containsExactly(folder.resolve("Doubling/one.expected.json"));
        record = false;
        assertThat(play(changing).get(0).failures()).isEmpty();
    }

    @Test
    void recordsAnErrorOnceAndNeverWhatIsThereAlready() throws Exception {
        record = true;
        fixture("one", "{}", null);
        fixture("two", "{\"n\":1}", "{'status':'error'}");

        List<FixtureReport> reports = play(answering("{}"));

        assertThat(reports).extracting(FixtureReport::passed).containsExactly(true, false);
        assertThat(Files.readString(folder.resolve("Doubling/one.expected.json")))
                .contains("\"input: /");
        assertThat(folder.resolve("Doubling/two.expected.json")).hasContent("{\"status\":\"error\"}");
        assertThat(recorded).hasSize(1);
    }

    @Test
    void recordsNeitherADeathNorABrokenContractNorAFlakyHandler() throws Exception {
        record = true;
        fixture("one", "{\"n\":1}", null);

        assertThat(play(new Dying()).get(0).failures()).containsExactly("runtime error: exit 1");
        assertThat(play((payload, timeout) -> new HandlerAnswer.BindingFailure("/ no"))
                        .get(0)
                        .passed())
                .isFalse();
        assertThat(play((payload, timeout) -> {
                            calls.add("");
                            return calls.size() % 2 == 0 ? output("{}") : new HandlerAnswer.RunFailure("x", 1.0);
                        })
                        .get(0)
                        .failures())
                .containsExactly("succeeds in one run and fails in another, so there is nothing to record");
        assertThat(recorded).isEmpty();
    }

    @Test
    void recordsPlaceholdersForEveryKindOfDifference() throws Exception {
        record = true;
        fixture("one", "{\"n\":1}", null);
        String first = "{\"flag\":true,\"kind\":1,\"gone\":null,\"list\":[1],\"deep\":{\"a\":[{\"b\":1,\"c\":2}]}}";
        String second =
                "{\"flag\":false,\"kind\":\"1\",\"gone\":\"x\",\"list\":[1,2],\"deep\":{\"a\":[{\"b\":1,\"c\":3}]}}";
        Handler changing = (payload, timeout) -> {
            calls.add("");
            return output(calls.size() % 2 == 1 ? first : second);
        };

        play(changing);

        assertThat(Json.read(Files.readAllBytes(folder.resolve("Doubling/one.expected.json")))
                        .path("output"))
                .hasToString("{\"flag\":\"${json-unit.any-boolean}\",\"kind\":\"${json-unit.ignore}\","
                        + "\"gone\":\"${json-unit.ignore}\",\"list\":\"${json-unit.ignore}\","
                        + "\"deep\":{\"a\":[{\"b\":1,\"c\":\"${json-unit.any-number}\"}]}}");
        record = false;
        assertThat(play(changing).get(0).failures()).isEmpty();
        assertThat(play(changing).get(0).failures()).isEmpty();
    }

    @Test
    void failsTheFixtureWhoseExpectationCannotBeWrittenAndPlaysTheRest() throws Exception {
        record = true;
        String longName = "n".repeat(250);
        fixture(longName, "{\"n\":1}", null);
        fixture("two", "{\"n\":2}", null);

        List<FixtureReport> reports = play(answering("{}"));

        assertThat(reports.get(0).failures())
                .singleElement()
                .asString()
                .startsWith("could not be recorded: Could not write ");
        assertThat(reports.get(1).passed()).isTrue();
        assertThat(recorded).containsExactly(folder.resolve("Doubling/two.expected.json"));
        assertThat(folder.resolve("Doubling"))
                .isDirectoryNotContaining("glob:**.part")
                .isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void recordsTheLongestNameThatAFileCanHave() throws Exception {
        record = true;
        fixture("n".repeat(255 - ".expected.json".length()), "{\"n\":1}", null);

        assertThat(play(answering("{}")).get(0).passed()).isTrue();
        assertThat(recorded).hasSize(1);
    }

    @Test
    void warnsOfAnActionWithoutFixturesOrFailsIt() throws Exception {
        fixture("one", "{\"n\":1}", null);
        Files.delete(folder.resolve("Doubling/one.json"));
        assertThat(run(answering("{}")).passed()).isTrue();
        assertThat(warnings).containsExactly("Doubling " + folder.resolve("Doubling/first.json"));

        failIfNoFixtures = true;
        assertThat(run(answering("{}")).findings())
                .containsExactly(
                        "Doubling: no fixtures, and cxone.failIfNoFixtures is set. Put a payload as CXone sends "
                                + "it into " + folder.resolve("Doubling/first.json"));
        probe = 5;
        assertThat(run(answering("{}")).findings()).hasSize(1);
    }

    @Test
    void saysWhenAPatternSelectsNothing() throws Exception {
        fixture("one", "{\"n\":1}", null);
        glob = "Doubling/two*";
        assertThat(run(answering("{}")).passed()).isTrue();
        assertThat(warnings).containsExactly("nothing is Doubling/two*");

        failIfNoFixtures = true;
        assertThat(run(answering("{}")).findings())
                .containsExactly("cxone.fixture: nothing matches Doubling/two*, and cxone.failIfNoFixtures is set");
        glob = "*/one";
        assertThat(run(answering("{}")).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ", true",
        "Doubling/*, true",
        "*/probe-*, true",
        "'{Other/*,Doubling/p*}', true",
        "Doubling/one, false",
        "Other/*, false",
    })
    void probesOnlyActionsWhoseProbesThePatternTakes(String pattern, boolean probed) throws Exception {
        fixture("one", "{\"n\":1}", null);
        glob = pattern;
        probe = 5;

        SimulationReport report = run(answering("{}"));

        assertThat(report.played()).isLessThanOrEqualTo(1);
        assertThat(report.actions().get(0).probes() != null).isEqualTo(probed);
    }

    @Test
    void reportsWhatCannotBePlayedAndPlaysTheRest() throws Exception {
        fixture("one", "{\"n\":1}", null);
        Files.writeString(folder.resolve("Doubling/two.expected.json"), "{}");

        SimulationReport report = run(answering("{}"));

        assertThat(report.findings()).singleElement().asString().contains("two.expected.json");
        assertThat(report.played()).isEqualTo(1);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void shardsShareTheFixturesAndEachIsPlayedOnce() throws Exception {
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g");
        for (String name : names) {
            fixture(name, "{\"n\":1}", null);
        }
        List<List<String>> played = new ArrayList<>();
        for (String each : List.of("1/3", "2/3", "3/3")) {
            shard = each;
            SimulationReport report = run(answering("{}"));
            played.add(report.actions().get(0).fixtures().stream()
                    .map(FixtureReport::name)
                    .toList());
            assertThat(report.shard()).isEqualTo(new SimulationReport.ShardOf(Shard.parse(each), 7));
        }

        assertThat(played).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f", "g"));
        assertThat(calls).hasSize(7);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aShardWithoutFixturesIsNeitherIdleNorWithoutFixtures() throws Exception {
        failIfNoFixtures = true;
        fixture("one", "{\"n\":1}", null);
        shard = "1/5";

        SimulationReport report = run(answering("{}"));

        assertThat(report.played()).isZero();
        assertThat(report.isIdle()).isFalse();
        assertThat(report.passed()).isTrue();

        glob = "*/nothing";
        report = run(answering("{}"));

        assertThat(report.isIdle()).isTrue();
        assertThat(report.findings()).singleElement().asString().contains("nothing matches */nothing");
    }

    private LatencyProfile profile(Handler handler) throws Exception {
        return run(handler).actions().get(0).profile();
    }

    private List<FixtureReport> play(Handler handler) throws Exception {
        return run(handler).actions().get(0).fixtures();
    }

    private static SimulatedAction action(String name, Handler handler) {
        return new SimulatedAction(
                new ActionDefinition(name, "1.0.0", null, "com.example.Handler", null, null, null, 5000),
                new Contract(name, "1.0.0", null, 5000, Json.read(INPUT), Json.read(OUTPUT)),
                handler);
    }

    private SimulationReport run(Handler handler) throws Exception {
        SimulationSettings settings = new SimulationSettings(
                folder,
                glob,
                Shard.parse(shard),
                failIfNoFixtures,
                repeat,
                warmup,
                record,
                probe,
                7L,
                maxPayloadBytes,
                kept);
        return Simulator.run(List.of(action("Doubling", handler)), settings, new Recorded());
    }

    private Handler answering(String json) {
        return (payload, timeout) -> {
            calls.add(new String(payload, StandardCharsets.UTF_8));
            return output(json);
        };
    }

    private static HandlerAnswer output(String json) {
        return new HandlerAnswer.Output(json.getBytes(StandardCharsets.UTF_8), 0.5);
    }

    private void fixture(String name, String payload, String expected) throws IOException {
        Path action = Files.createDirectories(folder.resolve("Doubling"));
        Files.writeString(action.resolve(name + ".json"), payload);
        if (expected != null) {
            Files.writeString(action.resolve(name + ".expected.json"), expected.replace('\'', '"'));
        }
    }

    private class Recorded implements SimulationEvents {
        @Override
        public void noFixtures(String action, Path example) {
            warnings.add(action + " " + example);
        }

        @Override
        public void nothingSelected(String glob) {
            warnings.add("nothing is " + glob);
        }

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
        public void underivable(String action, List<String> properties, boolean none) {}
    }

    /** Leaves something behind at each call. */
    private static final class Leaving implements Handler {
        @Override
        public HandlerAnswer call(byte[] payload, Duration timeout) {
            return output("{}");
        }

        @Override
        public Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
            return () -> new ObservedCall(
                    output("{}"), "said", null, ExecutionFinding.own(Rule.ANSWER, null, "leaves a thread"), false);
        }
    }

    /** Takes calls together, and may end its JVM at each. */
    private static final class Batched implements Handler {

        private final boolean dies;
        private final List<String> enqueued = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private int flushes;

        Batched(boolean dies) {
            this.dies = dies;
        }

        @Override
        public HandlerAnswer call(byte[] payload, Duration timeout) {
            throw new AssertionError("called alone");
        }

        @Override
        public Supplier<ObservedCall> enqueue(byte[] payload, Duration timeout) {
            String json = new String(payload, StandardCharsets.UTF_8);
            enqueued.add(json);
            return () -> {
                asked.add(json);
                return dies
                        ? new ObservedCall(new HandlerAnswer.RunFailure("exit 1", null), "", null, null, true)
                        : ObservedCall.of(output("{}"));
            };
        }

        @Override
        public void flush() {
            flushes++;
        }

        @Override
        public boolean takesBatches() {
            return true;
        }
    }

    /** Ends its JVM at each call. */
    private final class Dying implements Handler {
        @Override
        public HandlerAnswer call(byte[] payload, Duration timeout) {
            return submit(payload, timeout).get().answer();
        }

        @Override
        public Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
            calls.add("");
            return () -> new ObservedCall(new HandlerAnswer.RunFailure("exit 1", null), "", null, null, true);
        }
    }
}
