package io.github.cxonetools.simulator.result;

import io.github.cxonetools.simulator.fixture.Shard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a simulation.
 *
 * @param actions in the order in which they were given
 * @param shard which part of the fixtures was played; null for all of them
 * @param findings what in the fixtures' folder could not be played; each fails the simulation
 */
public record SimulationReport(
        List<ActionReport> actions, @Nullable ShardOf shard, List<String> findings) {

    /**
     * A part of the fixtures.
     *
     * @param fixtures how many there are in all parts
     */
    public record ShardOf(Shard shard, int fixtures) {}

    /** Of all fixtures. */
    public SimulationReport(List<ActionReport> actions, List<String> findings) {
        this(actions, null, findings);
    }

    /** {@return true if every fixture and every probe passed and everything could be played} */
    public boolean passed() {
        return findings.isEmpty() && actions.stream().allMatch(ActionReport::passed);
    }

    /** How many fixtures were played; probes are none. */
    public int played() {
        return actions.stream().mapToInt(action -> action.fixtures().size()).sum();
    }

    /** {@return true if there was nothing to play, in this part of the fixtures or in another} */
    public boolean isIdle() {
        return played() == 0
                && actions.stream().allMatch(action -> action.probes() == null)
                && (shard == null || shard.fixtures() == 0);
    }

    /** How many probes were tried. */
    public long probesSent() {
        return actions.stream()
                .mapToLong(
                        action -> action.probes() == null ? 0 : action.probes().sent())
                .sum();
    }

    /** How many probes failed. */
    public long probesFailed() {
        return actions.stream()
                .mapToLong(
                        action -> action.probes() == null ? 0 : action.probes().failed())
                .sum();
    }

    /** How many fixtures failed. */
    public long failed() {
        return actions.stream().mapToLong(ActionReport::failed).sum();
    }
}
