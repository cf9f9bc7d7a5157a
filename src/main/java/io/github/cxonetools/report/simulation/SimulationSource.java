package io.github.cxonetools.report.simulation;

import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.text.ShellWord;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the page of a simulation says besides its results: which build it was, and what was played.
 *
 * @param origin the build
 * @param base files below it are shown relative to it, so that the page is the same on every machine
 * @param actions what was played by its action's name; empty where only results are known
 * @param again the commands that play again what failed
 */
public record SimulationSource(PageOrigin origin, Path base, Map<String, Played> actions, ReplayCommands again) {

    /** Commands of which nothing is known but the fixture. */
    private static final ReplayCommands TYPED = new ReplayCommands() {
        @Override
        public String fixture(String action, String name) {
            return "mvn cxone:simulate -Dcxone.fixture=" + ShellWord.quoted(action + "/" + name);
        }

        @Override
        public String probes(String action, long seed) {
            return "mvn cxone:simulate -Dcxone.probeSeed=" + seed + " -Dcxone.fixture="
                    + ShellWord.quoted(action + "/probe-*");
        }
    };

    /**
     * What was played.
     *
     * @param handler the class that answered, {@code com.example.Routing#route}; null where a service did
     */
    public record Played(
            JsonNode inputSchema,
            JsonNode outputSchema,
            @Nullable String handler) {}

    public SimulationSource {
        actions = Map.copyOf(actions);
        base = base.toAbsolutePath().normalize();
    }

    /** The same with what was played. */
    public SimulationSource with(Map<String, Played> played) {
        return new SimulationSource(origin, base, played, again);
    }

    /** Where only results are known. */
    public static SimulationSource of(PageOrigin origin, Path base) {
        return new SimulationSource(origin, base, Map.of(), TYPED);
    }
}
