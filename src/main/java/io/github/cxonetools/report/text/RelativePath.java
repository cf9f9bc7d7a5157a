package io.github.cxonetools.report.text;

import java.nio.file.Path;

/** A file's name in reports: from the project's directory on where it lies there, with slashes on every machine. */
public final class RelativePath {

    private RelativePath() {}

    public static String of(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
