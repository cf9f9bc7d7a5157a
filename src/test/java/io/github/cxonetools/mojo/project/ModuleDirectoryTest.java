package io.github.cxonetools.mojo.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Where a module is whose POM another plugin has replaced, and what is found from there. */
class ModuleDirectoryTest {

    private static final String DEFAULT = ".cxone/receipts.json";

    @TempDir
    private Path root;

    private final MavenSession session = mock(MavenSession.class);
    private MavenProject module;

    @BeforeEach
    void build() throws Exception {
        root = root.toRealPath();
        module = module(root);
        when(session.getUserProperties()).thenReturn(new Properties());
        when(session.getSystemProperties()).thenReturn(new Properties());
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
    }

    @Test
    void aPomThatAPluginWroteMovesNothing() {
        module.setFile(root.resolve("target/dependency-reduced-pom.xml").toFile());

        assertThat(module.getBasedir()).isEqualTo(root.resolve("target").toFile());
        assertThat(ModuleDirectory.of(module)).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        ", .cxone/receipts.json",
        "${cxone.receipts}, .cxone/receipts.json",
        "state/receipts.json, state/receipts.json",
    })
    void aPathIsFoundFromWhereTheModuleIs(String configured, String expected) {
        module.setFile(root.resolve("target/dependency-reduced-pom.xml").toFile());
        File asMavenSaysIt = root.resolve("target").resolve(expected).toFile();

        assertThat(goal(configured).inModule("receipts", asMavenSaysIt, DEFAULT))
                .isEqualTo(root.resolve(expected));
    }

    @Test
    void anAbsolutePathStaysAsItIs() {
        module.setFile(root.resolve("target/dependency-reduced-pom.xml").toFile());
        Path elsewhere = root.resolve("target/receipts.json");

        assertThat(goal(elsewhere.toString()).inModule("receipts", elsewhere.toFile(), DEFAULT))
                .isEqualTo(elsewhere);
    }

    @Test
    void aCheckoutOfAReleaseBelongsToTheProjectAroundIt() throws Exception {
        pom(root.resolve("service"), "service");

        assertThat(ReleaseCheckout.original(module(root.resolve("target/checkout"))))
                .contains(root);
        assertThat(ReleaseCheckout.original(module(root.resolve("target/checkout/service"), "service")))
                .contains(root.resolve("service"));
        assertThat(ReleaseCheckout.original(module(root.resolve("target/checkout/other"), "other")))
                .isEmpty();
        assertThat(ReleaseCheckout.original(module)).isEmpty();
    }

    @Test
    void aCheckoutOfAWholeRepositoryBelongsToItsOtherWorkTree() throws Exception {
        pom(root.resolve("backend"), "service");
        Path copy = root.resolve("backend/build/release");
        MavenProject inCopy = module(copy.resolve("backend"), "service");
        assertThat(ReleaseCheckout.original(inCopy)).isEmpty();

        Files.createDirectory(copy.resolve(".git"));
        assertThat(ReleaseCheckout.original(inCopy)).contains(root.resolve("backend"));
    }

    @Test
    void theBuildCacheIsKnownByItsFiles() throws Exception {
        assertThat(BuildCache.isUsed(session, module)).isFalse();
        Files.createDirectory(root.resolve(".mvn"));
        Files.writeString(root.resolve(".mvn/extensions.xml"), "<artifactId>maven-build-cache-extension</artifactId>");

        assertThat(BuildCache.isUsed(session, module)).isTrue();
    }

    private Parameters goal(String receipts) {
        MojoExecution execution = new MojoExecution(new Plugin(), "deploy", "default");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        if (receipts != null) {
            Xpp3Dom element = new Xpp3Dom("receipts");
            element.setValue(receipts);
            configuration.addChild(element);
        }
        execution.setConfiguration(configuration);
        return new Parameters(new GoalContext(session, module, execution, new SystemStreamLog(), Modules.components()));
    }

    private static MavenProject module(Path directory) throws Exception {
        return module(directory, "project");
    }

    private static MavenProject module(Path directory, String artifactId) throws Exception {
        Path pom = pom(directory, artifactId);
        Model model = new Model();
        model.setArtifactId(artifactId);
        model.setPomFile(pom.toFile());
        MavenProject module = new MavenProject(model);
        module.setFile(pom.toFile());
        return module;
    }

    private static Path pom(Path directory, String artifactId) throws Exception {
        Files.createDirectories(directory);
        List<String> lines = List.of(
                "<project>",
                "  <modelVersion>4.0.0</modelVersion>",
                "  <artifactId>" + artifactId + "</artifactId>",
                "</project>");
        return Files.write(directory.resolve("pom.xml"), lines);
    }
}
