package io.github.cxonetools.simulator.result;

import java.util.List;

/**
 * What came of a simulation.
 *
 * @param actions in the order in which they were given
 * @param findings what in the fixtures' folder could not be played; each fails the simulation
 */
public record SimulationReport(List<ActionReport> actions, List<String> findings) {

    /** {@return true if every fixture passed and everything could be played} */
    public boolean passed() {
        return findings.isEmpty() && failed() == 0;
    }

    /** How many fixtures were played. */
    public int played() {
        return actions.stream().mapToInt(action -> action.fixtures().size()).sum();
    }

    /** How many of them failed. */
    public long failed() {
        return actions.stream().mapToLong(ActionReport::failed).sum();
    }
}
