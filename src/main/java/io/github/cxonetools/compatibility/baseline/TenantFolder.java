package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.file.FolderName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The contracts of a tenant in a directory, as {@code pull} writes them: {@code <Action>/<version>/} holds the files of one
 * version. What else is there is nobody's business.
 */
public final class TenantFolder {

    public static final String ACTION = ContractFacts.ACTION;
    public static final String INPUT = ContractFacts.INPUT;
    public static final String OUTPUT = ContractFacts.OUTPUT;

    /** The files of one version. */
    public static final List<String> FILES = List.of(INPUT, OUTPUT, ACTION);

    /** The member of {@code action.json} that is true of a version which was deprecated. */
    public static final String DEPRECATED = ContractFacts.DEPRECATED;

    private TenantFolder() {}

    /**
     * A version that is in the directory.
     *
     * @param folder where its files are
     * @param name the action's name, which the folder's may not be able to tell
     */
    public record PulledFolder(Path folder, String name, String version) {}

    /** Every version that is there, by folder. */
    public static List<PulledFolder> versions(Path directory) throws UnavailableException {
        List<PulledFolder> versions = new ArrayList<>();
        for (Path action : folders(directory)) {
            for (Path folder : folders(action)) {
                read(folder).ifPresent(versions::add);
            }
        }
        return versions;
    }

    /**
     * The folder of an action's versions.
     *
     * @param isAmbiguous whether the tenant has another action whose name differs in case only
     */
    public static Path folder(Path directory, String name, boolean isAmbiguous) {
        return directory.resolve(isAmbiguous ? FolderName.distinct(name) : FolderName.of(name));
    }

    /** Whether a directory holds versions of actions, rather than actions. */
    static boolean isOne(Path directory) throws UnavailableException {
        if (holdsOne(directory)) {
            return false;
        }
        for (Path action : folders(directory)) {
            for (Path folder : folders(action)) {
                if (Files.exists(folder.resolve(ContractFacts.ACTION))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a folder in it is that of an action. */
    private static boolean holdsOne(Path directory) {
        String[] names = directory.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (Files.exists(directory.resolve(name).resolve(ContractFacts.ACTION))) {
                return true;
            }
        }
        return false;
    }

    /** Of each of {@code actions} the version that callers used when it was pulled; one that has none is left out. */
    static Baseline baseline(Path directory, String label, Collection<StoredContract> actions, Comparator<String> order)
            throws CxoneException {
        Map<String, Map<String, FileContent>> files = new HashMap<>();
        for (StoredContract present : actions) {
            Map<String, Map<String, FileContent>> byVersion = of(directory, label, present.name());
            List<ActionVersion> versions = new ArrayList<>();
            for (Map<String, FileContent> each : byVersion.values()) {
                versions.add(version(label, present.name(), each));
            }
            TenantBaseline.of(versions, present.name(), present.version(), order)
                    .ifPresent(active -> files.put(active.name(), byVersion.get(active.version())));
        }
        return new Baseline.Stored(
                label,
                StoredContracts.of(label, "", files, action -> new byte[0], StoredFacts::read, ContractFacts.REMEDY),
                false);
    }

    /** The files of an action's versions, by version. */
    private static SortedMap<String, Map<String, FileContent>> of(Path directory, String label, String name)
            throws CxoneException {
        SortedMap<String, Map<String, FileContent>> byVersion = new TreeMap<>();
        for (Path action : List.of(folder(directory, name, false), folder(directory, name, true))) {
            for (Path folder : folders(action)) {
                Map<String, FileContent> files = ContractFolder.contents(ContractFolder.files(folder));
                if (files.containsKey(ACTION)) {
                    byVersion.put(facts(label, name, files).version(), files);
                }
            }
        }
        return byVersion;
    }

    private static ActionVersion version(String label, String name, Map<String, FileContent> files)
            throws RejectedException {
        ContractFacts facts = facts(label, name, files);
        return new ActionVersion(
                null, name, facts.version(), facts.isDeprecated(), null, null, null, null, facts.description());
    }

    private static ContractFacts facts(String label, String name, Map<String, FileContent> files)
            throws RejectedException {
        return ContractFacts.read(
                label + ": " + name + "/…/" + ACTION,
                name,
                Objects.requireNonNull(files.get(ACTION)),
                ContractFacts.REMEDY);
    }

    /** Empty where there is no {@code action.json} of ours. */
    private static Optional<PulledFolder> read(Path folder) throws UnavailableException {
        Path file = folder.resolve(ContractFacts.ACTION);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode facts = StoredJson.readIfAny(Files.readAllBytes(file));
            JsonNode name = facts.path("name");
            JsonNode version = facts.path("version");
            return facts.path("format").isInt() && name.isString() && version.isString()
                    ? Optional.of(new PulledFolder(folder, name.stringValue(), version.stringValue()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }

    private static List<Path> folders(Path directory) throws UnavailableException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UnavailableException("Could not list " + directory + ": " + e, e);
        }
    }
}
