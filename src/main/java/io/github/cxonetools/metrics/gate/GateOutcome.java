package io.github.cxonetools.metrics.gate;

import java.util.List;

/**
 * All that the gate says of one version.
 *
 * @param followed what was done with a version that failed, or why it was not, a sentence each
 * @param wayBack commands that go back to the version before; none where it passed, or was rolled back already
 */
public record GateOutcome(GateVerdict verdict, List<String> followed, List<String> wayBack) {

    public GateOutcome {
        followed = List.copyOf(followed);
        wayBack = List.copyOf(wayBack);
    }
}
