package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import java.net.URI;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Looks at a goal as Maven configures it. */
@MojoTest
class GenerateMojoTest {

    private static final String POM = "src/test/projects/actions.xml";

    @Test
    @InjectMojo(goal = "generate", pom = POM)
    void actionsTakeWhatTheyDoNotSayFromTheProject(GenerateMojo goal) throws Exception {
        assertThat(selected(goal))
                .containsExactly(
                        new ActionDefinition(
                                "Plain", "2.1.0", "Tries actions", "com.example.Plain", null, null, null, 5000),
                        new ActionDefinition(
                                "Full",
                                "7",
                                "Says all",
                                null,
                                "java.util.List<java.lang.String>",
                                "java.lang.String",
                                URI.create("https://actions.example.com/full"),
                                250));
    }

    @Test
    @InjectMojo(goal = "generate", pom = POM)
    @MojoParameter(name = "action", value = " Full ,")
    void onlyTheNamedActionsAreGenerated(GenerateMojo goal) throws Exception {
        assertThat(selected(goal)).extracting(ActionDefinition::name).containsExactly("Full");
    }

    @Test
    @InjectMojo(goal = "generate", pom = POM)
    @MojoParameter(name = "action", value = "Full,Fool")
    void anUnknownNameIsAnErrorThatListsTheKnownOnes(GenerateMojo goal) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> selected(goal))
                .withMessage("cxone.action names Fool, but this build has no such action. It has Full, Plain");
    }

    private static List<ActionDefinition> selected(GenerateMojo goal) throws Exception {
        MavenProject project = new MavenProject();
        project.setGroupId("com.example");
        project.setArtifactId("actions");
        project.setVersion("2.1.0");
        project.setDescription("Tries actions");
        MavenSession session = mock(MavenSession.class);
        when(session.getProjects()).thenReturn(List.of(project));
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.cxonetools");
        plugin.setArtifactId("cxone-maven-plugin");
        goal.project = project;
        goal.session = session;
        goal.execution = new MojoExecution(plugin, "generate", "default");
        return goal.selectedActions();
    }
}
