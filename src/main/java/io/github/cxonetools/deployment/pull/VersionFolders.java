package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.baseline.TenantFolder;
import io.github.cxonetools.file.FolderName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a folder for each version of a tenant, whatever names and labels it has, so that no two are in one. */
final class VersionFolders {

    private final Path directory;
    private final PullSelection selection;

    VersionFolders(Path directory, PullSelection selection) {
        this.directory = directory;
        this.selection = selection;
    }

    /** @return the folders by version, compared as objects */
    Map<PulledVersion, Path> of(List<PulledVersion> versions) throws UnavailableException {
        Map<String, List<PulledVersion>> byName = versions.stream()
                .collect(Collectors.groupingBy(each -> each.version().name()));
        Set<String> ambiguous = ambiguous(byName.keySet());
        Map<PulledVersion, Path> folders = new IdentityHashMap<>();
        for (Map.Entry<String, List<PulledVersion>> action : byName.entrySet()) {
            Path folder = TenantFolder.folder(directory, action.getKey(), ambiguous.contains(action.getKey()));
            for (Map.Entry<PulledVersion, String> version :
                    versionNames(action.getValue()).entrySet()) {
                folders.put(version.getKey(), folder.resolve(version.getValue()));
            }
        }
        return folders;
    }

    /** Those of which another has the same folder, where case makes no difference. */
    private Set<String> ambiguous(Set<String> names) throws UnavailableException {
        Map<String, Set<String>> byFolder = new HashMap<>();
        for (String name : names) {
            byFolder.computeIfAbsent(folded(FolderName.of(name)), folder -> new TreeSet<>())
                    .add(name);
        }
        Set<String> ambiguous = new HashSet<>();
        byFolder.values().stream().filter(same -> same.size() > 1).forEach(ambiguous::addAll);
        if (!selection.names().isEmpty()) {
            Set<String> there = foldersThere();
            names.stream().filter(name -> isAmbiguousAmong(there, name)).forEach(ambiguous::add);
        }
        return ambiguous;
    }

    /** Of the tenant's other names, only what an earlier pull has left tells. */
    private static boolean isAmbiguousAmong(Set<String> there, String name) {
        String folder = FolderName.of(name);
        return there.contains(FolderName.distinct(name))
                || there.stream()
                        .anyMatch(
                                other -> !other.equals(folder) && folded(other).equals(folded(folder)));
    }

    private Set<String> foldersThere() throws UnavailableException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UnavailableException("Could not list " + directory + ": " + e, e);
        }
    }

    /** A tenant that does not refuse duplicates has one label twice. */
    private static Map<PulledVersion, String> versionNames(List<PulledVersion> versions) {
        Map<String, Long> counts = versions.stream()
                .collect(Collectors.groupingBy(
                        each -> folded(FolderName.of(each.version().version())), Collectors.counting()));
        Map<PulledVersion, String> names = new IdentityHashMap<>();
        for (PulledVersion each : versions) {
            ActionVersion version = each.version();
            String name = FolderName.of(version.version());
            names.put(
                    each,
                    counts.getOrDefault(folded(name), 0L) == 1
                            ? name
                            : FolderName.distinct(
                                    version.version(),
                                    version.id() == null ? each.state().toString() : version.id()));
        }
        return names;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
