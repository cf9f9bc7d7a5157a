package io.github.cxonetools.simulator.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one action's fixtures.
 *
 * @param action its name
 * @param version its version
 * @param fixtures in the order of their names
 * @param latency of all measured runs
 * @param printed what was printed between calls
 * @param probes what came of derived payloads; null where there were none
 * @param profile how the latency is spread, the first call apart
 */
public record ActionReport(
        String action,
        String version,
        List<FixtureReport> fixtures,
        Latency latency,
        String printed,
        @Nullable ProbeReport probes,
        LatencyProfile profile) {

    /** An action that was not probed, without a profile of its latency. */
    public ActionReport(String action, String version, List<FixtureReport> fixtures, Latency latency, String printed) {
        this(action, version, fixtures, latency, printed, null, LatencyProfile.NONE);
    }

    /** Without a profile of its latency. */
    public ActionReport(
            String action,
            String version,
            List<FixtureReport> fixtures,
            Latency latency,
            String printed,
            @Nullable ProbeReport probes) {
        this(action, version, fixtures, latency, printed, probes, LatencyProfile.NONE);
    }

    /** {@return true if neither a fixture nor a probe failed} */
    public boolean passed() {
        return failed() == 0 && (probes == null || probes.passed());
    }

    /** How many fixtures failed. */
    public long failed() {
        return fixtures.stream().filter(fixture -> !fixture.passed()).count();
    }
}
