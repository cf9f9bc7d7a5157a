package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.schema.contract.GenerateEvents;
import java.nio.file.Path;

/** What {@code generate} says on the console. */
record GenerateLog(GoalContext goal) implements GenerateEvents {

    @Override
    public void written(String action, Path directory) {
        goal.log().info(style().green(action + ": wrote") + " " + directory);
    }

    @Override
    public void upToDate(int actions) {
        goal.log().info(actions == 1 ? "The contract is up to date" : actions + " contracts are up to date");
    }

    @Override
    public void removed(String action) {
        goal.log().info(style().yellow(action + ": removed its contract") + ", because the POM no longer has it");
    }

    @Override
    public void warning(String message) {
        goal.log().warn(message);
    }

    @Override
    public void detail(String message) {
        goal.log().debug(message);
    }

    @Override
    public void note(String message) {
        goal.log().info(message);
    }

    /** Asked for where something is written: in most builds nothing is. */
    private ConsoleStyle style() {
        return goal.console().style();
    }
}
