package io.github.cxonetools.mojo.project;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * A working copy of a project within that project, as {@code release:perform} makes one in {@code target/checkout}: whatever
 * is written there goes with the next {@code clean}.
 */
public final class ReleaseCheckout {

    private ReleaseCheckout() {}

    /** The directory that the module has outside of the copy; empty for a module that is in none. */
    public static Optional<Path> original(MavenProject module) {
        Path directory = ModuleDirectory.of(module).toAbsolutePath().normalize();
        for (Path copy = directory; copy != null; copy = copy.getParent()) {
            if (isCopy(copy)) {
                Path inCopy = copy.relativize(directory);
                for (Path outer = copy.getParent(); outer != null; outer = outer.getParent()) {
                    if (isSame(outer.resolve(inCopy), module)) {
                        return Optional.of(outer.resolve(inCopy).normalize());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Where release plugins check out by default, or any clone; a submodule has a file of this name. */
    private static boolean isCopy(Path directory) {
        return Files.isDirectory(directory.resolve(".git")) || directory.endsWith(Path.of("target", "checkout"));
    }

    private static boolean isSame(Path directory, MavenProject module) {
        Path pom = directory.resolve("pom.xml");
        if (!Files.isRegularFile(pom)) {
            return false;
        }
        try (Reader reader = Files.newBufferedReader(pom)) {
            return module.getArtifactId()
                    .equals(new MavenXpp3Reader().read(reader, false).getArtifactId());
        } catch (IOException | XmlPullParserException e) {
            return false; // No POM of this module, which Maven reads at this moment.
        }
    }
}
