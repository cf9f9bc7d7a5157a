package io.github.cxonetools.simulator.result;

import io.github.cxonetools.action.ExecutionResult;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one fixture.
 *
 * @param name its name within its action
 * @param file its payload's file; for a probe, null
 * @param result of its first measured run that surprised, or of its last; without output where that is not kept
 * @param failures why it fails, each in words that begin with a JSON pointer where one applies; empty where it passes
 * @param latency of its measured runs
 * @param payload as it was sent; null where it is not kept
 * @param printed what the handler printed
 * @param stack where the handler failed, or null
 */
public record FixtureReport(
        String name,
        @Nullable Path file,
        ExecutionResult result,
        List<String> failures,
        Latency latency,
        @Nullable String payload,
        String printed,
        @Nullable String stack) {

    public boolean passed() {
        return failures.isEmpty();
    }
}
