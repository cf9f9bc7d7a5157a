package io.github.cxonetools.metrics.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the gate asks for, and what follows where it fails.
 *
 * @param waitFor how long to poll for enough executions; null to evaluate at once
 * @param dryRun only say what would be changed
 */
public record GateSettings(GateRules rules, @Nullable Duration waitFor, OnFailure onFailure, boolean dryRun) {

    /** What a failed gate does besides failing the build. */
    public enum OnFailure {
        FAIL,
        DEPRECATE,
        /** The version below becomes active first. */
        ROLLBACK
    }

    /** Whether there is a gate at all. */
    boolean isGate() {
        return rules.hasLimits() || waitFor != null;
    }
}
