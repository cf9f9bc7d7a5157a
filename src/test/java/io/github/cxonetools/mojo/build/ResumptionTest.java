package io.github.cxonetools.mojo.build;

import io.github.cxonetools.mojo.project.Modules;
import java.util.List;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ResumptionTest {

    private final MavenProject first = Modules.moduleWithActions("first", "First");
    private final MavenProject plain = Modules.module("plain");
    private final MavenProject other = Modules.module("other");
    private final MavenExecutionResult result = new DefaultMavenExecutionResult();

    @Test
    void aBuildThatGoesOnWithoutThePluginIsBlind() {
        MavenSession session = failedAt(plain, first, plain, other);

        assertThat(Resumption.isBlind(session, Modules.PLUGIN)).isTrue();
    }

    @Test
    void aBuildThatGoesOnWithThePluginIsNot() {
        Modules.addExecution(other, "default", "generate");
        MavenSession session = failedAt(plain, first, plain, other);

        assertThat(Resumption.isBlind(session, Modules.PLUGIN)).isFalse();
    }

    @Test
    void theModuleWithDeferredWorkIsTheFirstToBuildAgain() {
        MavenSession session = failedAt(plain, first, plain, other);
        result.addException(new LifecycleExecutionException("a test failed", plain));

        Resumption.beginAt(first, "not done", session);

        assertThat(result.getBuildSummary(first)).isInstanceOf(BuildFailure.class);
        assertThat(((LifecycleExecutionException) result.getExceptions().get(0)).getProject())
                .isSameAs(first);
    }

    @Test
    void aBuildIsToDeployWhereItsGoalsSaySo() {
        MavenSession session = failedAt(plain, first, plain);
        when(session.getGoals()).thenReturn(List.of("verify"));
        assertThat(Resumption.isToDeploy(session, "version")).isFalse();

        when(session.getGoals()).thenReturn(List.of("verify", "cxone:version"));
        assertThat(Resumption.isToDeploy(session, "version")).isTrue();

        when(session.getGoals()).thenReturn(List.of("deploy"));
        assertThat(Resumption.isToDeploy(session, "version")).isTrue();
        session.getUserProperties().setProperty("cxone.dryRun", "true");
        assertThat(Resumption.isToDeploy(session, "version")).isFalse();
    }

    /** Every module before {@code failed} has succeeded. */
    private MavenSession failedAt(MavenProject failed, MavenProject... modules) {
        List<MavenProject> all = List.of(modules);
        MavenSession session =
                Modules.goal("deploy", MojoExecution.Source.LIFECYCLE, all, all).session();
        when(session.getResult()).thenReturn(result);
        for (MavenProject module : all.subList(0, all.indexOf(failed))) {
            result.addBuildSummary(new BuildSuccess(module, 1));
        }
        result.addBuildSummary(new BuildFailure(failed, 1, new IllegalStateException("a test failed")));
        return session;
    }
}
