package io.github.cxonetools.report.metrics;

import io.github.cxonetools.report.text.ConsoleStyle;
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

    /** @param counts one a stretch of time, null where there is none */
    String draw(List<@Nullable Long> counts) {
        long max = 1;
        for (Long count : counts) {
            max = count == null ? max : Math.max(max, count);
        }
        StringBuilder line = new StringBuilder();
        for (Long count : counts) {
            line.append(count == null ? ' ' : mark(count, max));
        }
        return line.toString();
    }

    private char mark(long executions, long max) {
        return ramp.charAt((int) Math.ceil((double) executions / max * (ramp.length() - 1)));
    }
}
