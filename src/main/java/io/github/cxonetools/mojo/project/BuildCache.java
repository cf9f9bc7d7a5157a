package io.github.cxonetools.mojo.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Maven's build cache extension, which restores of a module what it was told to, and skips the goals that made it. */
public final class BuildCache {

    /** What to do where the contracts, or what vouches for them, were not restored. */
    public static final String ADVICE =
            "\nThis build uses maven-build-cache-extension. For what it skips it restores only what"
                    + " is attached: in .mvn/maven-build-cache-config.xml, <configuration><attachedOutputs><dirNames>"
                    + "<dirName>classes</dirName><dirName>cxone</dirName></dirNames></attachedOutputs></configuration>, and"
                    + " once mvn clean verify -Dmaven.build.cache.skipCache=true";

    private static final String ARTIFACT = "maven-build-cache-extension";

    private BuildCache() {}

    /** Whether the build, or the POM of {@code module}, has the extension. */
    public static boolean isUsed(MavenSession session, MavenProject module) {
        File root = session.getRequest().getMultiModuleProjectDirectory();
        Path settings = root == null
                ? ModuleDirectory.of(module).resolve(".mvn")
                : root.toPath().resolve(".mvn");
        return Files.exists(settings.resolve("maven-build-cache-config.xml"))
                || mentions(settings.resolve("extensions.xml"))
                || module.getBuildExtensions().stream().anyMatch(each -> ARTIFACT.equals(each.getArtifactId()))
                || module.getBuildPlugins().stream().map(Plugin::getArtifactId).anyMatch(ARTIFACT::equals);
    }

    private static boolean mentions(Path extensions) {
        try {
            return Files.exists(extensions) && Files.readString(extensions).contains(ARTIFACT);
        } catch (IOException e) {
            return false; // Maven has read it; what is asked here is only whether to give a hint.
        }
    }
}
