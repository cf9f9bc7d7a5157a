package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Modules;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

class UnfinishedDeploymentsTest {

    private final MavenProject first = Modules.moduleWithActions("first", "First");
    private final MavenProject second = Modules.moduleWithActions("second", "Second");
    private final List<String> deployed = new ArrayList<>();
    private GoalContext goal;

    @TempDir
    private Path folder;

    @BeforeEach
    void build() {
        first.getBuild().setDirectory(folder.resolve("first").toString());
        second.getBuild().setDirectory(folder.resolve("second").toString());
        goal = Modules.goal("deploy", MojoExecution.Source.LIFECYCLE, List.of(second), List.of(first, second));
        when(goal.session().getGoals()).thenReturn(List.of("deploy"));
    }

    @Test
    void aResumedBuildThatDeploysMakesItGood() throws Exception {
        left("deploy", "A");
        goal.session().getRequest().setResumeFrom(":second");

        finish(true);

        assertThat(deployed).containsExactly("A");
        assertThat(DeferredFiles.of(first)).isEmpty();
    }

    @Test
    void aResumedBuildInWhichNothingDeploysFails() throws Exception {
        left("deploy", "A");
        goal.session().getRequest().setResumeFrom(":second");

        assertThatThrownBy(() -> finish(false))
                .isInstanceOf(RejectedException.class)
                .hasMessage("first has deferred a deployment, and this build does not make it good: "
                        + "mvn cxone:deploy -pl :first does it");
        assertThat(DeferredFiles.of(first)).hasSize(1);
    }

    @Test
    void whatOtherGoalsDeferredFailsTheResumedBuild() throws Exception {
        left("version", "A");
        goal.session().getRequest().setResumeFrom(":second");

        assertThatThrownBy(() -> finish(true))
                .isInstanceOf(RejectedException.class)
                .hasMessage("first has deferred a cxone:version, and this build does not make it good: "
                        + "mvn cxone:version -pl :first does it");
    }

    @Test
    void aResumedBuildThatStopsBeforeDeployingOnlyNamesIt() throws Exception {
        left("deploy", "A");
        goal.session().getRequest().setResumeFrom(":second");
        when(goal.session().getGoals()).thenReturn(List.of("verify"));

        finish(false);

        assertThat(DeferredFiles.of(first)).hasSize(1);
    }

    @Test
    void aBuildOfChosenModulesOnlyNamesIt() throws Exception {
        left("deploy", "A");

        finish(true);

        assertThat(deployed).isEmpty();
        assertThat(DeferredFiles.of(first)).hasSize(1);
    }

    @Test
    void twoExecutionsOfAModuleDeferTwice() throws Exception {
        GoalContext one = inFirst("one");
        GoalContext second = inFirst("two");
        GoalContext two =
                new GoalContext(one.session(), second.project(), second.execution(), second.log(), second.maven());

        assertThat(DeferredFiles.of(one)).hasFileName("deferred.json").isEqualTo(DeferredFiles.of(one));
        assertThat(DeferredFiles.of(two)).hasFileName("deferred-deploy-two.json");
    }

    @Test
    void whatIsDoneIsStruckOutAndTheRestStays() throws Exception {
        left("deploy", "A", "B");
        GoalContext deploy = inFirst("default");

        DeferredFiles.done(deploy, Set.of("A"));
        assertThat(DeferredDeployment.read(DeferredFiles.of(deploy))
                        .orElseThrow()
                        .actions())
                .extracting(action -> action.contract().name())
                .containsExactly("B");

        DeferredFiles.done(deploy, Set.of("B"));
        assertThat(DeferredFiles.of(first)).isEmpty();
    }

    @Test
    void oneGoalDoesNotStrikeOutWhatAnotherDeferred() throws Exception {
        left("version", "A");

        DeferredFiles.done(inFirst("default"), Set.of("A"));

        assertThat(DeferredFiles.of(first)).hasSize(1);
    }

    private void finish(boolean isDeploying) throws Exception {
        UnfinishedDeployments.@Nullable Deploy deploy = isDeploying
                ? (module, left) -> left.actions()
                        .forEach(action -> deployed.add(action.contract().name()))
                : null;
        new UnfinishedDeployments(goal.session(), deploy, new SystemStreamLog()).finish();
    }

    private GoalContext inFirst(String executionId) {
        GoalContext deploy =
                Modules.goal("deploy", MojoExecution.Source.LIFECYCLE, List.of(first), List.of(first, second));
        MojoExecution execution =
                new MojoExecution(deploy.execution().getMojoDescriptor(), executionId, MojoExecution.Source.LIFECYCLE);
        return new GoalContext(deploy.session(), deploy.project(), execution, deploy.log(), deploy.maven());
    }

    private void left(String deferring, String... names) throws Exception {
        boolean isDeploy = deferring.equals("deploy");
        new DeferredDeployment(
                        deferring,
                        "first",
                        URI.create("local"),
                        folder.resolve("receipts.json"),
                        isDeploy
                                ? Arrays.stream(names)
                                        .map(UnfinishedDeploymentsTest::action)
                                        .toList()
                                : List.of(),
                        new TreeMap<>(isDeploy ? Map.of() : Map.of(DeferredDeployment.NAMES, String.join(",", names))))
                .write(DeferredFiles.folder(first).resolve("deferred.json"));
    }

    private static DesiredAction action(String name) {
        return new DesiredAction(
                new Contract(name, "1.0.0", null, 5000, Json.object(), Json.object()),
                URI.create("https://actions.example.com/" + name));
    }
}
