package io.github.cxonetools.report;

import io.github.cxonetools.metrics.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executions over the window as one line of characters; a blank is a time without any row. */
final class Sparkline {

    static final int MAX_WIDTH = 28;

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.:-=+*#";

    private final String ramp;

    Sparkline(ConsoleStyle style) {
        this.ramp = style.unicode() ? BLOCKS : ASCII;
    }

    String draw(List<@Nullable Figures> series) {
        long max = 1;
        for (Figures figures : series) {
            max = Math.max(max, executions(figures));
        }
        StringBuilder line = new StringBuilder();
        for (Figures figures : series) {
            line.append(figures == null || figures.executions() == null ? ' ' : mark(figures.executions(), max));
        }
        return line.toString();
    }

    private static long executions(@Nullable Figures figures) {
        return figures == null || figures.executions() == null ? 0 : figures.executions();
    }

    private char mark(long executions, long max) {
        return ramp.charAt((int) Math.ceil((double) executions / max * (ramp.length() - 1)));
    }
}
