package io.github.cxonetools.mojo.project;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class InvocationTest {

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenSession session = mock(MavenSession.class);
    private final MavenProject project = new MavenProject();
    private MojoExecution execution;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
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

    @Test
    void aCommandNeedsNoMoreWhereMavenWasCalledInTheProjectsFolder() {
        assertThat(invocation().command("deprecate")).isEqualTo("mvn cxone:deprecate");
        assertThat(invocation().options()).isEmpty();
    }

    @Test
    void itsOptionsReachTheSameProjectAndTheSameTenant() {
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

        assertThat(invocation().options())
                .containsExactly(
                        "-Dcxone.baseUrl=https://eu.example.com",
                        "-Dcxone.authentication=access-key",
                        "-Dcxone.serverId=eu",
                        "--file",
                        pom.toString(),
                        "--activate-profiles",
                        "release,!fast",
                        "--settings",
                        folder.resolve("ci settings.xml").toString());
    }

    @Test
    void aCommandNamesThePluginInFullWhereTheReactorsRootDoesNotKnowItsPrefix() {
        MavenProject module = Modules.moduleWithActions("module", "A");
        module.setFile(request.getPom());
        List<MavenProject> all = List.of(Modules.module("root"), module);
        GoalContext typed = Modules.goal("metrics", MojoExecution.Source.LIFECYCLE, List.of(module), all);
        execution = typed.execution();
        execution.getMojoDescriptor().getPluginDescriptor().setVersion("0.1.0");
        execution.getPlugin().setVersion("0.1.0");
        when(session.getAllProjects()).thenReturn(all);

        assertThat(invocation().command("deprecate")).isEqualTo("mvn " + Modules.PLUGIN + ":0.1.0:deprecate");

        request.setPluginGroups(List.of("io.github.cxonetools"));
        assertThat(invocation().command("deprecate")).isEqualTo("mvn cxone:deprecate");
    }

    private Invocation invocation() {
        return new Invocation(
                new GoalContext(session, project, execution, new SystemStreamLog(), Modules.components()));
    }
}
