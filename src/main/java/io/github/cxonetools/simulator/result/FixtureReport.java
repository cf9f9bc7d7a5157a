package io.github.cxonetools.simulator.result;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
 * @param differences those of the failures that are places which are not what is expected, in the document's order; empty
 *     where values may not be shown
 * @param expected what its expectation file says, where it fails; null where there is none, or values may not be shown
 */
public record FixtureReport(
        String name,
        @Nullable Path file,
        ExecutionResult result,
        List<String> failures,
        Latency latency,
        @Nullable String payload,
        String printed,
        @Nullable String stack,
        List<ValueDifference> differences,
        @Nullable JsonNode expected) {

    /** A fixture without differences, or whose values may not be shown. */
    public FixtureReport(
            String name,
            @Nullable Path file,
            ExecutionResult result,
            List<String> failures,
            Latency latency,
            @Nullable String payload,
            String printed,
            @Nullable String stack) {
        this(name, file, result, failures, latency, payload, printed, stack, List.of(), null);
    }

    /** A fixture without an expectation. */
    public FixtureReport(
            String name,
            @Nullable Path file,
            ExecutionResult result,
            List<String> failures,
            Latency latency,
            @Nullable String payload,
            String printed,
            @Nullable String stack,
            List<ValueDifference> differences) {
        this(name, file, result, failures, latency, payload, printed, stack, differences, null);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
