package io.github.cxonetools.mojo.project;

import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FixtureDirectoryTest {

    private static final String KEY = "io.github.cxonetools:cxone-maven-plugin";

    @TempDir
    private Path module;

    @Test
    void isWhereTheModuleSaysThenTheCommandLineThenTheDefault() throws Exception {
        assertThat(directory(null, null, null)).isEqualTo(module.resolve("src/test/cxone"));
        assertThat(directory(null, null, "of/pom")).isEqualTo(module.resolve("of/pom"));
        assertThat(directory(null, "typed", "of/pom")).isEqualTo(module.resolve("typed"));
        assertThat(directory("configured", "typed", "of/pom")).isEqualTo(module.resolve("configured"));
    }

    private Path directory(String configured, String typed, String property) throws Exception {
        MavenProject project = new MavenProject();
        project.setFile(new File(module.toFile(), "pom.xml"));
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.cxonetools");
        plugin.setArtifactId("cxone-maven-plugin");
        plugin.setConfiguration(Xpp3DomBuilder.build(new StringReader("<configuration>"
                + (configured == null ? "" : "<fixturesDirectory>" + configured + "</fixturesDirectory>")
                + "</configuration>")));
        project.setBuild(new Build());
        project.getBuild().addPlugin(plugin);
        if (property != null) {
            project.getProperties().setProperty("cxone.fixturesDirectory", property);
        }
        Properties user = new Properties();
        if (typed != null) {
            user.setProperty("cxone.fixturesDirectory", typed);
        }
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(user);
        @SuppressWarnings("deprecation")
        MavenSession session = new MavenSession(null, request, null, project);
        return FixtureDirectory.of(project, KEY, session);
    }
}
