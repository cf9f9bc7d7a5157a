package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Step;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of an action, validated as CXone validates it: the payload by the input schema, then the handler within its time, then
 * its answer by the output schema. Whoever wants to overlap the steps of several calls takes them one by one; they are safe
 * to take from several threads.
 */
public final class Execution {

    private static final int MAX_FINDINGS = 20;

    private final PayloadValidator input;
    private final PayloadValidator output;
    private final Duration timeout;
    private final Handler handler;

    /**
     * Prepares to execute one action.
     *
     * @param inputSchema JSON Schema draft-07
     * @param outputSchema JSON Schema draft-07
     * @param timeout how long the handler may take
     */
    public Execution(JsonNode inputSchema, JsonNode outputSchema, Duration timeout, Handler handler) {
        this.input = PayloadValidator.of(inputSchema);
        this.output = PayloadValidator.of(outputSchema);
        this.timeout = timeout;
        this.handler = handler;
    }

    /** Takes all steps. */
    public ExecutionResult run(byte[] payload) {
        ExecutionResult refused = refuse(payload);
        return refused != null ? refused : result(call(payload));
    }

    /** The first step: the {@code input: } error of a payload that the handler must not see, or null. */
    public @Nullable ExecutionResult refuse(byte[] payload) {
        StrictJson json = StrictJson.read(payload);
        List<ExecutionFinding> findings = json.finding() != null || json.value() == null
                ? List.of(Objects.requireNonNull(json.finding()))
                : input.findings(json.value());
        return findings.isEmpty() ? null : invalid(Step.INPUT, findings, null);
    }

    /** The second step: calls the handler and waits. */
    public HandlerAnswer call(byte[] payload) {
        return handler.call(payload, timeout);
    }

    /** The second step with the wait apart, as {@link Handler#submit} explains. */
    public Supplier<ObservedCall> submit(byte[] payload) {
        return handler.submit(payload, timeout);
    }

    /** As {@link #submit}, for calls that may wait for those behind them, as {@link Handler#enqueue} explains. */
    public Supplier<ObservedCall> enqueue(byte[] payload) {
        return handler.enqueue(payload, timeout);
    }

    /** Lets the calls begin that were enqueued. */
    public void flush() {
        handler.flush();
    }

    /** Whether calls are worth enqueuing together. */
    public boolean takesBatches() {
        return handler.takesBatches();
    }

    /** The last step: the result that follows from the handler's answer. */
    public ExecutionResult result(HandlerAnswer answer) {
        if (answer instanceof HandlerAnswer.Output given) {
            return checked(given);
        }
        if (answer instanceof HandlerAnswer.UnusableOutput unusable) {
            return invalid(Step.OUTPUT, List.of(unusable.finding()), unusable.latencyMs());
        }
        if (answer instanceof HandlerAnswer.BindingFailure refused) {
            return invalid(Step.BINDING, refused.findings(), null);
        }
        HandlerAnswer.RunFailure failure = (HandlerAnswer.RunFailure) answer;
        return ExecutionResult.error(ExecutionResult.RUNTIME, List.of(failure.finding()), failure.latencyMs());
    }

    private ExecutionResult checked(HandlerAnswer.Output given) {
        StrictJson json = StrictJson.read(given.json());
        if (json.value() == null) {
            return invalid(Step.OUTPUT, List.of(Objects.requireNonNull(json.finding())), given.latencyMs());
        }
        ExecutionFinding cut = LoneSurrogates.find(given.json(), json.value());
        List<ExecutionFinding> findings = cut != null ? List.of(cut) : output.findings(json.value());
        return findings.isEmpty()
                ? ExecutionResult.success(json.value(), given.latencyMs())
                : invalid(Step.OUTPUT, findings, given.latencyMs());
    }

    /** A long list is cut, because its tail is rarely read. */
    private static ExecutionResult invalid(Step step, List<ExecutionFinding> all, @Nullable Double latencyMs) {
        List<ExecutionFinding> told = new ArrayList<>();
        all.stream().limit(MAX_FINDINGS).forEach(finding -> told.add(finding.of(step)));
        if (all.size() > MAX_FINDINGS) {
            String more = "and " + (all.size() - MAX_FINDINGS) + " more";
            told.add(ExecutionFinding.own(all.get(0).rule(), null, more).of(step));
        }
        return ExecutionResult.error(ExecutionResult.VALIDATION, told, latencyMs);
    }
}
