package io.github.cxonetools.simulator;

import io.github.cxonetools.action.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.javacrumbs.jsonunit.core.Configuration;
import net.javacrumbs.jsonunit.core.Option;
import net.javacrumbs.jsonunit.core.internal.Diff;
import net.javacrumbs.jsonunit.core.listener.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares leniently, by JsonUnit: extra fields do not matter, the order of arrays does, numbers count by value. */
final class Differences {

    private static final int MAX_VALUE = 200;

    private Differences() {}

    /** One line for each difference: its JSON pointer within the result, what was expected, what was there. */
    static List<String> between(JsonNode expected, @Nullable JsonNode actual) {
        List<String> lines = new ArrayList<>();
        Configuration lenient = Configuration.empty()
                .withTolerance(BigDecimal.ZERO)
                .withOptions(Option.IGNORING_EXTRA_FIELDS)
                .withDifferenceListener((difference, context) -> lines.add(describe(difference)));
        boolean similar;
        try {
            similar = Diff.create(expected, actual, "output", "", lenient).similar();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A placeholder with a broken pattern, or one that there is not.
            return List.of("/output: JsonUnit cannot compare: " + e.getMessage());
        }
        if (!similar && lines.isEmpty()) {
            lines.add("/output: expected " + show(expected) + ", was " + show(actual));
        }
        return lines;
    }

    /** True where JsonUnit takes the text for more than a text. */
    static boolean isPlaceholder(String text) {
        return text.startsWith("${json-unit") || text.startsWith("#{json-unit");
    }

    private static String describe(Difference difference) {
        String path = difference.getActualPath() == null ? difference.getExpectedPath() : difference.getActualPath();
        String pointer = pointer(path == null ? "" : path);
        return switch (difference.getType()) {
            case MISSING -> pointer + ": expected " + show(difference.getExpected()) + ", was absent";
            case EXTRA -> pointer + ": expected nothing more, was " + show(difference.getActual());
            case DIFFERENT ->
                pointer + ": expected " + show(difference.getExpected()) + ", was " + show(difference.getActual());
        };
    }

    /** JsonUnit writes {@code a.b[0]}, with backslashes before dots and brackets within names. */
    private static String pointer(String path) {
        StringBuilder pointer = new StringBuilder("/output");
        boolean begun = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' && i + 1 < path.length()) {
                pointer.append(begun ? "" : "/").append(path.charAt(++i));
                begun = true;
            } else if (c == '.' || c == '[') {
                begun = false;
            } else if (c != ']') {
                pointer.append(begun ? "" : "/").append(c == '~' ? "~0" : c == '/' ? "~1" : String.valueOf(c));
                begun = true;
            }
        }
        return pointer.toString();
    }

    private static String show(@Nullable Object value) {
        String text = Json.compact(Json.mapper().valueToTree(value));
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + " …";
    }
}
