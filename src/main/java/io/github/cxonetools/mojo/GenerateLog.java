package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.schema.contract.GenerateEvents;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code generate} says on the console. */
final class GenerateLog implements GenerateEvents {

    private final GoalContext goal;
    private @Nullable ConsoleStyle style;

    GenerateLog(GoalContext goal) {
        this.goal = goal;
    }

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

    /** Asked for where something is written, and then once: in most builds nothing is, in some a thousand contracts are. */
    private ConsoleStyle style() {
        ConsoleStyle known = style;
        if (known == null) {
            known = goal.console().style();
            style = known;
        }
        return known;
    }
}
