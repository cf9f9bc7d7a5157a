package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.CallStack;
import io.github.cxonetools.execution.Execution;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.expectation.FixtureFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls an action with a probe, and says in which way it failed. */
final class ProbeCalls {

    private final Execution execution;

    ProbeCalls(Execution execution) {
        this.execution = execution;
    }

    ProbeOutcome call(JsonNode payload) {
        byte[] bytes = Json.compact(payload).getBytes(StandardCharsets.UTF_8);
        ExecutionResult refused = execution.refuse(bytes);
        if (refused != null) {
            return new ProbeOutcome(payload, refused, true, false, null, "", null);
        }
        ObservedCall call = execution.submit(bytes).get();
        ExecutionResult result = execution.result(call.answer());
        return new ProbeOutcome(payload, result, false, call.ended(), call.leftover(), call.printed(), call.stack());
    }

    /**
     * What came of a probe.
     *
     * @param payload what was sent
     * @param refused true where the input schema refused it
     */
    record ProbeOutcome(
            JsonNode payload,
            ExecutionResult result,
            boolean refused,
            boolean ended,
            @Nullable ExecutionFinding leftover,
            String printed,
            @Nullable CallStack stack) {

        /**
         * In which way a valid probe failed, or null where it did not. What Bean Validation refuses is no failure:
         * the schema would say so if it could, and {@code generate} has warned of it.
         */
        @Nullable
        FailureKind kind() {
            if (result.isSuccess()) {
                return leftover == null ? null : FailureKind.of(leftover);
            }
            boolean isConstraint = !result.findings().isEmpty()
                    && result.findings().stream().allMatch(finding -> finding.rule() == Rule.CONSTRAINT);
            // What a loop was doing when its time was over says nothing.
            return isConstraint ? null : FailureKind.of(result, payload, stack == null || ended ? null : stack.at());
        }

        /** Why the probe fails, behind {@code what} was sent. */
        FixtureFailure failure(String what) {
            if (result.message() != null) {
                return new FixtureFailure(what + ": " + result.type() + " error: ", result.findings());
            }
            return leftover == null
                    ? FixtureFailure.of(what + ": " + FailureKind.ACCEPTED.words())
                    : new FixtureFailure(what + ": ", List.of(leftover));
        }

        /** In which way an invalid probe failed: by getting through. */
        @Nullable
        FailureKind acceptance() {
            return refused ? null : FailureKind.ACCEPTED;
        }
    }
}
