package io.github.cxonetools.mojo;

import io.github.cxonetools.metrics.ReleaseGate;
import java.time.Duration;
import org.apache.maven.plugin.logging.Log;

/** What the gate says while it waits for executions. */
record GateProgress(Log log) implements ReleaseGate.Progress {

    @Override
    public void waiting(String action, String version, long executions, long needed, Duration left) {
        log.info(action + " " + version + ": " + executions + " of " + needed + " executions; waiting up to "
                + seconds(left));
    }

    @Override
    public void unavailable(String action, String version, String reason, Duration left) {
        log.warn(action + " " + version + ": " + reason + "; waiting up to " + seconds(left));
    }

    private static String seconds(Duration left) {
        return Math.max(0, left.toSeconds()) + " s";
    }
}
