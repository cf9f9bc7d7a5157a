package io.github.cxonetools.schema.pattern;

import java.util.ArrayList;
import java.util.List;

/** Bytes as Base64: how many there are is told by the text's groups of four, and by what fills the last of them. */
public final class Base64Patterns {

    private static final String DIGIT = "[A-Za-z0-9+/]";
    private static final List<String> LAST = List.of("", DIGIT + "{2}==", DIGIT + "{3}=");

    private Base64Patterns() {}

    /** Texts that stand for {@code min} to {@code max} bytes. */
    public static String ofSize(int min, int max) {
        List<String> choices = new ArrayList<>();
        for (int more = 0; more < LAST.size(); more++) {
            int fewest = Math.max(0, Math.floorDiv(min - more + 2, 3));
            int most = Math.floorDiv(max - more, 3);
            if (fewest <= most) {
                choices.add("(?:" + DIGIT + "{4}){" + fewest + "," + (max == Integer.MAX_VALUE ? "" : most) + "}"
                        + LAST.get(more));
            }
        }
        return choices.isEmpty() ? "^(?!)" : "^(?:" + String.join("|", choices) + ")$";
    }

    /** {@return true if this is one of these patterns} */
    static boolean isOfSize(String pattern) {
        return pattern.startsWith("^(?:(?:" + DIGIT + "{4}){");
    }
}
