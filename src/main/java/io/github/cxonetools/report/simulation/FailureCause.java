package io.github.cxonetools.report.simulation;

import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.text.VisibleText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a fixture fails, so that those that fail alike are told once: the root cause of what was thrown and where that was, the
 * places of the result that differ, or what is said of it. Positions within arrays, values, and the exceptions that a root
 * cause is wrapped in do not count.
 *
 * @param key the same for the same cause
 * @param root on one line: {@code NullPointerException ProfileLookup:14}
 * @param wrapper the class of the exception that the handler threw, {@code CompletionException}, where the root cause is
 *     another; else empty
 */
record FailureCause(String key, String root, String wrapper) {

    private static final Pattern EXCEPTION = Pattern.compile("(?:HTTP \\d+: )?((?:[\\w$]+\\.)+)([\\w$]+)(?=[:\\s]|$)");
    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|\\b)");
    private static final String VALIDATION = "validation error: ";
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w/])-?\\d[\\d.eE+-]*");
    private static final int MAX_LABEL = 100;

    /** The same key is the same cause, whatever values its label has, and whatever it is wrapped in. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FailureCause cause && cause.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Of a fixture that failed. */
    static FailureCause of(FixtureReport fixture) {
        String message = fixture.result().message();
        List<ValueDifference> differences = fixture.differences();
        boolean isUnexpected =
                message != null && fixture.failures().stream().anyMatch(failure -> failure.endsWith(message));
        if (message != null && isUnexpected && "runtime".equals(fixture.result().type())) {
            return thrown(message, fixture.stack());
        }
        if (!isUnexpected && !differences.isEmpty()) {
            return different(differences);
        }
        String words = fixture.failures().isEmpty()
                ? String.valueOf(message)
                : fixture.failures().get(fixture.failures().size() - 1);
        return isUnexpected ? refused(words) : words(INDEX.matcher(words).replaceAll("/…"));
    }

    /** Without what a probe says before it, so that a fixture that is refused alike has the same cause. */
    private static FailureCause refused(String words) {
        String error = words.substring(Math.max(0, words.lastIndexOf(VALIDATION)));
        String kind = VALUE.matcher(INDEX.matcher(error).replaceAll("/…")).replaceAll("…");
        return new FailureCause(kind, words(error).root(), "");
    }

    /** The label of several fixtures with this cause: what they were wrapped in is told where it is the same. */
    FailureCause or(FailureCause other) {
        return other.wrapper.equals(wrapper) ? this : new FailureCause(key, root, "");
    }

    /** On one line: {@code NullPointerException ProfileLookup:14, wrapped in CompletionException}. */
    String label() {
        return wrapper.isEmpty() ? root : root + ", wrapped in " + wrapper;
    }

    private static FailureCause thrown(String message, @Nullable String stack) {
        Matcher exception = EXCEPTION.matcher(message);
        CauseChain chain = stack == null ? null : CauseChain.of(stack);
        String place = chain == null ? "" : chain.place();
        if (!exception.lookingAt()) {
            return words(place.isEmpty() ? message : message + " " + place);
        }
        String thrown = exception.group(1) + exception.group(2);
        String root =
                chain == null || !chain.isWrapped() ? thrown : chain.root().type();
        String type = root == null ? thrown : root;
        return new FailureCause(
                type + " " + place, (simple(type) + " " + place).strip(), type.equals(thrown) ? "" : simple(thrown));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static FailureCause different(List<ValueDifference> differences) {
        List<String> places = differences.stream()
                .map(difference -> INDEX.matcher(difference.pointer()).replaceAll("/…"))
                .distinct()
                .toList();
        String more = places.size() == 1 ? "" : " and " + (places.size() - 1) + " more";
        return new FailureCause(
                places.stream().collect(Collectors.joining(" ")),
                words(places.get(0)).root() + more,
                "");
    }

    private static FailureCause words(String text) {
        String line = VisibleText.oneLine(text);
        return new FailureCause(
                text,
                line.codePointCount(0, line.length()) <= MAX_LABEL
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, MAX_LABEL)) + "…",
                "");
    }
}
