package io.github.cxonetools.scaffold;

import java.nio.file.Path;

/**
 * Where the files of a project are.
 *
 * @param directory the project's
 * @param sources of its main classes
 * @param fixtures one folder an action
 */
public record ProjectLayout(Path directory, Path sources, Path fixtures) {

    /** Maven's own, and this plugin's. */
    public static ProjectLayout standard(Path directory) {
        return new ProjectLayout(directory, directory.resolve("src/main/java"), directory.resolve("src/test/cxone"));
    }

    /** A path as messages show it: from the project's directory where it lies in it. */
    String shown(Path path) {
        return (path.startsWith(directory) ? directory.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }
}
