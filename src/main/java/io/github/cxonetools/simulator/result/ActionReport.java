package io.github.cxonetools.simulator.result;

import java.util.List;

/**
 * What came of one action's fixtures.
 *
 * @param action its name
 * @param version its version
 * @param fixtures in the order of their names
 * @param latency of all measured runs
 * @param printed what was printed between calls
 */
public record ActionReport(
        String action, String version, List<FixtureReport> fixtures, Latency latency, String printed) {

    /** How many fixtures failed. */
    public long failed() {
        return fixtures.stream().filter(fixture -> !fixture.passed()).count();
    }
}
