package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.action.ExecutionFinding.Step;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.execution.CallStack;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.simulator.expectation.Expectation;
import io.github.cxonetools.simulator.expectation.FixtureFailure;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.PayloadRedaction;
import io.github.cxonetools.simulator.result.ReportPayloads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gathers what is wrong with one fixture; its first failing run decides. */
final class FixtureVerdict {

    private static final ExecutionResult NOT_RUN = ExecutionResult.error(
            ExecutionResult.RUNTIME,
            List.of(ExecutionFinding.own(ExecutionFinding.Rule.ANSWER, null, "not run")),
            null);

    private final Fixture fixture;
    private final List<FixtureFailure> failures = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private ExecutionResult result = NOT_RUN;
    private @Nullable CallStack stack;
    private @Nullable JsonNode expected;
    private final @Nullable Recording recording;

    /**
     * Begins with nothing known.
     *
     * @param record make an expectation of what comes, where the fixture has none
     */
    FixtureVerdict(Fixture fixture, boolean record) {
        this.fixture = fixture;
        this.recording = record && fixture.expectation() == null ? new Recording() : null;
    }

    void compare(ObservedCall call, ExecutionResult came, Expectation expectation) {
        printed.append(call.printed());
        if (!failures.isEmpty()) {
            return;
        }
        stack = call.stack();
        compare(came, expectation, call.ended());
        if (call.leftover() != null) {
            failures.add(FixtureFailure.of(call.leftover()));
        }
    }

    /** Compares a result with what is expected; one that ended the JVM is never recorded, because nobody wants to keep it. */
    void compare(ExecutionResult came, Expectation expectation, boolean ended) {
        result = came;
        expected = expectation.document();
        if (isBrokenContract(came)) {
            failures.add(new FixtureFailure(
                    "the input schema accepts what the handler's types refuse, so the contract is wrong: ",
                    came.findings()));
        } else if (recording != null && !ended) {
            recording.add(came);
        } else {
            failures.addAll(expectation.differences(came));
        }
    }

    /**
     * What Bean Validation refuses although the schema accepts it may be expected: {@code generate} has warned that the
     * schema cannot say it. What Jackson refuses may not.
     */
    private static boolean isBrokenContract(ExecutionResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding.step() == Step.BINDING && finding.rule() != Rule.CONSTRAINT);
    }

    /** The file with what the runs had in common, or null where nothing is to be recorded. */
    @Nullable
    Path record() {
        if (recording == null || !failures.isEmpty()) {
            return null;
        }
        if (recording.isUsable()) {
            return record(recording);
        }
        failures.add(FixtureFailure.of("succeeds in one run and fails in another, so there is nothing to record"));
        return null;
    }

    private @Nullable Path record(Recording usable) {
        try {
            return usable.write(fixture);
        } catch (UnavailableException e) {
            failures.add(FixtureFailure.of("could not be recorded: " + e.getMessage()));
            return null;
        }
    }

    void notRun(int deaths) {
        if (failures.isEmpty()) {
            result = NOT_RUN;
            failures.add(FixtureFailure.of("not run, because the handler ended its JVM " + deaths + " times"));
        }
    }

    /** @param discretion how nothing of the payload is shown; null where it may be */
    FixtureReport report(Latency latency, byte[] payload, ReportPayloads kept, @Nullable PayloadRedaction discretion) {
        if (discretion != null) {
            return discretion.apply(report(latency, payload, ReportPayloads.ALL, null), failures, stack);
        }
        boolean keep = kept == ReportPayloads.ALL || kept == ReportPayloads.FAILED && !failures.isEmpty();
        ExecutionResult shown = keep ? result : result.withoutOutput();
        return new FixtureReport(
                fixture.name(),
                fixture.file(),
                shown,
                failures.isEmpty()
                        ? List.of()
                        : failures.stream().map(FixtureFailure::text).toList(),
                latency,
                keep ? new String(payload, StandardCharsets.UTF_8) : null,
                printed.toString(),
                stack == null ? null : stack.text(),
                failures.isEmpty()
                        ? List.of()
                        : failures.stream()
                                .map(FixtureFailure::difference)
                                .filter(Objects::nonNull)
                                .toList(),
                keep && !failures.isEmpty() ? expected : null);
    }
}
