package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.file.FileBytes;
import io.github.cxonetools.file.FileContent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contracts in a directory, one folder an action: those of this build, and those that were recorded. */
public final class ContractFolder {

    private static final List<String> COMPARED =
            List.of(ContractFacts.ACTION, ContractFacts.INPUT, ContractFacts.OUTPUT);

    private static final List<String> FILES =
            List.of(ContractFacts.ACTION, ContractFacts.INPUT, ContractFacts.OUTPUT, ContractMembers.FILE);

    private ContractFolder() {}

    /**
     * Reads all contracts of a directory; nothing is in the result where there is no directory, or none in it.
     *
     * @throws CxoneException where a file cannot be read, or is no contract of a known format
     */
    public static StoredContracts read(Path directory) throws CxoneException {
        return read(directory, StoredFacts::read);
    }

    private static StoredContracts read(Path directory, StoredFacts.FactsReader facts) throws CxoneException {
        if (!Files.isDirectory(directory)) {
            return of(directory, Map.of(), facts);
        }
        File folder = directory.toFile();
        String[] names = folder.list();
        if (names == null) {
            throw new UnavailableException("Could not list " + directory + ". Check its permissions");
        }
        List<String> actions = new ArrayList<>();
        for (String name : names) {
            if (new File(folder, name).isDirectory()) {
                actions.add(name);
            }
        }
        return read(directory, actions, facts);
    }

    /** Reads the contracts of some actions; those that have no file there are left out. */
    public static StoredContracts read(Path directory, Collection<String> actions) throws CxoneException {
        return read(directory, actions, StoredFacts::read);
    }

    private static StoredContracts read(Path directory, Collection<String> actions, StoredFacts.FactsReader facts)
            throws CxoneException {
        Map<String, Map<String, FileContent>> folders = new TreeMap<>();
        for (String action : actions) {
            Map<String, byte[]> files = files(directory.resolve(action));
            if (!files.isEmpty()) {
                folders.put(action, contents(files));
            }
        }
        return of(directory, folders, facts);
    }

    /**
     * Contracts of a directory that are as this build's actions ask for them.
     *
     * @param folders the files by action, then by the file's name
     * @param versions each action's, which its {@code action.json} says too
     */
    public static StoredContracts of(
            Path directory, Map<String, Map<String, FileContent>> folders, Map<String, String> versions)
            throws RejectedException {
        return of(
                directory,
                folders,
                (file, action, content, remedy) ->
                        StoredFacts.known(file, action, versions.getOrDefault(action, ""), content, remedy));
    }

    private static StoredContracts of(
            Path directory, Map<String, Map<String, FileContent>> folders, StoredFacts.FactsReader facts)
            throws RejectedException {
        return StoredContracts.of(
                directory.toString(),
                "",
                folders,
                action -> members(
                        folders.getOrDefault(action, Map.of()).get(ContractMembers.FILE),
                        directory.resolve(action).resolve(ContractMembers.FILE)),
                facts,
                ContractFacts.REMEDY);
    }

    /** They only explain: what cannot be read explains nothing. */
    private static byte[] members(@Nullable FileContent read, Path file) {
        try {
            return read == null ? FileBytes.read(file) : read.bytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** As contracts are made of them. */
    static Map<String, FileContent> contents(Map<String, byte[]> files) {
        Map<String, FileContent> contents = new HashMap<>();
        files.forEach((name, bytes) -> contents.put(name, FileContent.of(bytes)));
        return contents;
    }

    /** The bytes of a contract's files that are in a folder, by file name. */
    static Map<String, byte[]> files(Path folder) throws UnavailableException {
        Map<String, byte[]> files = new HashMap<>();
        for (String file : COMPARED) {
            read(new File(folder.toFile(), file), files);
        }
        return files;
    }

    private static void read(File file, Map<String, byte[]> files) throws UnavailableException {
        try {
            files.put(file.getName(), FileBytes.read(file));
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }

    /**
     * What was recorded in a directory, or pulled into it, as a baseline.
     *
     * @param actions those of this build, with their versions: of a tenant's versions they choose
     * @param order the older version first
     */
    public static Baseline baseline(
            Path directory, String label, Collection<StoredContract> actions, Comparator<String> order)
            throws CxoneException {
        if (TenantFolder.isOne(directory)) {
            return TenantFolder.baseline(directory, label, actions, order);
        }
        StoredContracts contracts = read(directory, factsOf(actions));
        return contracts.isEmpty()
                ? new Baseline.Missing(
                        "No contracts are recorded in " + label
                                + ". Record those of this build and commit them: mvn process-classes cxone:check -Dcxone.record")
                : new Baseline.Stored(label, contracts, true);
    }

    /** What has an action's own content says what the action says. */
    private static StoredFacts.FactsReader factsOf(Collection<StoredContract> actions) {
        Map<String, StoredFacts> byAction = new HashMap<>();
        actions.forEach(action -> byAction.put(action.name(), action.facts()));
        return (file, action, content, remedy) -> {
            StoredFacts own = byAction.get(action);
            return own != null && own.isIn(content) ? own : StoredFacts.read(file, action, content, remedy);
        };
    }

    /**
     * Removes the contracts of actions that are no more.
     *
     * @param actions those that stay
     * @return the names of the others, sorted
     */
    public static List<String> retain(Path directory, Collection<String> actions) throws CxoneException {
        List<String> gone = new ArrayList<>();
        for (StoredContract contract : read(directory).all()) {
            if (!actions.contains(contract.name())) {
                Path folder = directory.resolve(contract.name());
                for (String file : FILES) {
                    delete(folder.resolve(file));
                }
                if (isEmpty(folder)) {
                    delete(folder);
                }
                gone.add(contract.name());
            }
        }
        return gone;
    }

    private static boolean isEmpty(Path folder) throws UnavailableException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UnavailableException("Could not list " + folder + ": " + e, e);
        }
    }

    private static void delete(Path file) throws UnavailableException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UnavailableException("Could not delete " + file + ": " + e, e);
        }
    }

    /**
     * Copies the contracts of {@code actions} from one directory to another. A file that says the same already is left alone.
     *
     * @return the actions of which something was written
     */
    public static List<String> copy(Path from, Path to, Collection<String> actions) throws CxoneException {
        List<String> written = new ArrayList<>();
        for (String action : actions) {
            Map<String, byte[]> files = new TreeMap<>();
            boolean changed = false;
            for (String file : FILES) {
                read(from.resolve(action).resolve(file).toFile(), files);
                byte[] content = files.get(file);
                changed |= content != null
                        && AtomicFile.writeChanged(to.resolve(action).resolve(file), content);
            }
            if (changed) {
                written.add(action);
            }
        }
        return written;
    }
}
