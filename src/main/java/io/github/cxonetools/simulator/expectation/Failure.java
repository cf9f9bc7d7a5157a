package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionResult;
import java.util.List;

/**
 * One reason why a fixture fails.
 *
 * @param words before the findings; they never quote a payload
 * @param findings what it follows from; empty where the words say all
 */
public record Failure(String words, List<ExecutionFinding> findings) {

    /** Words of this plugin that say all. */
    public static Failure of(String words) {
        return new Failure(words, List.of());
    }

    /** One finding that says all. */
    public static Failure of(ExecutionFinding finding) {
        return new Failure("", List.of(finding));
    }

    /** An error where a success was expected. */
    public static Failure of(ExecutionResult error) {
        return new Failure(error.type() + " error: ", error.findings());
    }

    /** As it is shown where payloads may be. */
    public String text() {
        return words + ExecutionFinding.message(findings);
    }
}
