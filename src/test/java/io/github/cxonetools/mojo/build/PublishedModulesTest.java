package io.github.cxonetools.mojo.build;

import io.github.cxonetools.mojo.project.Modules;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class PublishedModulesTest {

    private final MavenProject first = Modules.module("first");
    private final MavenProject second = Modules.moduleWithActions("second", "Second");

    @Test
    void modulesBeforeAConflictMayBePublished() {
        assertThat(new PublishedModules(session(first, second), second).isPossible())
                .isTrue();
    }

    @Test
    void aBuildOfOneModulePublishesNothingBeforeIt() {
        assertThat(new PublishedModules(session(second), second).isPossible()).isFalse();
    }

    @Test
    void deployAtEndPublishesNothingBeforeAll() {
        MavenSession typed = session(first, second);
        typed.getUserProperties().setProperty("deployAtEnd", "true");
        assertThat(new PublishedModules(typed, second).isPossible()).isFalse();

        configure(second, "true");
        assertThat(new PublishedModules(session(first, second), second).isPossible())
                .isFalse();
    }

    @Test
    void deployAtEndThatIsOffChangesNothing() {
        configure(second, "false");

        assertThat(new PublishedModules(session(first, second), second).isPossible())
                .isTrue();
    }

    @Test
    void onlyABuildThatDeploysPublishes() {
        MavenSession session = session(first, second);
        when(session.getGoals()).thenReturn(List.of("verify"));
        assertThat(new PublishedModules(session, second).isPublishing()).isFalse();

        when(session.getGoals()).thenReturn(List.of("clean", "deploy"));
        assertThat(new PublishedModules(session, second).isPublishing()).isTrue();
    }

    private static void configure(MavenProject module, String deployAtEnd) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-deploy-plugin");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom option = new Xpp3Dom("deployAtEnd");
        option.setValue(deployAtEnd);
        configuration.addChild(option);
        plugin.setConfiguration(configuration);
        module.getBuild().addPlugin(plugin);
        module.getBuild().flushPluginMap();
    }

    private static MavenSession session(MavenProject... modules) {
        return Modules.goal("plan", MojoExecution.Source.LIFECYCLE, List.of(modules), List.of(modules))
                .session();
    }
}
