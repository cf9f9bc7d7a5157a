package io.github.cxonetools.simulator;

import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.ReportPayloads;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How fixtures are played.
 *
 * @param fixturesDirectory one folder an action
 * @param fixture a pattern on {@code Action/case}; null for all
 * @param shard which part of the fixtures, and of the probes; null for all
 * @param failIfNoFixtures what is only warned of else
 * @param repeat how often each fixture runs and is measured, at least 1
 * @param warmup how often it runs before that
 * @param record write what comes of a fixture without expectation as its expectation, and failing probes as fixtures
 * @param probe how many payloads to derive from each input schema of which {@code fixture} takes cases named
 *     {@code probe-…}
 * @param probeSeed makes probes the same again; null for a new seed
 * @param maxPayloadBytes larger payloads are findings
 * @param reportPayloads whose payloads and outputs the report holds
 */
public record SimulationSettings(
        Path fixturesDirectory,
        @Nullable String fixture,
        @Nullable Shard shard,
        boolean failIfNoFixtures,
        int repeat,
        int warmup,
        boolean record,
        int probe,
        @Nullable Long probeSeed,
        long maxPayloadBytes,
        ReportPayloads reportPayloads) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public SimulationSettings {
        if (repeat < 1) {
            throw new IllegalArgumentException("cxone.repeat is " + repeat + ". Use 1 or more");
        }
        if (warmup < 0) {
            throw new IllegalArgumentException("cxone.warmup is " + warmup + ". Use 0 or more");
        }
        if (probe < 0) {
            throw new IllegalArgumentException("cxone.probe is " + probe + ". Use 0 or more");
        }
        if (maxPayloadBytes < 1) {
            throw new IllegalArgumentException("cxone.maxPayloadBytes is " + maxPayloadBytes + ". Use 1 or more");
        }
    }
}
