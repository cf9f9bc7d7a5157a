package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of an action, judged as CXone judges it: the payload by the input schema, then the handler within its time, then
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
        return refused != null ? refused : judge(call(payload));
    }

    /** The first step: the {@code input: } error of a payload that the handler must not see, or null. */
    public @Nullable ExecutionResult refuse(byte[] payload) {
        StrictJson json = StrictJson.read(payload);
        String problem = json.value() == null ? "/ " + json.problem() : findings(input.validate(json.value()));
        return problem == null ? null : invalid("input: " + problem, null);
    }

    /** The second step: calls the handler and waits. */
    public HandlerAnswer call(byte[] payload) {
        return handler.call(payload, timeout);
    }

    /** The second step with the wait apart, as {@link Handler#submit} explains. */
    public Supplier<ObservedCall> submit(byte[] payload) {
        return handler.submit(payload, timeout);
    }

    /** The last step: what the handler's answer is worth. */
    public ExecutionResult judge(HandlerAnswer answer) {
        if (answer instanceof HandlerAnswer.Output given) {
            return judge(given);
        }
        if (answer instanceof HandlerAnswer.UnusableOutput unusable) {
            return invalid("output: " + unusable.problem(), unusable.latencyMs());
        }
        if (answer instanceof HandlerAnswer.BindingFailure refused) {
            return invalid("binding: " + refused.problem(), null);
        }
        HandlerAnswer.Failure failure = (HandlerAnswer.Failure) answer;
        return ExecutionResult.error(ExecutionResult.RUNTIME, failure.problem(), failure.latencyMs());
    }

    private ExecutionResult judge(HandlerAnswer.Output given) {
        StrictJson json = StrictJson.read(given.json());
        if (json.value() == null) {
            return invalid("output: / " + json.problem(), given.latencyMs());
        }
        String cut = LoneSurrogates.find(given.json(), json.value());
        String problem = cut != null ? cut : findings(output.validate(json.value()));
        return problem == null
                ? ExecutionResult.success(json.value(), given.latencyMs())
                : invalid("output: " + problem, given.latencyMs());
    }

    /** Findings on one line, or null where there are none; a long list is cut, because its tail is rarely read. */
    private static @Nullable String findings(List<String> all) {
        if (all.isEmpty()) {
            return null;
        }
        String shown = String.join("; ", all.subList(0, Math.min(all.size(), MAX_FINDINGS)));
        return all.size() > MAX_FINDINGS ? shown + "; and " + (all.size() - MAX_FINDINGS) + " more" : shown;
    }

    private static ExecutionResult invalid(String message, @Nullable Double latencyMs) {
        return ExecutionResult.error(ExecutionResult.VALIDATION, message, latencyMs);
    }
}
