package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure over time as the path of an SVG, {@value #WIDTH} wide and {@value #HEIGHT} high; a time without figures is a gap. */
final class SparkPath {

    static final int WIDTH = 100;
    static final int HEIGHT = 24;

    private SparkPath() {}

    /** Empty where there is nothing to draw. */
    static String of(List<@Nullable Figures> stretches, Function<Figures, @Nullable Number> figure) {
        List<@Nullable Number> values = new ArrayList<>();
        double most = 0;
        for (Figures figures : stretches) {
            Number value = figures == null ? null : figure.apply(figures);
            values.add(value);
            most = value == null ? most : Math.max(most, value.doubleValue());
        }
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Number value = values.get(i);
            if (value != null) {
                double x = values.size() == 1 ? WIDTH / 2.0 : i * (double) WIDTH / (values.size() - 1);
                double y = most == 0 ? HEIGHT - 1 : HEIGHT - 1 - value.doubleValue() / most * (HEIGHT - 2);
                // A point alone is a line of no length, which a round end makes a dot.
                path.append(drawing ? "L" : "M").append(tenths(x)).append(' ').append(tenths(y));
                path.append(drawing || isNext(values, i) ? "" : "h0");
            }
            drawing = value != null;
        }
        return path.toString();
    }

    private static boolean isNext(List<@Nullable Number> values, int index) {
        return index + 1 < values.size() && values.get(index + 1) != null;
    }

    private static String tenths(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
