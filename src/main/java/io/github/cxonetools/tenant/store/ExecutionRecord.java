package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import java.time.Instant;

/**
 * An execution that has happened and is to be recorded.
 *
 * @param action as it was when it ran: a later change of its version does not touch this record
 * @param at when it began
 */
public record ExecutionRecord(TenantAction action, Instant at, byte[] payload, LocalExecution execution) {

    /** What {@code call_start} is of a handler's first call, and of the others. */
    static final String COLD = "cold";

    static final String WARM = "warm";

    /** An execution of which only the result is known. */
    public ExecutionRecord(TenantAction action, Instant at, byte[] payload, ExecutionResult result) {
        this(action, at, payload, LocalExecution.of(result));
    }

    public ExecutionResult result() {
        return execution.result();
    }

    /** Latency in whole microseconds; -1 where the handler was not called. */
    public long latencyMicros() {
        Double millis = result().latencyMs();
        return millis == null ? -1 : Math.round(millis * 1000);
    }
}
