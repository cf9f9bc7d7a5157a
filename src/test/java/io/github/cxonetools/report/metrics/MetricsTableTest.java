package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.report.ConsoleGoldens;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTableTest {

    private static final String[] TWO_VERSIONS = {
        "{'timestamp':'2026-01-02T00:00:00Z','version':'1.0.0','status':'success','count':4,'avgLatencyMs':40}",
        "{'timestamp':'2026-01-04T00:00:00Z','version':'1.0.0','status':'success','count':8,'avgLatencyMs':43}",
        "{'timestamp':'2026-01-04T00:00:00Z','version':'1.0.0','status':'error','count':4}",
        "{'timestamp':'2026-01-05T00:00:00Z','version':'1.1.0','status':'success','count':1,'avgLatencyMs':0.412}",
    };

    @Test
    void showsALineAVersionAndBelowItALineAStatus() {
        assertThat(lines(ConsoleStyle.PLAIN, Rows.metrics(TWO_VERSIONS)))
                .containsExactly(
                        "Sentiment",
                        "  VERSION       EXECUTIONS  ERROR RATE  AVG LATENCY  OVER TIME",
                        "  1.0.0                 16      25.0 %      42.0 ms   - #",
                        "    error                4                        -",
                        "    success             12                  42.0 ms",
                        "  1.1.0                  1         0 %       412 us      #",
                        "    success              1                   412 us",
                        "  total                 17      23.5 %      38.8 ms",
                        "  1-7 Jan, daily, http://127.0.0.1:8787");
    }

    @Test
    void drawsBlocksWhereTheConsoleCanShowThem() {
        assertThat(lines(new ConsoleStyle(false, true, 120), Rows.metrics(TWO_VERSIONS)))
                .anySatisfy(line -> assertThat(line).endsWith("42.0 ms   ▄ █"));
    }

    /** An error rate above 0 alone is no news. */
    @Test
    void paintsAVersionRedThatIsClearlyWorseThanTheOneBefore() {
        ConsoleStyle coloured = new ConsoleStyle(true, false, 120);
        assertThat(lines(coloured, Rows.metrics(TWO_VERSIONS))).noneMatch(line -> line.contains("\u001b[31m"));

        ExecutionMetrics worse = Rows.metrics(
                "{'version':'1.0.0','status':'success','count':990,'avgLatencyMs':40}",
                "{'version':'1.0.0','status':'error','count':10}",
                "{'version':'1.1.0','status':'success','count':900,'avgLatencyMs':40}",
                "{'version':'1.1.0','status':'error','count':100}",
                "{'version':'1.2.0','status':'success','count':1000,'avgLatencyMs':80}");
        assertThat(lines(coloured, worse))
                .filteredOn(line -> line.contains("\u001b[31m"))
                .extracting(line -> line.substring(7, 12))
                .containsExactly("1.1.0", "1.2.0");
    }

    @Test
    void fitsEightyColumnsWhateverTheConsoleHas() throws Exception {
        String[] rows = IntStream.range(0, 40)
                .mapToObj(day -> "{'timestamp':'2026-01-0" + (1 + day % 7) + "T00:00:00Z','version':'1." + day / 10
                        + ".0-rc.1+build.2026.long','status':'success','count':" + day * 1_234_567
                        + ",'avgLatencyMs':" + day * 100 + "}")
                .toArray(String[]::new);
        List<ExecutionMetrics> metrics = List.of(Rows.metrics(TWO_VERSIONS), Rows.metrics(rows));

        ConsoleGoldens.hold("metrics", log -> new MetricsTable(log.style(), Comparator.naturalOrder())
                .lines(metrics, "https://api-us-1.nicecxone.com/a/rather/long/path/to/a/tenant")
                .forEach(log::info));
        assertThat(lines(new ConsoleStyle(false, true, 400), metrics.get(1)))
                .allSatisfy(line -> assertThat(ConsoleText.width(line)).isLessThanOrEqualTo(72));
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(lines(ConsoleStyle.PLAIN, Rows.metrics()))
                .containsExactly("Sentiment", "  no executions", "  1-7 Jan, daily, http://127.0.0.1:8787");
    }

    @Test
    void showsADashForWhatIsAbsentAndSaysWhatIsNotUnderstood() {
        assertThat(lines(ConsoleStyle.PLAIN, Rows.metrics("{'count':-5}")))
                .contains("  (no version)           -           -            -")
                .contains("  ! (no version): count is not understood in 1 row");
    }

    @Test
    void namesWhatElseTheRowsHold() {
        assertThat(lines(ConsoleStyle.PLAIN, Rows.metrics("{'count':5,'site':'de','p95':3}")))
                .contains("  also in the rows, see metrics.csv: p95, site");
    }

    @Test
    void letsNoTextOfATenantMoveTheCursor() {
        assertThat(lines(
                        ConsoleStyle.PLAIN,
                        Rows.metrics("{'version':'\\u001b[2J\\n\\u202e1.0','status':'s\\tü','count':1,'errorRate':1}")))
                .contains(
                        "  \\u001B[2J\\n\\u202E1.0           1       100 %            -",
                        "    s\\t?                         1                        -");
    }

    @Test
    void keepsItsColumnsWhateverTheLabelAndTheWidth() {
        ExecutionMetrics metrics = Rows.metrics(
                "{'version':'" + "1".repeat(500) + "','count':1}", "{'version':'版本二 ✅⚡😀','count':999999999999}");

        for (int width : new int[] {1, 40, 80, 200}) {
            List<String> lines = lines(new ConsoleStyle(false, true, width), metrics);
            assertThat(List.of(lines.get(2), lines.get(3), lines.get(4)))
                    .extracting(ConsoleText::width)
                    .as("width %d", width)
                    .containsOnly(ConsoleText.width(lines.get(2)));
        }
    }

    @Test
    void givesEmojiTheColumnsThatATerminalGivesThem() {
        assertThat(ConsoleText.width("1.0 ✅⚡❌")).isEqualTo(10);
        assertThat(ConsoleText.width("\ud83d\ude00")).isEqualTo(2);
        assertThat(ConsoleText.width("→é±")).isEqualTo(3);
        assertThat(ConsoleText.printable("a\ud83d", new ConsoleStyle(false, true, 80)))
                .isEqualTo("a\\uD83D");
    }

    @Test
    void staysReadableWithThousandsOfVersionsAndStatuses() {
        String[] rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "{'version':'1." + i + "','status':'s" + i + "','count':1}")
                .toArray(String[]::new);

        assertThat(lines(ConsoleStyle.PLAIN, Rows.metrics(rows)))
                .hasSizeLessThan(130)
                .contains("  and 9,950 more versions, in metrics.csv");
    }

    @Test
    void sortsVersionsByTheGivenOrder() {
        List<String> lines = new MetricsTable(ConsoleStyle.PLAIN, Comparator.comparing(String::length))
                .lines(List.of(Rows.metrics("{'version':'1.10.0','count':1}", "{'version':'1.9.0','count':1}")), "t");

        assertThat(lines.get(2)).startsWith("  1.9.0");
        assertThat(lines.get(3)).startsWith("  1.10.0");
    }

    private static List<String> lines(ConsoleStyle style, ExecutionMetrics metrics) {
        return new MetricsTable(style, Comparator.naturalOrder()).lines(List.of(metrics), "http://127.0.0.1:8787");
    }
}
