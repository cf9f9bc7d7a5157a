package io.github.cxonetools.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A payload to play.
 *
 * @param action the action that it is for: the name of its folder
 * @param name the file's name without {@code .json}
 * @param file the payload
 * @param expectation what should come of it; null for any success
 */
public record Fixture(
        String action, String name, Path file, @Nullable Path expectation) {

    /** {@code Action/case}, as messages and patterns write it. */
    public String label() {
        return action + "/" + name;
    }
}
