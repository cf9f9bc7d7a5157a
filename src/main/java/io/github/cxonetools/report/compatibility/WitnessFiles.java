package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.ActionName;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payload of each break as a file. Those of inputs lie as {@code simulate} looks for fixtures:
 * {@code <Action>/<fingerprint>.json}; those of outputs, which no handler is given, lie the same way in a folder of their own.
 */
final class WitnessFiles {

    private static final String INPUTS = "compatibility";
    private static final String OUTPUTS = "compatibility-outputs";

    /** What these files are called, so that nothing else is ever removed. */
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{12}\\.json");

    private WitnessFiles() {}

    /** Where a break's payload lies below the directory of results, with slashes; null where there is none. */
    static @Nullable String name(ContractBreak broken) {
        if (broken.witness() == null || broken.code().equals(ContractBreak.ACTION)) {
            return null; // No action would take the payload of one that is gone.
        }
        return (broken.side().equals("input") ? INPUTS : OUTPUTS) + "/" + folder(broken.action()) + "/"
                + broken.fingerprint() + ".json";
    }

    /** An action that is gone may have any name. */
    static String folder(String action) {
        return ActionName.isAllowed(action) ? action : "_" + action.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /** Writes them, and removes those of an earlier run; which were written. */
    static Set<Path> write(Path directory, List<ActionCompatibility> results) throws UnavailableException {
        Map<Path, String> files = new TreeMap<>();
        for (ActionCompatibility result : results) {
            for (SideComparison side : result.sides()) {
                for (ContractBreak broken : side.breaks()) {
                    String name = name(broken);
                    if (name != null) {
                        files.put(directory.resolve(name), String.valueOf(broken.witness()));
                    }
                }
            }
        }
        removeOthers(directory, paths(files.keySet()));
        for (Map.Entry<Path, String> file : files.entrySet()) {
            AtomicFile.writeOrTouch(file.getKey(), out -> out.write(bytes(file.getValue())));
        }
        return files.keySet();
    }

    static Set<String> paths(Set<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.toSet());
    }

    /** Removes those whose paths are not among {@code files}. */
    static void removeOthers(Path directory, Set<String> files) throws UnavailableException {
        for (String folder : List.of(INPUTS, OUTPUTS)) {
            removeOthersIn(directory.resolve(folder), files);
        }
    }

    private static byte[] bytes(String json) {
        return Json.pretty(Json.read(json.getBytes(StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8);
    }

    private static void removeOthersIn(Path root, Set<String> files) throws UnavailableException {
        if (!Files.isDirectory(root) || holdsOnly(root, files)) {
            return;
        }
        try (Stream<Path> found = Files.walk(root, 2)) {
            List<Path> deepestFirst = found.sorted((a, b) -> b.compareTo(a)).toList();
            for (Path each : deepestFirst) {
                if (Files.isDirectory(each)) {
                    removeIfEmpty(each);
                } else if (FILE.matcher(each.getFileName().toString()).matches() && !files.contains(each.toString())) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not remove payloads of an earlier run from " + root + ": " + e, e);
        }
    }

    /** Whether there is nothing to remove; false where that is not plain to see. */
    private static boolean holdsOnly(Path root, Set<String> files) {
        String[] actions = root.toFile().list();
        if (actions == null || actions.length == 0) {
            return false;
        }
        for (String action : actions) {
            String folder = root + File.separator + action;
            String[] names = new File(folder).list();
            if (names == null || names.length == 0) {
                return false;
            }
            for (String name : names) {
                if (!files.contains(folder + File.separator + name)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void removeIfEmpty(Path directory) throws IOException {
        try {
            Files.delete(directory);
        } catch (DirectoryNotEmptyException e) {
            return; // Others keep something there, or some of its files are of this run.
        }
    }
}
