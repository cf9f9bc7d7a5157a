package io.github.cxonetools.mojo;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.GateRules;
import io.github.cxonetools.metrics.MetricsTenant;
import io.github.cxonetools.metrics.Rows;
import io.github.cxonetools.mojo.ReleaseEvaluation.OnFailure;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Modules;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A gate that fails in a tenant where {@code 1.1} of two actions goes wrong. */
class ReleaseEvaluationTest {

    private static final String ACTION = "{\"id\":\"%s\",\"name\":\"%s\",\"version\":\"%s\",\"isDeprecated\":false}";

    private final MetricsTenant tenant = new MetricsTenant();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenSession session = mock(MavenSession.class);
    private final MavenProject project = new MavenProject();
    private MojoExecution execution;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        tenant.has(ACTION.formatted("a-1", "A", "1.0"), ACTION.formatted("a-2", "A", "1.1"));
        tenant.answers(query -> MetricsTenant.rows(
                "{\"status\":\"success\",\"version\":\"1.0\",\"count\":9}",
                "{\"status\":\"error\",\"version\":\"1.1\",\"count\":9}"));
        Properties system = new Properties();
        system.setProperty("user.dir", folder.toString());
        system.setProperty("user.home", folder.resolve("home").toString());
        request.setSystemProperties(system);
        request.setPom(folder.resolve("pom.xml").toFile());
        request.setUserSettingsFile(folder.resolve("home/.m2/settings.xml").toFile());
        when(session.getRequest()).thenReturn(request);
        when(session.getSettings()).thenReturn(new Settings());
        project.setFile(request.getPom());
        List<MavenProject> modules = List.of(project);
        execution = Modules.goal("metrics", MojoExecution.Source.CLI, modules, modules)
                .execution();
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void endsWithTheCommandsThatGoBack() throws Exception {
        assertThat(refusal(OnFailure.FAIL, Map.of("A", "1.1")))
                .startsWith("A 1.1 failed the gate\n  minExecutions passed: ")
                .endsWith("exceeded by 50.00 percentage points\nTo go back:\n"
                        + "  mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.0 -Dcxone.deprecated=false\n"
                        + "  mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1");
    }

    @Test
    void itsCommandsReachTheSameProjectAndTheSameTenant() throws Exception {
        File pom = folder.resolve("other/pom.xml").toFile();
        request.setPom(pom);
        request.setUserSettingsFile(folder.resolve("ci settings.xml").toFile());
        request.setActiveProfiles(List.of("always", "release"));
        request.setInactiveProfiles(List.of("fast"));
        session.getSettings().addActiveProfile("always");
        request.getUserProperties().setProperty("cxone.baseUrl", "https://eu.example.com");
        request.getUserProperties().setProperty("cxone.serverId", "eu");
        request.getUserProperties().setProperty("cxone.authentication", "access-key");
        request.getUserProperties().setProperty("cxone.maxErrorRate", "0.5");

        assertThat(refusal(OnFailure.FAIL, Map.of("A", "1.1")))
                .endsWith("  mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1"
                        + " -Dcxone.baseUrl=https://eu.example.com -Dcxone.authentication=access-key"
                        + " -Dcxone.serverId=eu --file " + pom + " --activate-profiles 'release,!fast'"
                        + " --settings '" + folder.resolve("ci settings.xml") + "'");
    }

    @Test
    void itsCommandsNameThePluginInFullWhereTheReactorsRootDoesNotKnowItsPrefix() throws Exception {
        MavenProject module = Modules.moduleWithActions("module", "A");
        module.setFile(request.getPom());
        List<MavenProject> all = List.of(Modules.module("root"), module);
        GoalContext typed = Modules.goal("metrics", MojoExecution.Source.LIFECYCLE, List.of(module), all);
        execution = typed.execution();
        execution.getMojoDescriptor().getPluginDescriptor().setVersion("0.1.0");
        execution.getPlugin().setVersion("0.1.0");
        when(session.getAllProjects()).thenReturn(all);
        String command = "  mvn %s:deprecate -Dcxone.action=A -Dcxone.versions=1.1";

        assertThat(refusal(OnFailure.FAIL, Map.of("A", "1.1"))).endsWith(command.formatted(Modules.PLUGIN + ":0.1.0"));

        request.setPluginGroups(List.of("io.github.cxonetools"));
        assertThat(refusal(OnFailure.FAIL, Map.of("A", "1.1"))).endsWith(command.formatted("cxone"));
    }

    @Test
    void saysWhatWasDeprecated() throws Exception {
        assertThat(refusal(OnFailure.DEPRECATE, Map.of("A", "1.1"))).contains("\nA 1.1 is deprecated: it can still");
        assertThat(tenant.changes()).containsExactly("PATCH /api/v2/data-actions/a-2 {\"isDeprecated\":true}");
    }

    @Test
    void keepsItsVerdictWhereTheDeprecationFails() throws Exception {
        tenant.refusesChanges();

        assertThat(refusal(OnFailure.DEPRECATE, Map.of("A", "1.1")))
                .startsWith("A 1.1 failed the gate\n")
                .contains("\nA 1.1 is not deprecated: ")
                .contains("answered 400")
                .endsWith("  mvn cxone:deprecate -Dcxone.action=A -Dcxone.versions=1.1");
    }

    private String refusal(OnFailure onFailure, Map<String, String> versions) throws Exception {
        Receipts receipts =
                Receipts.open(folder.resolve("receipts.json"), tenant.client().baseUrl());
        ReleaseEvaluation evaluation = new ReleaseEvaluation(
                new Tenant(tenant.client(), tenant.client().baseUrl(), false),
                receipts,
                Rows.WEEK,
                new ReleaseEvaluation.Settings(GateRules.parse("0.5", null, 1, null, null), null, onFailure, false),
                Duration.ofSeconds(5),
                new GoalContext(session, project, execution, new SystemStreamLog()));
        return catchThrowableOfType(RejectedException.class, () -> evaluation.evaluate(versions))
                .getMessage();
    }
}
