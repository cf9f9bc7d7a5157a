package io.github.cxonetools.tenant.analytics;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.Chunks;
import io.github.cxonetools.tenant.store.Database;
import io.github.cxonetools.tenant.store.ExecutionRecord;
import io.github.cxonetools.tenant.store.ExecutionRecorder;
import io.github.cxonetools.tenant.store.TenantAction;
import io.github.cxonetools.tenant.store.TenantDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Compares what packed executions come to with what a plain count of the same executions comes to. */
class AnalyticsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-30T00:00:00Z");
    private static final int EXECUTIONS = 2 * Chunks.SIZE + 1234;

    @TempDir
    private Path directory;

    private Database database;
    private ExecutionRecorder recorder;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(TenantDirectory.open(directory), "0.1.0");
        recorder = ExecutionRecorder.start(database);
    }

    @AfterEach
    void close() {
        recorder.close();
        database.close();
    }

    @Test
    void countsAndLatenciesAreThoseOfAPlainCount() throws Exception {
        List<ExecutionRecord> executions = recordMany();
        recorder.close(); // As after a restart, in the middle of a chunk.
        recorder = ExecutionRecorder.start(database);
        executions.add(recordOne(BEGIN.plusSeconds(5), "action-1", "1.0.0", 7));

        String query = "{\"dateFrom\":\"2026-01-30T03:00:00.5Z\",\"dateTo\":\"2026-02-02T20:59:59Z\","
                + "\"groupBy\":[\"version\",\"status\"],\"interval\":\"PT6H\",\"filters\":"
                + "[{\"dimension\":\"actionId\",\"operator\":\"EQUALS\",\"value\":\"action-1\"}],"
                + "\"metrics\":[\"count\",\"errorRate\",\"avgLatencyMs\"]}";
        SortedMap<String, List<ExecutionRecord>> expected = new TreeMap<>();
        for (ExecutionRecord each : executions) {
            boolean counted = each.action().id().equals("action-1")
                    && !each.at().isBefore(Instant.parse("2026-01-30T03:00:00.5Z"))
                    && !each.at().isAfter(Instant.parse("2026-02-02T20:59:59Z"));
            if (counted) {
                long hours = each.at().getEpochSecond() / 21_600 * 21_600;
                String key = Instant.ofEpochSecond(hours) + " " + each.action().version() + " "
                        + each.result().status();
                expected.computeIfAbsent(key, rows -> new ArrayList<>()).add(each);
            }
        }

        List<String> rows = new ArrayList<>();
        for (JsonNode row : answer(query)) {
            String key = row.path("timestamp").stringValue() + " "
                    + row.path("version").stringValue() + " "
                    + row.path("status").stringValue();
            rows.add(key + " " + ((ObjectNode) row).remove(List.of("timestamp", "version", "status")));
        }
        List<String> wanted = new ArrayList<>();
        expected.forEach((key, group) -> wanted.add(key + " " + plain(group)));
        assertThat(rows).hasSizeGreaterThan(20).isEqualTo(wanted);
    }

    @Test
    void whatIsKeptInMemoryIsInStepWithWhatIsRecorded() throws Exception {
        String all =
                "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-12-31T00:00:00Z\",\"metrics\":[\"count\"]}";
        Analytics analytics = new Analytics(database);

        assertThat(answer(analytics, all)).isEmpty();
        recordMany();
        assertThat(answer(analytics, all).get(0).path("count").asInt()).isEqualTo(EXECUTIONS);
        recordMany();
        assertThat(answer(analytics, all).get(0).path("count").asInt()).isEqualTo(2 * EXECUTIONS);
        recordOne(BEGIN, "action-1", "3.0.0", 7);

        assertThat(answer(analytics, all).get(0).path("count").asInt()).isEqualTo(2 * EXECUTIONS + 1);
        assertThat(answer(analytics, all)).hasToString(answer(all).toString());
    }

    @Test
    void aRowHasWhatIsAskedForInTheOrderOfTheQuery() throws Exception {
        recordOne(BEGIN, "say \"ä\"\n", "1.0.0", 12.05);
        recordOne(BEGIN, "say \"ä\"\n", "1.0.0", -1);
        recordOne(BEGIN, "uncalled", "1.0.0", -1);

        JsonNode rows = answer("{\"dateFrom\":\"2026-01-30T00:00:00Z\",\"dateTo\":\"2026-01-30T00:00:01Z\","
                + "\"groupBy\":[\"actionId\",\"version\"],"
                + "\"metrics\":[\"errorRate\",\"avgLatencyMs\",\"maxLatencyMs\",\"count\"]}");

        assertThat(rows.get(0))
                .hasToString(
                        "{\"timestamp\":\"2026-01-30T00:00:00Z\",\"actionId\":\"say \\\"ä\\\"\\n\",\"version\":\"1.0.0\","
                                + "\"errorRate\":0.5,\"avgLatencyMs\":12.05,\"maxLatencyMs\":12.095,\"count\":2}");
        assertThat(rows.get(1))
                .as("no latency where no handler was called")
                .hasToString("{\"timestamp\":\"2026-01-30T00:00:00Z\",\"actionId\":\"uncalled\",\"version\":\"1.0.0\","
                        + "\"errorRate\":1.0,\"count\":1}");
    }

    @Test
    void manyGroupsThatComeAndGoBetweenIntervalsAreKeptApart() throws Exception {
        AnalyticsQuery query = AnalyticsQueryReader.read((ObjectNode) Json.read(
                "{\"dateFrom\":\"2026-01-30T00:00:00Z\",\"dateTo\":\"2026-01-31T00:00:00Z\",\"interval\":\"PT1H\"}"));
        ExecutionTally tally = new ExecutionTally(query);
        for (int group = 1; group <= 200; group++) {
            tally.series(group, "success", List.of("group-" + group));
        }
        for (int i = 0; i < 3; i++) {
            for (int group = 200; group > 0; group--) {
                tally.add(BEGIN.plusSeconds(group % 2 * 3600).toEpochMilli(), group, 5);
                tally.add(BEGIN.plusSeconds(7200).toEpochMilli(), group, 5);
            }
        }

        assertThat(Json.read(AnswerText.of(query, tally.rows())).path("data"))
                .hasSize(400)
                .allSatisfy(row -> assertThat(((ObjectNode) row).remove(List.of("timestamp")))
                        .hasToString("{\"count\":3,\"avgLatencyMs\":0.005,\"errorRate\":0.0}"));
    }

    @Test
    void percentilesAreExactToTwoDigits() throws Exception {
        for (int millis = 1; millis <= 1000; millis++) {
            recordOne(BEGIN, "a", "1.0.0", millis);
        }

        JsonNode row = answer("{\"dateFrom\":\"2026-01-30T00:00:00Z\",\"dateTo\":\"2026-01-30T00:00:00Z\","
                        + "\"metrics\":[\"p50LatencyMs\",\"p90LatencyMs\",\"p99LatencyMs\",\"maxLatencyMs\"]}")
                .get(0);

        assertThat(row.get("p50LatencyMs").doubleValue()).isBetween(500.0, 505.0);
        assertThat(row.get("p90LatencyMs").doubleValue()).isBetween(900.0, 909.0);
        assertThat(row.get("p99LatencyMs").doubleValue()).isBetween(990.0, 1000.0);
        assertThat(row.get("maxLatencyMs").doubleValue()).isBetween(1000.0, 1010.0);
    }

    @Test
    void aQueryWithTooManyRowsSaysHowToAskForFewer() throws Exception {
        AnalyticsQuery query = AnalyticsQueryReader.read((ObjectNode) Json.read(
                "{\"dateFrom\":\"2026-01-01T00:00:00Z\",\"dateTo\":\"2026-12-31T00:00:00Z\",\"interval\":\"PT1S\"}"));
        ExecutionTally tally = new ExecutionTally(query);
        tally.series(1, "success", List.of());
        for (int second = 0; second <= 20_000; second++) {
            tally.add(BEGIN.plusSeconds(second).toEpochMilli(), 1, 5);
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(tally::rows)
                .withMessageStartingWith("interval: makes more than 20000 rows. Choose a longer one");
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, 2026-02-03T10:11:12Z, 2026-02-03T00:00:00Z",
        "P1W, 2026-02-03T10:11:12Z, 2026-02-02T00:00:00Z",
        "P7D, 1969-12-30T10:11:12Z, 1969-12-29T00:00:00Z",
        "P1M, 2026-02-03T10:11:12Z, 2026-02-01T00:00:00Z",
        "P3M, 2026-02-03T10:11:12Z, 2026-01-01T00:00:00Z",
        "P1Y, 2026-02-03T10:11:12Z, 2026-01-01T00:00:00Z",
        "PT15M, 2026-02-03T10:14:59.999Z, 2026-02-03T10:00:00Z",
        "PT1S, 2026-02-03T10:14:59.999Z, 2026-02-03T10:14:59Z",
    })
    void intervalsBeginWhereCalendarsDo(String interval, Instant at, Instant start) {
        long begin = Objects.requireNonNull(Interval.parse(interval)).startOf(at.toEpochMilli());

        assertThat(Instant.ofEpochMilli(begin)).isEqualTo(start);
        long end = Objects.requireNonNull(Interval.parse(interval)).endOf(begin);
        assertThat(Objects.requireNonNull(Interval.parse(interval)).startOf(end))
                .as("where the next begins")
                .isEqualTo(end)
                .isGreaterThan(at.toEpochMilli());
        assertThat(Objects.requireNonNull(Interval.parse(interval)).startOf(end - 1))
                .as("where its last millisecond belongs")
                .isEqualTo(begin);
    }

    private List<ExecutionRecord> recordMany() throws Exception {
        Random random = new Random(42);
        List<ExecutionRecord> executions = new ArrayList<>();
        for (int i = 0; i < EXECUTIONS; i++) {
            Instant at = BEGIN.plusMillis(i * 40_000L + random.nextInt(100_000) - 50_000);
            String version = i < EXECUTIONS / 2 ? "1.0.0" : "1.1.0";
            double latency = random.nextInt(10) == 0 ? -1 : random.nextInt(100_000) / 1000.0;
            executions.add(execution(at, "action-" + random.nextInt(3), version, latency));
        }
        ExecutorService writers = Executors.newFixedThreadPool(16);
        List<Future<Long>> numbers = new ArrayList<>();
        executions.forEach(each -> numbers.add(writers.submit(() -> recorder.record(each))));
        List<Long> given = new ArrayList<>();
        for (Future<Long> number : numbers) {
            given.add(number.get());
        }
        writers.shutdown();
        assertThat(given).doesNotHaveDuplicates();
        return executions;
    }

    private ExecutionRecord recordOne(Instant at, String id, String version, double latency) throws Exception {
        ExecutionRecord execution = execution(at, id, version, latency);
        recorder.record(execution);
        return execution;
    }

    private static ExecutionRecord execution(Instant at, String id, String version, double latency) {
        TenantAction action =
                new TenantAction(id, "Name", version, false, "{}", "{}", "https://example.com", 5000, null, 1);
        ExecutionResult result = latency < 0
                ? ExecutionResult.error(ExecutionResult.VALIDATION, "input: /", null)
                : ExecutionResult.success(Json.read("{}"), latency);
        return new ExecutionRecord(action, at, "{}".getBytes(StandardCharsets.UTF_8), result);
    }

    private JsonNode answer(String query) throws Exception {
        return answer(new Analytics(database), query);
    }

    private static JsonNode answer(Analytics analytics, String text) throws Exception {
        AnalyticsQuery query = AnalyticsQueryReader.read((ObjectNode) Json.read(text));
        return Json.read(AnswerText.of(query, analytics.run(query))).path("data");
    }

    private static JsonNode plain(List<ExecutionRecord> group) {
        ObjectNode row = Json.object().put("count", (long) group.size());
        long errors = group.stream().filter(each -> !each.result().isSuccess()).count();
        row.put("errorRate", Math.round(1e6 * errors / group.size()) / 1e6);
        long[] micros = group.stream()
                .filter(each -> each.result().latencyMs() != null)
                .mapToLong(ExecutionRecord::latencyMicros)
                .toArray();
        if (micros.length > 0) {
            long sum = 0;
            for (long each : micros) {
                sum += each;
            }
            row.put("avgLatencyMs", Math.round((double) sum / micros.length / 1000 * 1000) / 1000.0);
        }
        return row;
    }
}
