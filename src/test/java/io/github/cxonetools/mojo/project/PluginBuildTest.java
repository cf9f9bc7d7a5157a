package io.github.cxonetools.mojo.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** By what contracts are known to be of another build of this plugin. */
class PluginBuildTest {

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void aJar() throws Exception {
        jar = Files.writeString(directory.resolve("plugin.jar"), "classes");
    }

    @Test
    void aSnapshotThatWasBuiltAnewIsAnother() throws Exception {
        String first = PluginBuild.of(plugin("1.1.0-SNAPSHOT", jar));
        assertThat(first).startsWith("1.1.0-SNAPSHOT ").isEqualTo(PluginBuild.of(plugin("1.1.0-SNAPSHOT", jar)));

        Files.writeString(jar, "other classes");
        assertThat(PluginBuild.of(plugin("1.1.0-SNAPSHOT", jar))).isNotEqualTo(first);
    }

    @Test
    void aReleaseIsItsVersion() {
        assertThat(PluginBuild.of(plugin("1.1.0", jar))).isEqualTo("1.1.0");
    }

    /** In the reactor that builds it. */
    @Test
    void aSnapshotThatIsNoJarIsItsVersion() {
        assertThat(PluginBuild.of(plugin("1.1.0-SNAPSHOT", directory))).isEqualTo("1.1.0-SNAPSHOT");
        assertThat(PluginBuild.of(plugin("1.1.0-SNAPSHOT", directory.resolve("gone"))))
                .isEqualTo("1.1.0-SNAPSHOT");
        assertThat(PluginBuild.of(plugin("1.1.0-SNAPSHOT", null))).isEqualTo("1.1.0-SNAPSHOT");
    }

    private static PluginDescriptor plugin(String version, @Nullable Path file) {
        Artifact artifact = new DefaultArtifact(
                "org.example", "a-plugin", version, null, "maven-plugin", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(file == null ? null : file.toFile());
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setVersion(version);
        plugin.setPluginArtifact(artifact);
        return plugin;
    }
}
