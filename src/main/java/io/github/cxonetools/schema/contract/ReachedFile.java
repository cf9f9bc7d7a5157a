package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.file.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up on the class path for contracts, by its digest. Kept apart from what was written, and read when somebody
 * asks: only {@code plan} and {@code deploy} do.
 */
final class ReachedFile {

    private static final String SUFFIX = ".reached";

    private final Path file;
    private final Map<String, ReachedClasses> reached = new LinkedHashMap<>();

    /** As they are in the file. */
    private final Map<String, List<String>> lines = new HashMap<>();

    private final Map<String, Optional<String>> changed = new HashMap<>();

    private ReachedFile(Path file) {
        this.file = file;
    }

    /** @param suffix how the state's file ends */
    static ReachedFile beside(Path state, String suffix) {
        String name = state.getFileName().toString();
        return new ReachedFile(state.resolveSibling(name.substring(0, name.length() - suffix.length()) + SUFFIX));
    }

    void put(String digest, ReachedClasses classes) {
        reached.put(digest, classes);
    }

    /** Nothing where it is not kept, which then confirms nothing. */
    ReachedClasses of(String digest) throws UnavailableException {
        ReachedClasses present = reached.get(digest);
        return present != null ? present : ReachedClasses.ofLines(lines(digest));
    }

    /** None where it is not kept. */
    private List<String> lines(String digest) throws UnavailableException {
        if (lines.isEmpty()) {
            read();
        }
        List<String> found = lines.getOrDefault(digest, List.of());
        return ReachedClasses.digest(found).equals(digest) ? found : List.of();
    }

    /** What of it is no longer on the class path as it was, in words; null for nothing. Looked at once. */
    @Nullable
    String changed(String digest, List<Path> classPath) throws UnavailableException {
        Optional<String> known = changed.get(digest);
        if (known == null) {
            List<String> made = lines(digest);
            known = Optional.ofNullable(
                    made.isEmpty() ? ReachedClasses.CLASSES : ReachedClasses.changed(made, classPath));
            changed.put(digest, known);
        }
        return known.orElse(null);
    }

    private void read() throws UnavailableException {
        try {
            List<String> group = new ArrayList<>();
            for (String line : Files.isRegularFile(file) ? FileBytes.lines(file) : List.<String>of()) {
                if (line.startsWith(" ")) {
                    group.add(line.substring(1));
                } else {
                    group = new ArrayList<>();
                    lines.put(line, group);
                }
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e + ". Remove it", e);
        }
    }

    void write() throws UnavailableException {
        StringBuilder text = new StringBuilder();
        reached.forEach((digest, classes) -> {
            text.append(digest).append('\n');
            classes.lines().forEach(line -> text.append(' ').append(line).append('\n'));
        });
        AtomicFile.write(file, text.toString());
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
