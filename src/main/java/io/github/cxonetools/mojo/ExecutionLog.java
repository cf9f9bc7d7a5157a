package io.github.cxonetools.mojo;

import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.report.simulation.ExecutionConsole;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.simulator.ExecutionEvents;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Logs what became of fixtures that were sent to the local tenant. A module without fixtures is warned of; a build without
 * any fails where the goal was asked for.
 */
final class ExecutionLog implements ExecutionEvents {

    private final GoalContext goal;
    private final ConsoleLog console;

    ExecutionLog(GoalContext goal) {
        this.goal = goal;
        this.console = goal.console();
    }

    @Override
    public void executed(Fixture fixture, LocalExecution execution) {
        ExecutionConsole.lines(fixture, execution, console.style()).forEach(console::info);
    }

    @Override
    public void noFixtures(Path directory, @Nullable String glob) {
        String missing = ExecutionConsole.noFixtures(directory, glob);
        goal.log().warn(missing);
        new TypedGoal(goal).idle(missing);
    }

    @Override
    public void finished(int executed, int errors) {
        goal.log().info(ExecutionConsole.total(executed, errors, console.style()));
        new TypedGoal(goal).acted();
    }
}
