package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.handlers.ServedHandlers;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Modules;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A build of two modules, one of which has a local tenant for a while. */
class StartedTenantTest {

    private static final ActionDefinition ACTION =
            new ActionDefinition("Echo", "1.0.0", null, "com.example.Echo", null, null, null, 5000);

    @TempDir
    private Path directory;

    private final MavenProject module = new MavenProject();
    private final MavenProject other = new MavenProject();
    private final MavenSession session = mock(MavenSession.class);
    private final MavenExecutionResult result = new DefaultMavenExecutionResult();
    private final List<String> done = new ArrayList<>();
    private LocalTenant tenant;

    @BeforeEach
    void build() {
        module.setArtifactId("module");
        other.setArtifactId("other");
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
        when(session.getProjects()).thenReturn(List.of(module, other));
        when(session.getResult()).thenReturn(result);
    }

    @Test
    void untilItStopsTheModulesGoalsActAtOnce() throws Exception {
        act(module, "before");
        startTenant();
        act(module, "meanwhile");
        act(other, "elsewhere");
        BuildSession.of(session).stop(module);
        act(module, "after");
        assertThat(done).containsExactly("meanwhile");

        endSession();

        assertThat(done).containsExactly("meanwhile", "before", "after", "elsewhere");
    }

    @Test
    void testsFindItByProjectPropertiesUntilItStops() throws Exception {
        startTenant();

        assertThat(module.getProperties())
                .containsEntry("cxone.tenant.url", tenant.url().toString())
                .containsEntry("cxone.tenant.port", String.valueOf(tenant.url().getPort()))
                .containsEntry(
                        "cxone.tenant.credentialsFile", tenant.credentialsFile().toString());
        assertThat(other.getProperties()).isEmpty();

        assertThat(BuildSession.of(session).stop(module)).isTrue();
        assertThat(module.getProperties()).isEmpty();
        assertThat(BuildSession.of(session).stop(module)).isFalse();
        endSession();
    }

    @Test
    void theEndOfABuildWhoseTestsFailedTakesAllOfItBack() throws Exception {
        startTenant();
        act(other, "elsewhere");
        result.addException(new IllegalStateException("a test failed"));

        endSession();

        assertThat(done).isEmpty();
        assertThat(module.getProperties()).isEmpty();
        assertThat(BuildSession.of(session).started(module)).isNull();
        assertThat(LocalTenant.running(directory)).isNull();
        act(module, "the next build of this Maven");
        assertThat(done).isEmpty();
    }

    private void startTenant() throws Exception {
        TenantSettings settings = new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0");
        BuildSession build = BuildSession.of(session);
        tenant = build.tenant(settings, TenantEvents.NONE);
        ServedHandlers none = ServedHandlers.of(
                new HandlerJvm(mock(ToolchainManager.class)),
                session,
                module,
                List.of(),
                new HandlerVariables(new TreeMap<>(), new TreeMap<>()),
                "cxone:start-tenant",
                mock(Log.class));
        build.start(new StartedTenant(module, settings, tenant, none));
    }

    private void act(MavenProject project, String what) throws Exception {
        MojoExecution execution = Modules.goal(
                        "deploy", MojoExecution.Source.LIFECYCLE, List.of(project), List.of(project))
                .execution();
        GoalContext goal = new GoalContext(session, project, execution, mock(Log.class), Modules.components());
        new DeployAtEnd(goal).act(true, "deploy", List.of(ACTION), null, () -> done.add(what));
    }

    /** As Maven does it, through the listener that the request carries by now. */
    private void endSession() {
        ExecutionEvent event = mock(ExecutionEvent.class);
        when(event.getSession()).thenReturn(session);
        session.getRequest().getExecutionListener().sessionEnded(event);
    }
}
