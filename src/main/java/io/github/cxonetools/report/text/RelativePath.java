package io.github.cxonetools.report.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file's name in reports: from the project's directory on where it lies there, with slashes on every machine. */
public final class RelativePath {

    private final Path base;
    private @Nullable Path lastFolder;
    private String shownFolder = "";

    /** @param base the project's directory, absolute */
    public RelativePath(Path base) {
        this.base = base;
    }

    public static String of(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return slashed(shown);
    }

    /** As {@link #of(Path, Path)}; of files one after another, which mostly lie in one folder. */
    public String of(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return of(file, base);
        }
        if (!folder.equals(lastFolder)) {
            String shown = of(folder, base);
            shownFolder = shown.isEmpty() || shown.endsWith("/") ? shown : shown + "/";
            lastFolder = folder;
        }
        return shownFolder + slashed(file.getFileName());
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
