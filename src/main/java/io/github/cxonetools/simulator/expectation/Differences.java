package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.json.JsonPointers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final List<FixtureFailure> found = new ArrayList<>();

    private Differences(JsonNode expected, @Nullable JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Each difference, in the order of the document: its JSON pointer within the result, what was expected, what was there.
     */
    static List<FixtureFailure> between(JsonNode expected, @Nullable JsonNode actual) {
        return new Differences(expected, actual).compare();
    }

    private List<FixtureFailure> compare() {
        boolean similar;
        try {
            ComparedJson compared = new ComparedJson(expected, actual);
            compared.problems().forEach(problem -> found.add(FixtureFailure.of(problem)));
            Configuration lenient = Configuration.empty()
                    .withTolerance(BigDecimal.ZERO)
                    .withNumberComparator((a, b, tolerance) -> a.compareTo(b) == 0)
                    .withOptions(Option.IGNORING_EXTRA_FIELDS)
                    .withDifferenceListener((difference, context) -> found.add(describe(difference)));
            similar = SilentDiff.create(compared.expected(), compared.actual(), "output", lenient)
                    .similar();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A placeholder with a broken pattern, or one that there is not.
            return List.of(FixtureFailure.of(ExecutionFinding.quoting(
                    ExecutionFinding.Rule.EXPECTATION,
                    "/output",
                    "JsonUnit cannot compare: " + e.getMessage(),
                    "is not what is expected")));
        }
        if (!similar && found.isEmpty()) {
            found.add(failure(DifferenceText.of("/output", expected, actual)));
        }
        DocumentOrder order = new DocumentOrder(expected, actual);
        found.sort(Comparator.comparing(Differences::below, order));
        return found;
    }

    /** {@return true if JsonUnit takes the text for a placeholder} */
    public static boolean isPlaceholder(String text) {
        return text.startsWith("${json-unit") || text.startsWith("#{json-unit");
    }

    /** Where in the output it is. */
    private static String below(FixtureFailure failure) {
        String pointer = failure.findings().get(0).pointer();
        return pointer == null ? "" : pointer.substring("/output".length());
    }

    private FixtureFailure describe(Difference difference) {
        String path = difference.getActualPath() == null ? difference.getExpectedPath() : difference.getActualPath();
        String pointer = EscapedJson.pointer(path == null ? "" : path);
        JsonNode wanted = EscapedJson.original(difference.getExpected());
        String place = "/output" + pointer;
        return failure(
                switch (difference.getType()) {
                    case MISSING -> DifferenceText.absent(place, wanted, twin(pointer));
                    case EXTRA ->
                        new ValueDifference(
                                place, null, DifferenceText.show(EscapedJson.original(difference.getActual())));
                    case DIFFERENT -> DifferenceText.of(place, wanted, EscapedJson.original(difference.getActual()));
                });
    }

    /** A difference that quotes a payload. */
    static FixtureFailure failure(ValueDifference difference) {
        return FixtureFailure.of(
                ExecutionFinding.quoting(
                        ExecutionFinding.Rule.EXPECTATION,
                        difference.pointer(),
                        difference.words(),
                        difference.actual() == null ? "is absent" : "is not what is expected"),
                difference);
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
