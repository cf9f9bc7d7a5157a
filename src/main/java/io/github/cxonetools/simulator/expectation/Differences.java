package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.json.JsonPointers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.javacrumbs.jsonunit.core.Configuration;
import net.javacrumbs.jsonunit.core.Option;
import net.javacrumbs.jsonunit.core.internal.SilentDiff;
import net.javacrumbs.jsonunit.core.listener.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares leniently, by JsonUnit: extra fields do not matter, the order of arrays does, numbers count by value. */
public final class Differences {

    private final JsonNode expected;
    private final @Nullable JsonNode actual;
    private final List<ExecutionFinding> lines = new ArrayList<>();

    private Differences(JsonNode expected, @Nullable JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** One line for each difference: its JSON pointer within the result, what was expected, what was there. */
    static List<ExecutionFinding> between(JsonNode expected, @Nullable JsonNode actual) {
        return new Differences(expected, actual).compare();
    }

    private List<ExecutionFinding> compare() {
        boolean similar;
        try {
            ComparedJson compared = new ComparedJson(expected, actual);
            lines.addAll(compared.problems());
            Configuration lenient = Configuration.empty()
                    .withTolerance(BigDecimal.ZERO)
                    .withNumberComparator((a, b, tolerance) -> a.compareTo(b) == 0)
                    .withOptions(Option.IGNORING_EXTRA_FIELDS)
                    .withDifferenceListener((difference, context) -> lines.add(describe(difference)));
            similar = SilentDiff.create(compared.expected(), compared.actual(), "output", lenient)
                    .similar();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A placeholder with a broken pattern, or one that there is not.
            return List.of(finding("/output", "JsonUnit cannot compare: " + e.getMessage(), false));
        }
        if (!similar && lines.isEmpty()) {
            lines.add(finding("/output", DifferenceText.of(expected, actual), false));
        }
        return lines;
    }

    /** {@return true if JsonUnit takes the text for a placeholder} */
    public static boolean isPlaceholder(String text) {
        return text.startsWith("${json-unit") || text.startsWith("#{json-unit");
    }

    private ExecutionFinding describe(Difference difference) {
        String path = difference.getActualPath() == null ? difference.getExpectedPath() : difference.getActualPath();
        String pointer = EscapedJson.pointer(path == null ? "" : path);
        JsonNode wanted = EscapedJson.original(difference.getExpected());
        String words =
                switch (difference.getType()) {
                    case MISSING -> DifferenceText.absent(wanted, twin(pointer));
                    case EXTRA ->
                        "expected nothing more, was "
                                + DifferenceText.show(EscapedJson.original(difference.getActual()));
                    case DIFFERENT -> DifferenceText.of(wanted, EscapedJson.original(difference.getActual()));
                };
        return finding("/output" + pointer, words, difference.getType() == Difference.Type.MISSING);
    }

    /** @param isAbsent what may be said of the value where it may not be shown */
    static ExecutionFinding finding(String pointer, String words, boolean isAbsent) {
        return ExecutionFinding.quoting(
                ExecutionFinding.Rule.EXPECTATION, pointer, words, isAbsent ? "is absent" : "is not what is expected");
    }

    /** The name in the result that prints as the one that is missing from it, or null. */
    private @Nullable String twin(String pointer) {
        int last = pointer.lastIndexOf('/');
        if (actual == null || last < 0) {
            return null;
        }
        String name = JsonPointers.unescaped(pointer.substring(last + 1));
        return actual.at(pointer.substring(0, last)).propertyNames().stream()
                .filter(other -> LookAlikes.lookAlike(name, other))
                .findFirst()
                .orElse(null);
    }
}
