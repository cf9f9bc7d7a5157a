package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was expected and what was there, in words that tell the two apart. */
final class DifferenceText {

    private static final int MAX_VALUE = 200;

    private DifferenceText() {}

    /** Two values; with code points where they print the same. */
    static ValueDifference of(String pointer, JsonNode expected, @Nullable JsonNode actual) {
        return of(pointer, text(expected), text(actual));
    }

    private static ValueDifference of(String pointer, String expected, String actual) {
        boolean alike = LookAlikes.lookAlike(expected, actual);
        String left = alike ? LookAlikes.escaped(expected) : expected;
        String right = alike ? LookAlikes.escaped(actual) : actual;
        int from = cutBefore(left, right);
        return new ValueDifference(pointer, cut(left, from), cut(right, from));
    }

    /**
     * What is not there.
     *
     * @param twin a name of the result that prints as the missing one; null where there is none
     */
    static ValueDifference absent(String pointer, JsonNode expected, @Nullable String twin) {
        String shown = show(expected);
        return new ValueDifference(
                pointer,
                twin == null
                        ? shown
                        : shown + " (the result has \"" + LookAlikes.escaped(twin) + "\", which prints the same)",
                null);
    }

    static String show(@Nullable JsonNode value) {
        return cut(text(value), 0);
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "null" : Json.compact(value);
    }

    /** Where long texts are shown from, so that their first difference is seen. */
    private static int cutBefore(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        int from = same < MAX_VALUE - 20 || Math.max(a.length(), b.length()) <= MAX_VALUE ? 0 : same - 40;
        return from > 0 && Character.isLowSurrogate(a.charAt(from)) ? from - 1 : from;
    }

    private static String cut(String text, int from) {
        String shown = from == 0 ? text : "… " + text.substring(Math.min(from, text.length()));
        return shown.length() <= MAX_VALUE ? shown : shown.substring(0, MAX_VALUE) + " …";
    }
}
