package io.github.cxonetools.simulator;

import io.github.cxonetools.simulator.result.ActionReport;
import java.nio.file.Path;
import java.util.List;

/** What happens while fixtures are played, for whoever words it. */
public interface SimulationEvents {

    /** An action has nothing to play; its first fixture would be {@code example}. */
    void noFixtures(String action, Path example);

    /** No fixture matches {@code glob}, and no action is probed. */
    void nothingSelected(String glob);

    /** Comes at most every two seconds, and not at all for a short run. */
    void progress(String action, int done, int total);

    /** All fixtures of one action were played. */
    void played(ActionReport action);

    /** A file was written because {@code record} asks for it. */
    void recorded(Path file);

    /** The seed of an action's probes, before the first is sent. */
    void probing(String action, int probes, long seed);

    /**
     * Probes say less of an action than they might.
     *
     * @param properties JSON pointers of those for which no value could be derived
     * @param none whether no valid payload could be derived at all
     */
    void underivable(String action, List<String> properties, boolean none);
}
