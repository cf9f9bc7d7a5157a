package io.github.cxonetools.schema.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a module's sources are.
 *
 * @param folders those that are compiled; some may not exist
 * @param encoding of the files
 */
public record SourceRoots(List<Path> folders, Charset encoding) {

    /** Nothing to read. */
    public static final SourceRoots NONE = new SourceRoots(List.of(), StandardCharsets.UTF_8);

    public SourceRoots {
        folders = List.copyOf(folders);
    }

    /** The first file of that name, relative to a root and with slashes; null where there is none. */
    @Nullable
    public Path find(String name) {
        for (Path folder : folders) {
            try {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            } catch (InvalidPathException e) {
                return null; // No source has such a name.
            }
        }
        return null;
    }
}
