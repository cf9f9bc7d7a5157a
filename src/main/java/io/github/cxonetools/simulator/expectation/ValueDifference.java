package io.github.cxonetools.simulator.expectation;

import org.jspecify.annotations.Nullable;

/**
 * A place in a result that is not what a fixture expects. Values are texts for people: JSON, cut to a readable length, or
 * words such as {@code it to contain "queue"}.
 *
 * @param pointer JSON pointer within the result
 * @param expected null where nothing was expected there
 * @param actual null where nothing is there
 */
public record ValueDifference(
        String pointer, @Nullable String expected, @Nullable String actual) {

    /** {@code expected "GOLD", was "SILVER"}. */
    public String words() {
        return "expected " + (expected == null ? "nothing more" : expected) + ", was "
                + (actual == null ? "absent" : actual);
    }

    /** Pointer and words, as a failure of the fixture says it. */
    public String text() {
        return pointer + ": " + words();
    }
}
