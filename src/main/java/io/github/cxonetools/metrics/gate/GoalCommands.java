package io.github.cxonetools.metrics.gate;

import java.util.List;

/** How to call another goal for the same project and the same tenant. */
public interface GoalCommands {

    /** The command up to and with the goal, for example {@code mvn cxone:deprecate}. */
    String command(String goal);

    /** Words that go with it, not yet quoted for a shell. */
    List<String> options();
}
