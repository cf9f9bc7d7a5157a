package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a fixture fails.
 *
 * @param words before the findings; they never quote a payload
 * @param findings what it follows from; empty where the words say all
 * @param difference the same as values, where it is a place that is not what is expected; null else
 */
public record FixtureFailure(
        String words,
        List<ExecutionFinding> findings,
        @Nullable ValueDifference difference) {

    public FixtureFailure(String words, List<ExecutionFinding> findings) {
        this(words, findings, null);
    }

    /** A place that is not what is expected. */
    static FixtureFailure of(ExecutionFinding finding, ValueDifference difference) {
        return new FixtureFailure("", List.of(finding), difference);
    }

    /** Words of this plugin that say all. */
    public static FixtureFailure of(String words) {
        return new FixtureFailure(words, List.of());
    }

    /** One finding that says all. */
    public static FixtureFailure of(ExecutionFinding finding) {
        return new FixtureFailure("", List.of(finding));
    }

    /** An error where a success was expected. */
    public static FixtureFailure of(ExecutionResult error) {
        return new FixtureFailure(error.type() + " error: ", error.findings());
    }

    /** As it is shown where payloads may be. */
    public String text() {
        return words + ExecutionFinding.message(findings);
    }
}
