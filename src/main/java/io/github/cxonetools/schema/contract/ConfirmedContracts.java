package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import io.github.cxonetools.file.FileBytes;
import io.github.cxonetools.file.FileContent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Contracts that {@code generate} has confirmed for the present classes that they were made from, and the present POM. From one
 * build to the next contents decide, never times; none is parsed.
 */
public final class ConfirmedContracts {

    private static final List<String> NEEDED =
            List.of(ContractWriter.INPUT, ContractWriter.OUTPUT, ContractWriter.ACTION);

    private static final List<String> FILES =
            List.of(ContractWriter.INPUT, ContractWriter.OUTPUT, ContractWriter.ACTION, ContractWriter.MEMBERS);

    /** Of actions with a problem. */
    private static final int MOST_TOLD = 10;

    private final Path schemaDirectory;
    private final Path stateDirectory;
    private final List<Path> classPath;
    private final String pom;

    /**
     * @param stateDirectory where {@code generate} keeps its fingerprints
     * @param classPath what contracts are made of: folders and jars of classes, and folders of sources
     * @param pomConfiguration what shapes contracts outside of actions, as {@code generate} was given it
     */
    public ConfirmedContracts(
            Path schemaDirectory,
            Path stateDirectory,
            List<Path> classPath,
            String pomConfiguration,
            String pluginVersion) {
        this.schemaDirectory = schemaDirectory;
        this.stateDirectory = stateDirectory;
        this.classPath = classPath;
        this.pom = Fingerprints.pom(pomConfiguration, pluginVersion);
    }

    /**
     * Fails where the contract of an action is not confirmed.
     *
     * @param made the actions that {@code generate} has looked at in this build, each with the {@link #stamp} of its contract
     *     then: their classes are not looked at again, and their contracts are read where the stamp is another now
     * @param command what generates them and runs the goal again
     * @return what is confirmed, by action, then by the file's name
     * @throws RejectedException that names the actions whose contracts are missing, edited or stale, and why; of many the first
     */
    public Map<String, Map<String, FileContent>> require(
            List<ActionDefinition> actions, Map<String, String> made, String command) throws CxoneException {
        List<GeneratedState> states = GeneratedState.all(stateDirectory);
        List<String> problems = new ArrayList<>();
        Map<String, Map<String, FileContent>> confirmed = new TreeMap<>();
        for (ActionDefinition action : actions) {
            String stamp = made.get(action.name());
            Map<String, FileContent> unread = stamp != null && stamp.equals(stamp(schemaDirectory, action.name()))
                    ? unread(states, action)
                    : null;
            if (unread == null) {
                confirmed.put(action.name(), read(states, action, stamp != null, problems, command));
            } else {
                confirmed.put(action.name(), unread);
            }
        }
        rejectAny(problems);
        return confirmed;
    }

    /** One command mends all of them, so that nobody has to read a thousand lines to find it. */
    private static void rejectAny(List<String> problems) throws RejectedException {
        boolean areMany = problems.size() > MOST_TOLD;
        Findings findings = new Findings();
        findings.addAll(areMany ? problems.subList(0, MOST_TOLD) : problems);
        findings.throwIfAny(
                areMany
                        ? "The contracts of " + problems.size()
                                + " actions are not those of the present classes and POM. The first of them"
                        : "The contracts are not those of the present classes and POM");
    }

    /**
     * The times of a contract's files: within one build they tell whether another goal has written them since. From one build to
     * the next they tell nothing.
     */
    public static String stamp(Path schemaDirectory, String action) {
        File folder = schemaDirectory.resolve(action).toFile();
        StringBuilder stamp = new StringBuilder();
        for (String name : NEEDED) {
            stamp.append(new File(folder, name).lastModified()).append(' ');
        }
        return stamp.toString();
    }

    /**
     * What {@code generate} has just made or read: its checksums say what is in it. Null where it did so for another POM, or where
     * several executions have made it, of which nobody knows here whose files these are.
     */
    private @Nullable Map<String, FileContent> unread(List<GeneratedState> states, ActionDefinition action) {
        List<GeneratedState.Written> all = new ArrayList<>();
        for (GeneratedState state : states) {
            GeneratedState.Written written = state.action(action.name());
            if (written != null) {
                all.add(written);
            }
        }
        if (all.size() != 1 || !isOf(action, all.get(0))) {
            return null;
        }
        Map<String, String> checksums = ContractDigest.checksums(all.get(0).files());
        File folder = schemaDirectory.resolve(action.name()).toFile();
        Map<String, FileContent> files = new HashMap<>();
        for (String name : NEEDED) {
            files.put(name, FileContent.unread(new File(folder, name), checksums.getOrDefault(name, Checksums.NONE)));
        }
        return files;
    }

    private boolean isOf(ActionDefinition action, GeneratedState.Written written) {
        return written.pom().equals(pom) && written.definition().equals(Fingerprints.action(action));
    }

    private Map<String, FileContent> read(
            List<GeneratedState> states, ActionDefinition action, boolean made, List<String> problems, String command)
            throws UnavailableException {
        Path directory = schemaDirectory.resolve(action.name());
        Map<String, byte[]> files = files(directory);
        String problem = missing(files, directory);
        if (problem == null) {
            problem = problem(ContractDigest.of(files), states, action, made ? List.of() : classPath);
        }
        if (problem != null) {
            problems.add(action.name() + ": " + problem + ". Run: " + command);
        }
        Map<String, FileContent> contents = new HashMap<>();
        files.forEach((name, bytes) -> contents.put(name, FileContent.of(bytes)));
        return contents;
    }

    private static Map<String, byte[]> files(Path directory) throws UnavailableException {
        Map<String, byte[]> files = new HashMap<>();
        File folder = directory.toFile();
        try {
            for (String name : FILES) {
                Optional<byte[]> bytes = FileBytes.ifPresent(new File(folder, name));
                if (bytes.isPresent()) {
                    files.put(name, bytes.get());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UnavailableException("Could not read the contract in " + directory + ": " + e, e);
        }
    }

    private static @Nullable String missing(Map<String, byte[]> files, Path directory) {
        for (String name : NEEDED) {
            if (!files.containsKey(name)) {
                return "its contract is missing: there is no " + directory.resolve(name);
            }
        }
        return null;
    }

    /** @param looked the class path to look at; empty where nothing is to be looked at */
    private @Nullable String problem(
            String files, List<GeneratedState> states, ActionDefinition action, List<Path> looked)
            throws UnavailableException {
        String definition = Fingerprints.action(action);
        Optional<String> problem = Optional.of("its contract was not generated here: no fingerprint of it is kept");
        for (GeneratedState state : states) {
            GeneratedState.Written written = state.action(action.name());
            if (written != null) {
                String changed = looked.isEmpty() ? null : state.changed(written, looked);
                problem = Optional.ofNullable(difference(written, changed, definition, files));
                if (problem.isEmpty()) {
                    return null;
                }
            }
        }
        return problem.orElse(null);
    }

    private @Nullable String difference(
            GeneratedState.Written written, @Nullable String changed, String definition, String files) {
        if (!written.files().equals(files)) {
            return "its contract was edited after it was generated";
        }
        if (changed != null) {
            return changed + " changed since its contract was generated";
        }
        return written.pom().equals(pom) && written.definition().equals(definition)
                ? null
                : "the POM changed since its contract was generated";
    }
}
