package io.github.cxonetools.report.simulation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * What JUnit XML says of the run besides its results.
 *
 * @param base files are named relative to it, with slashes
 * @param execution the id of the goal's execution, by which a later run knows its own files
 * @param began when the run began
 * @param declared names of all actions that the execution has, simulated now or not
 */
public record JUnitRun(Path base, String execution, Instant began, Set<String> declared) {

    /** Copies the names. */
    public JUnitRun {
        declared = Set.copyOf(declared);
    }
}
