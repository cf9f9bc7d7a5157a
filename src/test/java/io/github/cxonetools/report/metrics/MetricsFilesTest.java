package io.github.cxonetools.report.metrics;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.MetricsRow;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsFilesTest {

    private static final MetricsReport REPORT = new MetricsReport(
            "https://api.example.com",
            List.of(Rows.metrics(
                    "{'timestamp':'2026-01-02T00:00:00Z','status':'success','version':'1.0.0','count':3,'avgLatencyMs':41.5}",
                    "{'timestamp':'2026-01-02T00:00:00Z','status':'error','version':'1.0.0','count':1,'site':'de'}",
                    "{'version':'1.1.0','count':-5}")),
            List.of(new Deployment("Sentiment", "1.0.0", Instant.parse("2026-01-01T10:00:00Z"))),
            Map.of("Sentiment", "1.1.0"),
            List.of(new GateOutcome(
                    new GateVerdict(
                            "Sentiment",
                            "1.1.0",
                            "1.0.0",
                            List.of(
                                    new RuleResult(
                                            "maxErrorRate",
                                            RuleOutcome.FAILED,
                                            "error rate 25.00 % of 4 executions, 2.00 % allowed",
                                            new BigDecimal("0.25"),
                                            new BigDecimal("0.02")),
                                    new RuleResult("maxLatencyIncrease", RuleOutcome.SKIPPED, "why", null, null))),
                    List.of("Sentiment 1.1.0 is deprecated"),
                    List.of("mvn cxone:deprecate"))));

    @TempDir
    Path folder;

    @AfterEach
    void whatWasWrittenIsValid() throws Exception {
        ReportSchemas.assertAllValid(folder);
    }

    @Test
    void writesJsonInADocumentedShapeThatLeavesOutWhatIsNotKnown() throws Exception {
        MetricsFiles.write(REPORT, folder);

        JsonNode json = Json.read(Files.readAllBytes(folder.resolve("metrics.json")));
        assertThat(json.path("format").asInt()).isEqualTo(1);
        assertThat(json.path("tenant").stringValue()).isEqualTo("https://api.example.com");
        JsonNode action = json.path("actions").path(0);
        assertThat(action.propertyNames())
                .containsExactly(
                        "action",
                        "actionIds",
                        "from",
                        "to",
                        "interval",
                        "groupBy",
                        "notes",
                        "total",
                        "versions",
                        "deployments",
                        "release",
                        "gate",
                        "rows");
        assertThat(action.path("versions").path(0))
                .hasToString(
                        "{\"version\":\"1.0.0\",\"executions\":4,\"errors\":1,\"errorRate\":0.25,\"avgLatencyMs\":41.5,"
                                + "\"statuses\":{\"error\":{\"executions\":1,\"errors\":1,\"errorRate\":1},"
                                + "\"success\":{\"executions\":3,\"errors\":0,\"errorRate\":0,\"avgLatencyMs\":41.5}},\"problems\":{}}");
        assertThat(action.path("versions").path(1))
                .hasToString("{\"version\":\"1.1.0\",\"statuses\":{},\"problems\":{\"count is not understood\":1}}");
        assertThat(action.path("release").stringValue()).isEqualTo("1.1.0");
        assertThat(action.path("gate"))
                .hasToString("{\"version\":\"1.1.0\",\"previous\":\"1.0.0\",\"outcome\":\"failed\",\"rules\":["
                        + "{\"name\":\"maxErrorRate\",\"outcome\":\"failed\",\"words\":\"error rate 25.00 % of 4 executions,"
                        + " 2.00 % allowed\",\"measured\":0.25,\"limit\":0.02},"
                        + "{\"name\":\"maxLatencyIncrease\",\"outcome\":\"skipped\",\"words\":\"why\"}],"
                        + "\"followed\":[\"Sentiment 1.1.0 is deprecated\"],\"wayBack\":[\"mvn cxone:deprecate\"]}");
        assertThat(action.path("deployments")).hasToString("[{\"version\":\"1.0.0\",\"at\":\"2026-01-01T10:00:00Z\"}]");
    }

    @Test
    void thePageForUsersNamesEveryMemberOfTheJson() throws Exception {
        MetricsFiles.write(REPORT, folder);
        String page = Files.readString(Path.of("src", "site", "markdown", "usage", "metrics.md"));
        String told = page.substring(0, page.indexOf("## The gate"));

        JsonNode json = Json.read(Files.readAllBytes(folder.resolve("metrics.json")));
        JsonNode action = json.path("actions").path(0);
        JsonNode version = action.path("versions").path(0);
        Stream.of(
                        json,
                        action,
                        action.path("total"),
                        version,
                        action.path("deployments").path(0),
                        action.path("gate"),
                        action.path("gate").path("rules").path(0))
                .flatMap(node -> node.propertyNames().stream())
                .forEach(name -> assertThat(told).contains('"' + name + "\": "));
        MetricsRow.KNOWN.forEach(name -> assertThat(told).contains('"' + name + "\": "));
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        MetricsFiles.write(REPORT, folder);

        assertThat(MetricsFiles.read(folder.resolve("metrics.json"))).isEqualTo(REPORT);
    }

    /** What was written before there was a gate in the file. */
    @Test
    void readsAFileThatTellsNothingOfReleasesAndGates() throws Exception {
        MetricsReport older = new MetricsReport(REPORT.tenant(), REPORT.actions(), REPORT.deployments());
        MetricsFiles.write(older, folder);

        assertThat(Files.readString(folder.resolve("metrics.json"))).doesNotContain("\"gate\"", "\"release\"");
        assertThat(MetricsFiles.read(folder.resolve("metrics.json"))).isEqualTo(older);
    }

    @Test
    void refusesAGateThatItDoesNotUnderstand() throws Exception {
        MetricsFiles.write(REPORT, folder);
        String json = Files.readString(folder.resolve("metrics.json"));
        Path file = folder.resolve("broken-metrics.json");
        for (String broken : List.of(
                json.replace("\"outcome\":\"skipped\"", "\"outcome\":\"maybe\""),
                json.replace("\"words\":\"why\"", "\"words\":7"))) {
            Files.writeString(file, broken);
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> MetricsFiles.read(file))
                    .withMessageContaining("metrics.json: ")
                    .withMessageEndingWith(". Write it anew with cxone:metrics");
        }
    }

    @Test
    void refusesAFileThatIsNone() throws Exception {
        Path file = folder.resolve("broken-metrics.json");
        for (String text : List.of(
                "", "[]", "{\"format\":2}", "{\"format\":1}", "{\"format\":1,\"tenant\":\"t\",\"actions\":[{}]}")) {
            Files.writeString(file, text);
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> MetricsFiles.read(file))
                    .withMessageContaining("metrics.json: ")
                    .withMessageEndingWith(". Write it anew with cxone:metrics");
        }
    }

    @Test
    void writesCsvWithARowForEachRow() throws Exception {
        MetricsFiles.write(REPORT, folder);

        assertThat(Files.readString(folder.resolve("metrics.csv")))
                .isEqualTo("action,timestamp,version,status,count,errorRate,avgLatencyMs,other\r\n"
                        + "Sentiment,2026-01-02T00:00:00Z,1.0.0,success,3,,41.5,\r\n"
                        + "Sentiment,2026-01-02T00:00:00Z,1.0.0,error,1,,,\"{\"\"site\"\":\"\"de\"\"}\"\r\n"
                        + "Sentiment,,1.1.0,,,,,\"{\"\"count\"\":-5}\"\r\n");
    }

    @Test
    void letsNoSpreadsheetRunWhatATenantWrote() throws Exception {
        MetricsReport report = new MetricsReport(
                "t",
                List.of(Rows.metrics(
                        "{'version':'=1+cmd|A0','status':'@SUM(1,2)','count':1}",
                        "{'version':'-1','status':'+\\n1','count':1}",
                        "{'version':'\\tx','status':'＝1','count':1}")),
                List.of());

        MetricsFiles.write(report, folder);

        assertThat(Files.readString(folder.resolve("metrics.csv")).split("\r\n"))
                .containsExactly(
                        "action,timestamp,version,status,count,errorRate,avgLatencyMs,other",
                        "Sentiment,,'=1+cmd|A0,\"'@SUM(1,2)\",1,,,",
                        "Sentiment,,'-1,'+\\n1,1,,,",
                        "Sentiment,,'\\tx,'＝1,1,,,");
    }

    @Test
    void showsInEachTextFileWhatATerminalWouldObey() throws Exception {
        MetricsReport report = new MetricsReport(
                "t",
                List.of(
                        Rows.metrics(
                                "{'version':'1\\u001b[2J\\n[INFO] BUILD SUCCESS\\r\\u202e','status':'\\u0085s','\\u2066k':'v','count':1}")),
                List.of());

        MetricsFiles.write(report, folder);

        assertThat(Files.readString(folder.resolve("metrics.csv")).split("\r\n"))
                .containsExactly(
                        "action,timestamp,version,status,count,errorRate,avgLatencyMs,other",
                        "Sentiment,,1\\u001B[2J\\n[INFO] BUILD SUCCESS\\r\\u202E,\\u0085s,1,,,"
                                + "\"{\"\"\\u2066k\"\":\"\"v\"\"}\"");
        assertThat(Files.readString(folder.resolve("metrics.prom")))
                .contains(
                        "version=\"1\\\\u001B[2J\\n[INFO] BUILD SUCCESS\\\\u000D\\\\u202E\",status=\"\\\\u0085s\"} 1\n");
    }

    @Test
    void writesOpenMetricsText() throws Exception {
        MetricsFiles.write(REPORT, folder);

        assertThat(Files.readString(folder.resolve("metrics.prom"))).isEqualTo("""
                        # TYPE cxone_action_executions gauge
                        # HELP cxone_action_executions Executions in the window, by version and status.
                        cxone_action_executions{tenant="https://api.example.com",action="Sentiment",version="1.0.0",status="error"} 1
                        cxone_action_executions{tenant="https://api.example.com",action="Sentiment",version="1.0.0",status="success"} 3
                        # TYPE cxone_action_error_ratio gauge
                        # HELP cxone_action_error_ratio Executions that did not succeed, as a share of all in the window, 0 to 1.
                        cxone_action_error_ratio{tenant="https://api.example.com",action="Sentiment",version="1.0.0"} 0.25
                        # TYPE cxone_action_latency_average_seconds gauge
                        # UNIT cxone_action_latency_average_seconds seconds
                        # HELP cxone_action_latency_average_seconds Average latency in the window.
                        cxone_action_latency_average_seconds{tenant="https://api.example.com",action="Sentiment",version="1.0.0"} 0.0415
                        # TYPE cxone_action_window_seconds gauge
                        # UNIT cxone_action_window_seconds seconds
                        # HELP cxone_action_window_seconds Length of the window.
                        cxone_action_window_seconds{tenant="https://api.example.com",action="Sentiment"} 604800
                        # EOF
                        """);
    }

    @Test
    void leavesNoExecutionOutOfOpenMetricsWhereSomeRowsNameNoStatus() throws Exception {
        MetricsReport report = new MetricsReport(
                "t",
                List.of(Rows.metrics(
                        "{'version':'1.0','status':'success','count':3}", "{'version':'1.0','count':4,'errorRate':0}")),
                List.of());

        MetricsFiles.write(report, folder);

        assertThat(Files.readString(folder.resolve("metrics.prom")).lines())
                .contains(
                        "cxone_action_executions{tenant=\"t\",action=\"Sentiment\",version=\"1.0\",status=\"success\"} 3",
                        "cxone_action_executions{tenant=\"t\",action=\"Sentiment\",version=\"1.0\"} 4");
    }

    @Test
    void escapesLabelsOfOpenMetrics() throws Exception {
        MetricsFiles.write(
                new MetricsReport("t\"\\", List.of(Rows.metrics("{'version':'a\\nb','count':1}")), List.of()), folder);

        assertThat(Files.readString(folder.resolve("metrics.prom")))
                .contains("cxone_action_executions{tenant=\"t\\\"\\\\\",action=\"Sentiment\",version=\"a\\nb\"} 1\n");
    }

    @Test
    void leavesNothingBehindButTheFiles() throws Exception {
        MetricsFiles.write(REPORT, folder.resolve("new/folder"));
        MetricsFiles.write(REPORT, folder.resolve("new/folder"));

        assertThat(folder.resolve("new/folder"))
                .isDirectoryContaining("glob:**metrics.json")
                .satisfies(directory -> assertThat(directory.toFile().list())
                        .containsExactlyInAnyOrder("metrics.json", "metrics.csv", "metrics.prom"));
    }

    @Test
    void saysWhichFileCannotBeWritten() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> MetricsFiles.write(REPORT, blocked))
                .withMessageStartingWith("Could not write " + blocked.resolve("metrics.json"));
    }
}
