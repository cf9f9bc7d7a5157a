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
 * Why a fixture fails, so that those that fail alike are told once: an exception and where it was thrown, the places of the
 * result that differ, or what is said of it. Positions within arrays and values do not count.
 *
 * @param key the same for the same cause
 * @param label on one line: {@code NullPointerException ProfileLookup:14}
 */
record FailureCause(String key, String label) {

    private static final Pattern EXCEPTION = Pattern.compile("(?:HTTP \\d+: )?((?:[\\w$]+\\.)+)([\\w$]+)(?=[:\\s]|$)");
    private static final Pattern FRAME = Pattern.compile("\\s+at (?:\\S+/)?(\\S+)\\((\\w[^():]*)\\.\\w+:(\\d+)\\)");
    private static final Pattern JDK = Pattern.compile("(?:java|jdk|sun)\\..*");

    /** Libraries that throw on behalf of whoever calls them. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:javax|jakarta|kotlin|kotlinx|scala|groovy|com\\.fasterxml\\.jackson|tools\\.jackson|com\\.google\\.(?:common|gson)"
                    + "|org\\.(?:apache\\.commons|springframework|hibernate|slf4j|jspecify|codehaus\\.groovy))\\..*");

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|\\b)");
    private static final String VALIDATION = "validation error: ";
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w/])-?\\d[\\d.eE+-]*");
    private static final int MAX_LABEL = 100;

    /** The same key is the same cause, whatever values its label has. */
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
        return new FailureCause(kind, words(error).label());
    }

    private static FailureCause thrown(String message, @Nullable String stack) {
        Matcher exception = EXCEPTION.matcher(message);
        String place = stack == null ? "" : place(stack);
        if (!exception.lookingAt()) {
            return words(place.isEmpty() ? message : message + " " + place);
        }
        String type = exception.group(1) + exception.group(2);
        return new FailureCause(type + " " + place, (exception.group(2) + " " + place).strip());
    }

    /** {@code ProfileLookup:14}, of the first frame that is the project's own; empty where there is none. */
    private static String place(String stack) {
        Matcher frame = frame(stack);
        return frame == null ? "" : frame.group(2) + ":" + frame.group(3);
    }

    /**
     * {@code com.example.ProfileLookup.find(ProfileLookup.java:14)}, likewise; without the package, where it is longer than
     * {@code most}; null where there is none.
     */
    static @Nullable String at(@Nullable String stack, int most) {
        Matcher frame = stack == null ? null : frame(stack);
        if (frame == null) {
            return null;
        }
        String call = frame.group(1);
        String file = frame.group().substring(frame.end(1) - frame.start());
        int type = call.lastIndexOf('.', call.lastIndexOf('.') - 1) + 1;
        return call.length() + file.length() <= most ? call + file : call.substring(type) + file;
    }

    /** The first frame that is neither the JDK's nor of a well-known library, else the first outside the JDK. */
    private static @Nullable Matcher frame(String stack) {
        Matcher foreign = null;
        for (String line : stack.split("\n", -1)) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches() && !JDK.matcher(frame.group(1)).matches()) {
                if (!LIBRARY.matcher(frame.group(1)).matches()) {
                    return frame;
                }
                foreign = foreign == null ? frame : foreign;
            }
        }
        return foreign;
    }

    private static FailureCause different(List<ValueDifference> differences) {
        List<String> places = differences.stream()
                .map(difference -> INDEX.matcher(difference.pointer()).replaceAll("/…"))
                .distinct()
                .toList();
        String more = places.size() == 1 ? "" : " and " + (places.size() - 1) + " more";
        return new FailureCause(
                places.stream().collect(Collectors.joining(" ")),
                words(places.get(0)).label() + more);
    }

    private static FailureCause words(String text) {
        String line = VisibleText.oneLine(text);
        return new FailureCause(
                text,
                line.codePointCount(0, line.length()) <= MAX_LABEL
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, MAX_LABEL)) + "…");
    }
}
