package io.github.cxonetools.report.simulation;

/** Commands that a person types to play again what failed. */
public interface ReplayCommands {

    /**
     * Plays one fixture.
     *
     * @param name its name within the action
     */
    String fixture(String action, String name);

    /** Sends the same probes. */
    String probes(String action, long seed);
}
