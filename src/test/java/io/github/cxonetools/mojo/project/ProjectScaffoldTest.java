package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.RejectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An action added to a project that there is. */
class ProjectScaffoldTest {

    @TempDir
    private Path directory;

    @Test
    void aProjectWithoutThePluginGetsFilesAndIsToldWhatItsPomNeeds() throws Exception {
        List<String> lines = make(placed(Modules.module("first")), "Greeting", null);

        assertThat(lines)
                .contains("src/main/java/com/example/Greeting.java: written", ".gitignore: written")
                .contains("<dependency>", "<plugin>", "<profile>", "  <version>0.1.0</version>");
        assertThat(directory.resolve("pom.xml")).hasContent("mine");
    }

    @Test
    void aProjectWithThePluginAndTheDependenciesNeedsTheElementOnly() throws Exception {
        MavenProject module = placed(Modules.moduleWithActions("first", "Other"));
        for (String artifactId : List.of("jackson-databind", "jakarta.validation-api")) {
            Dependency dependency = new Dependency();
            dependency.setArtifactId(artifactId);
            module.getDependencies().add(dependency);
        }

        List<String> lines = make(module, "Greeting", "com.acme");

        assertThat(lines)
                .contains("src/main/java/com/acme/Greeting.java: written", "<action>")
                .doesNotContain("<dependency>", "<plugin>", "<profile>");
    }

    @Test
    void anActionThatIsDeclaredGetsWhatIsMissingOfItsOwnHandler() throws Exception {
        MavenProject module = placed(Modules.moduleWithActions("first", "Greeting"));
        setHandler(module, "com.example.Greeting");

        List<String> lines = make(module, "Greeting", null);

        assertThat(lines)
                .contains("src/test/cxone/Greeting/greets.json: written")
                .doesNotContain("<action>");
    }

    @Test
    void anActionThatAnotherClassHandlesGetsNoClasses() throws Exception {
        MavenProject module = placed(Modules.moduleWithActions("first", "Greeting"));
        setHandler(module, "com.acme.Hello");

        List<String> lines = make(module, "Greeting", null);

        assertThat(lines.get(0))
                .startsWith("Greeting is declared already, and com.acme.Hello handles it")
                .endsWith("mvn process-classes cxone:simulate -Dcxone.probe=10 -Dcxone.record");
        assertThat(directory.resolve("src")).doesNotExist();
    }

    @Test
    void anActionThatHasAllItNeedsIsSaidToHaveIt() throws Exception {
        MavenProject module = placed(Modules.moduleWithActions("first", "Greeting"));
        setHandler(module, "com.acme.Greeting");
        make(module, "Greeting", "com.acme");

        List<String> lines = make(module, "Greeting", "com.acme");

        assertThat(lines).element(lines.size() - 1).isEqualTo("Greeting has all that init makes. Next: mvn verify");
        assertThat(lines.subList(0, lines.size() - 1))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" is there already"));
    }

    @Test
    void aNameThatIsTakenInTheBuildIsRefused() throws Exception {
        MavenProject other = Modules.moduleWithActions("other", "greeting");

        assertRefused(
                "An action greeting is declared in other, and names are unique in a build, whatever their case."
                        + " Choose another: -Dcxone.action=<name>",
                placed(Modules.module("first")),
                other);
    }

    @Test
    void aParentHoldsNoClasses() throws Exception {
        MavenProject parent = placed(Modules.module("parent"));
        parent.setPackaging("pom");

        assertRefused(
                "parent holds no classes, because its packaging is pom. Type the goal in the directory of the module that"
                        + " shall have the action",
                parent);
    }

    @Test
    void aGroupIdThatIsNotAPackageIsNamed() throws Exception {
        MavenProject module = placed(Modules.module("first"));
        module.setGroupId("com.my-company");

        assertRefused("The group id com.my-company is not a package. Set one: -Dcxone.package=com.example", module);
    }

    private void assertRefused(String message, MavenProject... modules) throws Exception {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> scaffold(List.of(modules)).make("Greeting", null))
                .withMessage(message);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("pom.xml"));
        }
    }

    private List<String> make(MavenProject module, String action, String packageName) throws Exception {
        return scaffold(List.of(module)).make(action, packageName);
    }

    private ProjectScaffold scaffold(List<MavenProject> modules) {
        GoalContext goal = Modules.goal("init", MojoExecution.Source.CLI, modules, modules);
        goal.execution().getMojoDescriptor().getPluginDescriptor().setVersion("0.1.0");
        return new ProjectScaffold(goal, directory.resolve("src/test/cxone"));
    }

    private MavenProject placed(MavenProject module) throws Exception {
        Path pom = Files.writeString(directory.resolve("pom.xml"), "mine");
        module.setFile(pom.toFile());
        module.getBuild().setSourceDirectory(directory.resolve("src/main/java").toString());
        return module;
    }

    private static void setHandler(MavenProject module, String name) {
        Xpp3Dom handler = new Xpp3Dom("handler");
        handler.setValue(name);
        Xpp3Dom configuration = (Xpp3Dom) module.getPlugin(Modules.PLUGIN).getConfiguration();
        configuration.getChild("actions").getChild(0).addChild(handler);
    }
}
