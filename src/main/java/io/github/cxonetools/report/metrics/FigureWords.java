package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.report.text.NumberText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures as the page shows them: three digits and the unit that fits; what is not known is a dash, never 0. */
final class FigureWords {

    static final String ABSENT = "–";

    private FigureWords() {}

    static String executions(Figures figures) {
        return figures.executions() == null ? ABSENT : NumberText.count(figures.executions());
    }

    static String errorRate(Figures figures) {
        return percent(figures.errorRate());
    }

    static String latency(Figures figures) {
        return duration(figures.avgLatencyMs());
    }

    static String percent(@Nullable BigDecimal rate) {
        return rate == null ? ABSENT : NumberText.percent(rate.doubleValue());
    }

    static String duration(@Nullable BigDecimal millis) {
        return millis == null ? ABSENT : NumberText.duration(millis.doubleValue());
    }
}
