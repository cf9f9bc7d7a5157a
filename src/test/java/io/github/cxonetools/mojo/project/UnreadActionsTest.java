package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.RejectedException;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnreadActionsTest {

    private final MavenProject module = Modules.module("first");

    @ParameterizedTest
    @ValueSource(strings = {"generate", "simulate", "plan", "deploy", "version", "deprecate", "metrics", "execute"})
    void aGoalThatIsTypedNamesTheExecutionThatHasTheActions(String goal) {
        Modules.addExecution(module, "contracts", "generate", "First");

        assertThatThrownBy(() -> UnreadActions.reject(goal(goal, MojoExecution.Source.CLI, module)))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("cxone:" + goal + " sees no <actions> in first")
                .hasMessageContaining("Type mvn cxone:" + goal + "@contracts, or move them");
    }

    @Test
    void itNamesEveryExecutionAndTheModuleOfAReactor() {
        Modules.addExecution(module, "a", "generate", "First");
        Modules.addExecution(module, "none", "generate");
        Modules.addExecution(module, "b", "deploy", "Second");

        assertThatThrownBy(() ->
                        UnreadActions.reject(goal("plan", MojoExecution.Source.CLI, module, Modules.module("other"))))
                .hasMessageContaining("within the execution a and b. "
                        + "Type mvn cxone:plan@a -pl :first or mvn cxone:plan@b -pl :first, or");
    }

    @Test
    void aGoalThatIsBoundWithoutTheActionsOfAnotherExecutionFailsToo() {
        Modules.addExecution(module, "contracts", "generate", "First");

        assertThatThrownBy(() -> UnreadActions.reject(goal("deploy", MojoExecution.Source.LIFECYCLE, module)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("the execution contracts");
    }

    @Test
    void aGoalThatIsBoundWithTheActionsElsewhereHasItsTurnThere() {
        Modules.addExecution(module, "contracts", "generate", "First");

        assertThatCode(() -> UnreadActions.reject(goal("generate", MojoExecution.Source.LIFECYCLE, module)))
                .doesNotThrowAnyException();
    }

    @Test
    void aModuleWithoutActionsIsPassedOver() {
        assertThatCode(() -> UnreadActions.reject(goal("plan", MojoExecution.Source.CLI, module)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsToBeTypedNamesTheExecutionThatAloneHasTheActions() {
        Modules.addExecution(module, "calls", "execute", "First");
        GoalContext goal = inExecution("calls", module);

        assertThat(UnreadActions.executionId(goal)).isEqualTo("@calls");
        assertThat(new Invocation(goal).command("deprecate")).endsWith(":deprecate@calls");
    }

    @Test
    void whatIsToBeTypedNamesNoExecutionWhereThePluginHasTheActions() {
        MavenProject second = Modules.moduleWithActions("second", "Second");
        // As Maven gives it to each execution.
        Modules.addExecution(second, "calls", "execute", "Second");

        assertThat(UnreadActions.executionId(inExecution("calls", second))).isEmpty();
    }

    private static GoalContext inExecution(String id, MavenProject module) {
        GoalContext goal = goal("execute", MojoExecution.Source.CLI, module);
        MojoExecution execution = new MojoExecution(goal.execution().getMojoDescriptor(), id, MojoExecution.Source.CLI);
        return new GoalContext(goal.session(), goal.project(), execution, goal.log(), goal.maven());
    }

    private static GoalContext goal(String name, MojoExecution.Source source, MavenProject... modules) {
        return Modules.goal(name, source, List.of(modules), List.of(modules));
    }
}
