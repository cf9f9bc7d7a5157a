package io.github.cxonetools.mojo.project;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/** Where a module is. Plugins that write a POM of their own, and give it to Maven, move what Maven calls its directory. */
public final class ModuleDirectory {

    private ModuleDirectory() {}

    /** The directory of the POM that Maven built the module from. */
    public static Path of(MavenProject module) {
        File original = module.getModel() == null ? null : module.getModel().getPomFile();
        File directory = original == null
                ? module.getBasedir()
                : original.getAbsoluteFile().getParentFile();
        return directory.toPath().toAbsolutePath();
    }
}
