package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Contracts in a directory, one folder an action: those of this build, and those that were recorded. */
public final class ContractFolder {

    private static final List<String> FILES =
            List.of(ContractFacts.ACTION, ContractFacts.INPUT, ContractFacts.OUTPUT, ContractMembers.FILE);

    private ContractFolder() {}

    /**
     * Reads all contracts of a directory; nothing is in the result where there is no directory, or none in it.
     *
     * @throws CxoneException where a file cannot be read, or is no contract of a known format
     */
    public static StoredContracts read(Path directory) throws CxoneException {
        if (!Files.isDirectory(directory)) {
            return StoredContracts.of(directory.toString(), "", Map.of());
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return read(
                    directory,
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .toList());
        } catch (IOException e) {
            throw new UnavailableException("Could not list " + directory + ": " + e, e);
        }
    }

    /** Reads the contracts of some actions; those that have no file there are left out. */
    public static StoredContracts read(Path directory, Collection<String> actions) throws CxoneException {
        Map<String, Map<String, byte[]>> folders = new TreeMap<>();
        for (String action : actions) {
            Map<String, byte[]> files = new TreeMap<>();
            for (String file : FILES) {
                read(directory.resolve(action).resolve(file), files);
            }
            if (!files.isEmpty()) {
                folders.put(action, files);
            }
        }
        return StoredContracts.of(directory.toString(), "", folders);
    }

    private static void read(Path file, Map<String, byte[]> files) throws UnavailableException {
        if (Files.isRegularFile(file)) {
            try {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UnavailableException("Could not read " + file + ": " + e, e);
            }
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
                read(from.resolve(action).resolve(file), files);
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
