package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.ExecutionResult;
import java.time.Instant;

/**
 * An execution that has happened and is to be recorded.
 *
 * @param action as it was when it ran: a later change of its version does not touch this record
 * @param at when it began
 */
public record ExecutionRecord(TenantAction action, Instant at, byte[] payload, ExecutionResult result) {

    /** Latency in whole microseconds; -1 where the handler was not called. */
    public long latencyMicros() {
        Double millis = result.latencyMs();
        return millis == null ? -1 : Math.round(millis * 1000);
    }
}
