package io.github.cxonetools.report;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.TimeGrid;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Executions over the window as one line of characters; a blank is a time without any row. */
final class Sparkline {

    private static final int MAX_WIDTH = 28;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.:-=+*#";
    private static final long NOTHING = -1;

    private final TimeGrid grid;
    private final String ramp;

    Sparkline(ExecutionMetrics action, ConsoleStyle style) {
        this.grid = TimeGrid.over(action.query(), action.earliest(), MAX_WIDTH);
        this.ramp = style.unicode() ? BLOCKS : ASCII;
    }

    int width() {
        return grid.starts().size();
    }

    String draw(Map<Instant, Figures> series) {
        long[] sums = new long[width()];
        Arrays.fill(sums, NOTHING);
        series.forEach((time, figures) -> {
            if (figures.executions() != null) {
                int slot = grid.index(time);
                sums[slot] = Math.max(sums[slot], 0) + figures.executions();
            }
        });
        long max = Math.max(1, Arrays.stream(sums).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (long sum : sums) {
            line.append(sum == NOTHING ? ' ' : mark(sum, max));
        }
        return line.toString();
    }

    private char mark(long sum, long max) {
        return ramp.charAt((int) Math.ceil((double) sum / max * (ramp.length() - 1)));
    }
}
