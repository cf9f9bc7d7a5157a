package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Modules;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TypedGoalTest {

    private final MavenProject first = Modules.moduleWithActions("first", "First");
    private final MavenProject library = Modules.module("library");
    private final MavenProject second = Modules.moduleWithActions("second", "Second");
    private final List<MavenProject> all = List.of(first, library, second);

    @Test
    void failsWhereNoChosenModuleHasActionsAndNamesThoseThatHave() {
        assertThatThrownBy(() -> typed(library).requireActions(Set.of()))
                .isInstanceOf(RejectedException.class)
                .hasMessage("cxone:metrics has nothing to do: no <actions> in library. "
                        + "Type mvn cxone:metrics -pl :first,:second");
    }

    @Test
    void failsWhereTheActionThatIsNamedIsInAModuleThatIsNotChosen() {
        assertThatThrownBy(() -> typed(library, second).requireActions(Set.of("First")))
                .isInstanceOf(RejectedException.class)
                .hasMessage("cxone:metrics has nothing to do: no action named First in library, second. "
                        + "Type mvn cxone:metrics -pl :first");
    }

    @Test
    void isContentWithOneModuleThatHasActions() {
        assertThatCode(() -> typed(library, second).requireActions(Set.of())).doesNotThrowAnyException();
    }

    @Test
    void actionsWithinAnExecutionAreActions() {
        MavenProject third = Modules.module("third");
        Modules.addExecution(third, "contracts", "generate", "Third");

        assertThatCode(() -> typed(third).requireActions(Set.of("Third"))).doesNotThrowAnyException();
    }

    @Test
    void oneIdIsNotTakenForTheActionsOfSeveralModules() {
        GoalContext goal = Modules.goal("version", MojoExecution.Source.CLI, all, all);
        goal.session().getUserProperties().setProperty("cxone.actionId", "5d0c");

        assertThatThrownBy(() -> new TypedGoal(goal).requireActions(Set.of()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("2 modules have actions: first, second")
                .hasMessageContaining("-Dcxone.action=<name>");
        assertThatCode(() -> new TypedGoal(goal).requireActions(Set.of("Second")))
                .doesNotThrowAnyException();
    }

    @Test
    void failsWhereEveryModuleWasIdle() {
        GoalContext goal = Modules.goal("execute", MojoExecution.Source.CLI, all, all);
        new TypedGoal(goal).idle("No fixtures in a");
        new TypedGoal(goal).idle("No fixtures in b");

        assertThatThrownBy(() -> new TypedGoal(goal).requireWork())
                .isInstanceOf(RejectedException.class)
                .hasMessage("cxone:execute has nothing to do: No fixtures in a\nNo fixtures in b");
    }

    @Test
    void oneModuleThatActedIsEnough() {
        GoalContext goal = Modules.goal("execute", MojoExecution.Source.CLI, all, all);
        new TypedGoal(goal).acted();
        new TypedGoal(goal).idle("No fixtures in b");

        assertThatCode(() -> new TypedGoal(goal).requireWork()).doesNotThrowAnyException();
    }

    private TypedGoal typed(MavenProject... chosen) {
        return new TypedGoal(Modules.goal("metrics", MojoExecution.Source.CLI, List.of(chosen), all));
    }
}
