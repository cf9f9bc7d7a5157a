package io.github.cxonetools.simulator.result;

import java.util.List;

/**
 * What came of the payloads that were derived from an action's input schema.
 *
 * @param sent how many were tried
 * @param seed what they were derived with: the same seed derives the same
 * @param latency of the calls
 * @param failures one for each way to fail; no two have the same cause
 * @param problems what keeps the failures from being all there are; each fails the simulation
 * @param others how many fail in further ways, which are not told apart
 */
public record ProbeReport(
        int sent, long seed, Latency latency, List<ProbeFailure> failures, List<String> problems, int others) {

    /**
     * Probes that fail in one way.
     *
     * @param smallest the smallest payload that was found to fail so, named {@code probe-…}; a file where it was recorded
     * @param times how many of the probes do
     */
    public record ProbeFailure(FixtureReport smallest, int times) {}

    /** {@return true if none failed, and all were tried} */
    public boolean passed() {
        return failures.isEmpty() && problems.isEmpty();
    }

    /** How many of them failed. */
    public int failed() {
        return failures.stream().mapToInt(ProbeFailure::times).sum() + others;
    }

    /** {@code 40 probes, seed 7}. */
    public String label() {
        return sent + (sent == 1 ? " probe" : " probes") + ", seed " + seed;
    }
}
