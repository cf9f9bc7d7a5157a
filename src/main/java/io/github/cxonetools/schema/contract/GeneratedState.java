package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of {@code generate} wrote, and from what. Kept as lines of text, so that looking costs nothing but a
 * file's reading.
 */
public final class GeneratedState {

    private static final String PREFIX = "generate-";
    private static final String SUFFIX = ".state";
    private static final String REACHED = ".reached";
    private static final String FORMAT = "cxone-generate 3";

    private final Path file;
    private final Map<String, String> values;
    private final Map<String, Written> actions;
    private final Map<String, ReachedClasses> reached;

    /** By the digest of what was looked up. */
    private final Map<String, Boolean> present = new HashMap<>();

    /**
     * Digests of one action's definition and of its files.
     *
     * @param reached of what was looked up for it, which is kept apart: only {@code plan} and {@code deploy} ask for it
     */
    record Written(String classes, String reached, String pom, String definition, String files) {}

    private GeneratedState(
            Path file, Map<String, String> values, Map<String, Written> actions, Map<String, ReachedClasses> reached) {
        this.file = file;
        this.reached = reached;
        this.values = values;
        this.actions = actions;
    }

    public static GeneratedState read(Path stateDirectory, String executionId) throws UnavailableException {
        return read(stateDirectory.resolve(PREFIX + fileName(executionId) + SUFFIX));
    }

    /** Those of every execution. */
    static List<GeneratedState> all(Path stateDirectory) throws UnavailableException {
        if (!Files.isDirectory(stateDirectory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(stateDirectory)) {
            List<Path> states = files.filter(GeneratedState::isState).sorted().toList();
            List<GeneratedState> all = new ArrayList<>();
            for (Path state : states) {
                all.add(read(state));
            }
            return all;
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + stateDirectory + ": " + e + ". Run mvn clean", e);
        }
    }

    private static boolean isState(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static String fileName(String executionId) {
        return executionId.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static GeneratedState read(Path file) throws UnavailableException {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Written> actions = new LinkedHashMap<>();
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            if (!lines.isEmpty() && lines.get(0).equals(FORMAT)) {
                for (String line : lines.subList(1, lines.size())) {
                    String[] words = line.split(" ", -1);
                    if (words.length == 7 && words[0].equals("action")) {
                        actions.put(words[1], new Written(words[2], words[3], words[4], words[5], words[6]));
                    } else if (words.length == 2) {
                        values.put(words[0], words[1]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e + ". Remove it", e);
        }
        return new GeneratedState(file, values, actions, new HashMap<>());
    }

    /**
     * The actions that this execution wrote and that are not among {@code declared}, without those that another execution of
     * the module has written meanwhile.
     */
    List<String> abandoned(Path schemaDirectory, Set<String> declared) throws UnavailableException {
        List<String> abandoned = new ArrayList<>();
        for (String name : actions.keySet()) {
            if (!declared.contains(name) && !isWrittenByAnother(schemaDirectory, name)) {
                abandoned.add(name);
            }
        }
        return abandoned;
    }

    private boolean isWrittenByAnother(Path schemaDirectory, String name) throws UnavailableException {
        for (GeneratedState state :
                all(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            Written written = state.action(name);
            if (written != null
                    && !state.file.getFileName().equals(file.getFileName())
                    && written.files().equals(files(schemaDirectory, name))) {
                return true;
            }
        }
        return false;
    }

    void delete() throws UnavailableException {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(reachedFile());
        } catch (IOException e) {
            throw new UnavailableException("Could not remove " + file + ": " + e + ". Remove it", e);
        }
    }

    @Nullable
    Written action(String name) {
        return actions.get(name);
    }

    /** {@return true if the contracts on disk are up to date} */
    public boolean confirms(Fingerprints now, GenerateRequest request) throws UnavailableException {
        if (!now.classes().equals(values.get("classes"))
                || !now.configuration().equals(values.get("configuration"))
                || !request.filtered() && !actions.keySet().equals(now.actions().keySet())) {
            return false;
        }
        for (Map.Entry<String, String> action : now.actions().entrySet()) {
            Written written = actions.get(action.getKey());
            if (written == null
                    || !written.definition().equals(action.getValue())
                    || !written.files().equals(files(request.schemaDirectory(), action.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** The state after this run: under a filter, what was written earlier for other actions is kept. */
    GeneratedState next(Fingerprints now, Derivation.Derived derived, boolean filtered) throws UnavailableException {
        Map<String, Written> next = new LinkedHashMap<>();
        if (filtered) {
            next.putAll(actions);
        }
        String digest = derived.reached().digest();
        for (ContractText contract : derived.contracts()) {
            String definition = String.valueOf(now.actions().get(contract.name()));
            next.put(contract.name(), new Written(now.classes(), digest, now.pom(), definition, contract.digest()));
        }
        Map<String, ReachedClasses> kept = new LinkedHashMap<>();
        for (Written written : next.values()) {
            kept.put(written.reached(), written.reached().equals(digest) ? derived.reached() : reached(written));
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        boolean complete = true;
        for (Written written : next.values()) {
            complete &= written.classes().equals(now.classes());
        }
        fresh.put("classes", complete ? now.classes() : "mixed");
        fresh.put("configuration", now.configuration());
        return new GeneratedState(file, fresh, next, kept);
    }

    void write() throws UnavailableException {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        for (Map.Entry<String, String> value : values.entrySet()) {
            text.append(value.getKey() + " " + value.getValue() + "\n");
        }
        for (Map.Entry<String, Written> action : actions.entrySet()) {
            Written written = action.getValue();
            text.append("action " + action.getKey() + " " + written.classes() + " " + written.reached() + " "
                    + written.pom() + " "
                    + written.definition() + " " + written.files() + "\n");
        }
        StringBuilder looked = new StringBuilder();
        reached.forEach((digest, classes) -> {
            looked.append(digest).append('\n');
            classes.lines().forEach(line -> looked.append(' ').append(line).append('\n'));
        });
        AtomicFile.write(reachedFile(), looked.toString());
        AtomicFile.write(file, text.toString());
    }

    /** Whether all that an action's contract was made from is still on the class path, as it was; looked at once. */
    boolean isOfPresentClasses(Written written, List<Path> classPath) throws UnavailableException {
        Boolean known = present.get(written.reached());
        if (known == null) {
            ReachedClasses made = reached(written);
            known = !made.prints().isEmpty() && made.isStill(classPath);
            present.put(written.reached(), known);
        }
        return known;
    }

    /** What was looked up for an action; nothing where it is not kept, which then confirms nothing. */
    ReachedClasses reached(Written written) throws UnavailableException {
        if (!reached.containsKey(written.reached())) {
            readReached();
        }
        ReachedClasses found = reached.getOrDefault(written.reached(), new ReachedClasses(new TreeMap<>()));
        return found.digest().equals(written.reached()) ? found : new ReachedClasses(new TreeMap<>());
    }

    private void readReached() throws UnavailableException {
        try {
            Path kept = reachedFile();
            List<String> group = new ArrayList<>();
            String digest = "";
            for (String line : Files.isRegularFile(kept) ? Files.readAllLines(kept) : List.<String>of()) {
                if (line.startsWith(" ")) {
                    group.add(line.substring(1));
                } else {
                    reached.put(digest, ReachedClasses.ofLines(group));
                    group.clear();
                    digest = line;
                }
            }
            reached.put(digest, ReachedClasses.ofLines(group));
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + reachedFile() + ": " + e + ". Remove it", e);
        }
    }

    private Path reachedFile() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + REACHED);
    }

    /** A digest over an action's three files. */
    static String files(Path schemaDirectory, String action) throws UnavailableException {
        Path directory = schemaDirectory.resolve(action);
        try {
            return Checksums.of(List.of(
                    Checksums.ofFile(directory.resolve(ContractWriter.INPUT)),
                    Checksums.ofFile(directory.resolve(ContractWriter.OUTPUT)),
                    Checksums.ofFile(directory.resolve(ContractWriter.ACTION))));
        } catch (IOException e) {
            throw new UnavailableException("Could not read the contract in " + directory + ": " + e, e);
        }
    }
}
