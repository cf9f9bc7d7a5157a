package io.github.cxonetools.mojo.project;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** However long the jar is before the list at its end. */
    @Test
    void aChangedEntryOfALongJarIsSeen() throws Exception {
        String first = PluginBuild.of(plugin("1.1.0-SNAPSHOT", zip("a")));
        assertThat(PluginBuild.of(plugin("1.1.0-SNAPSHOT", zip("a")))).isEqualTo(first);
        assertThat(PluginBuild.of(plugin("1.1.0-SNAPSHOT", zip("b")))).isNotEqualTo(first);
    }

    private Path zip(String first) throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (byte[] content : List.of(first.getBytes(StandardCharsets.UTF_8), noise)) {
                ZipEntry entry = new ZipEntry("of " + content.length);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return jar;
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

    /** Whatever is kept from one build to the next depends on the build of the plugin: only what tells people its version does not. */
    @Test
    void onlyWhatTellsTheVersionReadsItAlone() {
        Set<String> readers = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.cxonetools.mojo")
                        .stream()
                        .flatMap(each -> each.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTarget().getName().equals("pluginVersion")
                                && call.getTargetOwner().isEquivalentTo(GoalContext.class))
                        .map(call -> call.getOriginOwner().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(readers)
                .as("what stays between builds takes pluginBuild()")
                .containsExactly("EveryModule", "Invocation", "LocalTenants", "ProjectScaffold", "TenantConnector");
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
