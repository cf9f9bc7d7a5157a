package io.github.cxonetools.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutionMetricsTest {

    @Test
    void countsExecutionsAndErrorsByVersion() {
        ExecutionMetrics metrics = Rows.metrics(
                "{'version':'1.0','status':'success','count':6,'avgLatencyMs':10}",
                "{'version':'1.0','status':'error','count':2,'avgLatencyMs':30}",
                "{'version':'2.0','status':'success','count':5,'avgLatencyMs':1}");

        Figures first = metrics.versions().get(0).figures();
        assertThat(first.executions()).isEqualTo(8);
        assertThat(first.errors()).isEqualByComparingTo("2");
        assertThat(first.errorRate()).isEqualByComparingTo("0.25");
        assertThat(first.avgLatencyMs()).isEqualByComparingTo("15");
        assertThat(metrics.versions().get(1).figures().errorRate()).isEqualByComparingTo("0");
        assertThat(metrics.total().executions()).isEqualTo(13);
    }

    @Test
    void countsEveryStatusThatTellsOfAnErrorAsOne() {
        assertThat(Rows.metrics(
                                "{'status':'SUCCESS','count':2}",
                                "{'status':'timeout','count':1}",
                                "{'status':'Rejected','count':1}")
                        .total()
                        .errorRate())
                .isEqualByComparingTo("0.5");
    }

    @Test
    void weighsErrorRatesByCountWhereRowsNameNoStatus() {
        assertThat(Rows.metrics("{'count':30,'errorRate':0.1}", "{'count':10,'errorRate':0.5}")
                        .total()
                        .errorRate())
                .isEqualByComparingTo("0.2");
    }

    @Test
    void leavesUnknownWhatRowsDoNotTell() {
        Figures nothing = Rows.metrics("{'version':'1.0'}").total();
        Figures countsOnly = Rows.metrics("{'version':'1.0','count':3}").total();

        assertThat(nothing).isEqualTo(new Figures(null, null, null, null, null));
        assertThat(countsOnly).isEqualTo(new Figures(3L, null, null, null, null));
    }

    @Test
    void leavesErrorsThatNeverReachedTheHandlerOutOfTheLatency() {
        Figures figures = Rows.metrics(
                        "{'status':'success','count':4,'avgLatencyMs':10}", "{'status':'error','count':4}")
                .total();

        assertThat(figures.avgLatencyMs()).isEqualByComparingTo("10");
        assertThat(figures.measured()).isEqualTo(4);
    }

    @Test
    void doesNotGuessALatencyThatIsAbsentFromASuccess() {
        assertThat(Rows.metrics("{'status':'success','count':4,'avgLatencyMs':10}", "{'status':'success','count':1}")
                        .total()
                        .avgLatencyMs())
                .isNull();
    }

    @Test
    void saysWhatIsNotUnderstoodAndHowOften() {
        assertThat(Rows.metrics("{'version':'1.0','count':-5}", "{'version':'1.0','count':-6}", "{'version':'1.0'}")
                        .versions()
                        .get(0)
                        .problems())
                .containsOnlyKeys("count is absent", "count is not understood")
                .containsEntry("count is not understood", 2);
    }

    @Test
    void doesNotTakeAStatusThatItDoesNotKnowForAnError() {
        ExecutionMetrics metrics = Rows.metrics(
                "{'version':'1.0','status':'completed','count':9,'avgLatencyMs':1}",
                "{'version':'1.0','status':'error','count':1,'avgLatencyMs':1}");

        assertThat(metrics.total().executions()).isEqualTo(10);
        assertThat(metrics.total().errorRate()).isNull();
        assertThat(metrics.total().avgLatencyMs()).isEqualByComparingTo("1");
        assertThat(metrics.versions().get(0).problems())
                .isEqualTo(Map.of("status is neither success nor a known error, and errorRate is absent", 1));
    }

    @Test
    void saysANegativeFigureAndOneThatIsNoNumberOnce() {
        assertThat(Rows.metrics(
                                "{'version':'1.0','status':'success','count':9,'avgLatencyMs':-1}",
                                "{'version':'1.0','status':'success','count':9,'avgLatencyMs':NaN}",
                                "{'version':'1.0','count':9,'avgLatencyMs':1,'errorRate':-0.5}",
                                "{'version':'1.0','count':9,'avgLatencyMs':1,'errorRate':'NaN'}",
                                "{'version':'1.0','count':0,'avgLatencyMs':NaN}")
                        .versions()
                        .get(0)
                        .problems())
                .isEqualTo(Map.of(
                        "avgLatencyMs is not understood", 1,
                        "avgLatencyMs is not understood (NaN)", 1,
                        "errorRate is not understood", 1,
                        "errorRate is not understood (NaN)", 1));
    }

    @Test
    void addsRowsOfOneStretchOfTimeUpAndLeavesOthersEmpty() {
        TimeSeries series = TimeSeries.of(
                Rows.metrics(
                        "{'timestamp':'2026-01-02T00:00:00Z','version':'1.0','status':'success','count':3}",
                        "{'timestamp':'2026-01-02T00:00:00Z','version':'1.0','status':'error','count':1}"),
                28);

        assertThat(series.of("1.0")).hasSize(7).element(1).satisfies(figures -> {
            assertThat(figures.executions()).isEqualTo(4);
            assertThat(figures.errorRate()).isEqualByComparingTo("0.25");
        });
        assertThat(series.of("1.0")).filteredOn(Objects::isNull).hasSize(6);
        assertThat(series.of("2.0")).hasSize(7).containsOnlyNulls();
    }

    @Test
    void beginsTheGridWithAnIntervalThatBeganBeforeTheWindow() {
        TimeSeries series =
                TimeSeries.of(Rows.metrics("{'timestamp':'2025-12-31T12:00:00Z','version':'1.0','count':3}"), 28);

        assertThat(series.grid().starts()).hasSize(8).startsWith(Instant.parse("2025-12-31T12:00:00Z"));
        assertThat(series.of("1.0").get(0)).isNotNull();
    }

    @Test
    void doesNotStretchTheGridToARowThatIsFarFromTheWindow() {
        TimeSeries series = TimeSeries.of(
                Rows.metrics(
                        "{'timestamp':'1970-01-01T00:00:00Z','version':'1.0','count':3}",
                        "{'timestamp':'2026-01-03T00:00:00Z','version':'1.0','count':4}"),
                28);

        assertThat(series.grid().starts()).hasSize(7).startsWith(Rows.WEEK.from());
        assertThat(series.of("1.0").get(2)).extracting(Figures::executions).isEqualTo(4L);
    }

    @Test
    void laysTheGridAlongTheIntervalsThatTheTenantCounted() {
        MetricsWindow fromNoon = new MetricsWindow(
                Instant.parse("2026-01-01T12:19:31Z"), Instant.parse("2026-01-08T12:19:31Z"), List.of());
        MetricsQuery query = new MetricsQuery(List.of("a"), fromNoon, "P1D", List.of());

        TimeSeries series = TimeSeries.of(
                ExecutionMetrics.of(
                        "A", query, Rows.rows("{'timestamp':'2026-01-08T00:00:00Z','version':'1.0','count':3}")),
                28);

        assertThat(series.grid().starts())
                .hasSize(8)
                .startsWith(Instant.parse("2026-01-01T00:00:00Z"))
                .endsWith(Instant.parse("2026-01-08T00:00:00Z"));
        assertThat(series.of("1.0").get(7)).isNotNull();
    }

    @Test
    void aGridHasNoMoreStretchesThanCanBeDrawn() {
        MetricsQuery minutes = new MetricsQuery(List.of("a"), Rows.WEEK, "PT1M", List.of());

        TimeGrid grid = TimeGrid.over(minutes, Rows.WEEK.from(), 28);

        assertThat(grid.starts()).hasSize(28);
        assertThat(grid.intervals()).isEqualTo(360);
        assertThat(grid.index(Rows.WEEK.to())).isEqualTo(27);
        assertThat(grid.index(Instant.EPOCH)).isZero();
    }

    @Test
    void aGridOfMonthsFollowsTheCalendar() {
        MetricsWindow year = new MetricsWindow(
                Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"), List.of());

        assertThat(TimeGrid.over(new MetricsQuery(List.of("a"), year, "P1M", List.of()), year.from(), 28)
                        .starts())
                .containsExactly(
                        Instant.parse("2026-01-31T00:00:00Z"),
                        Instant.parse("2026-02-28T00:00:00Z"),
                        Instant.parse("2026-03-31T00:00:00Z"),
                        Instant.parse("2026-04-30T00:00:00Z"));
    }

    @Test
    void severalVersionsTogetherAddUp() {
        TimeSeries series = TimeSeries.of(
                Rows.metrics(
                        "{'timestamp':'2026-01-02T00:00:00Z','version':'1.0','status':'success','count':3,'avgLatencyMs':10}",
                        "{'timestamp':'2026-01-02T00:00:00Z','version':'1.1','status':'error','count':1,'avgLatencyMs':50}",
                        "{'timestamp':'2026-01-03T00:00:00Z','version':'1.1','status':'success','count':4}",
                        "{'timestamp':'2026-01-03T00:00:00Z','version':'1.2','status':'success','count':100}"),
                28);

        List<Figures> together = series.of(List.of("1.0", "1.1", "0.1"));

        assertThat(together.get(0)).isNull();
        assertThat(together.get(1).executions()).isEqualTo(4);
        assertThat(together.get(1).errorRate()).isEqualByComparingTo("0.25");
        assertThat(together.get(1).avgLatencyMs()).isEqualByComparingTo("20");
        assertThat(together.get(2).executions()).isEqualTo(4);
        assertThat(series.of("1.0").get(1).executions()).isEqualTo(3);
    }
}
