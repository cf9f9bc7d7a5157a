package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.Execution;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.expectation.FixtureFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls an action with a probe, and says in which way it failed. */
final class ProbeCalls {

    /** What changes from probe to probe although the mistake is the same. */
    private static final Pattern VALUES = Pattern.compile("\"[^\"]*\"|'[^']*'|-?\\d+(\\.\\d+)?");

    /** The first that is not the JDK's. */
    private static final Pattern FRAME = Pattern.compile("\\tat (?!java[./]|jdk\\.|sun\\.)(\\S+)");

    private final Execution execution;

    ProbeCalls(Execution execution) {
        this.execution = execution;
    }

    ProbeOutcome call(JsonNode payload) {
        byte[] bytes = Json.compact(payload).getBytes(StandardCharsets.UTF_8);
        ExecutionResult refused = execution.refuse(bytes);
        if (refused != null) {
            return new ProbeOutcome(refused, true, false, null, "", null);
        }
        ObservedCall call = execution.submit(bytes).get();
        ExecutionResult result = execution.result(call.answer());
        return new ProbeOutcome(result, false, call.ended(), call.leftover(), call.printed(), call.stack());
    }

    /**
     * What came of a probe.
     *
     * @param refused true where the input schema refused it
     */
    record ProbeOutcome(
            ExecutionResult result,
            boolean refused,
            boolean ended,
            @Nullable ExecutionFinding leftover,
            String printed,
            @Nullable String stack) {

        /**
         * In which way a valid probe failed, or null where it did not. What Bean Validation refuses is no failure:
         * the schema would say so if it could, and {@code generate} has warned of it.
         */
        @Nullable
        String kind() {
            if (result.isSuccess()) {
                return leftover == null ? null : leftover.text();
            }
            String message = String.valueOf(result.message());
            boolean isConstraint = !result.findings().isEmpty()
                    && result.findings().stream().allMatch(finding -> finding.rule() == Rule.CONSTRAINT);
            return isConstraint
                    ? null
                    : result.type() + " " + VALUES.matcher(message).replaceAll("…") + place();
        }

        /** Where it was thrown: two nulls have the same words. What a loop was doing when its time was over says nothing. */
        private String place() {
            Matcher frame = FRAME.matcher(stack == null || ended ? "" : stack);
            return frame.find() ? " " + frame.group(1) : "";
        }

        /** Why the probe fails, behind {@code what} was sent. */
        FixtureFailure failure(String what, String kind) {
            if (result.message() != null) {
                return new FixtureFailure(what + ": " + result.type() + " error: ", result.findings());
            }
            return leftover == null
                    ? FixtureFailure.of(what + ": " + kind)
                    : new FixtureFailure(what + ": ", List.of(leftover));
        }

        /** In which way an invalid probe failed: by getting through. */
        @Nullable
        String acceptance() {
            return refused ? null : "the input schema accepts what breaks it";
        }
    }
}
