package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.file.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
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
    private static final String SOURCE = "source ";
    private static final String FORMAT = "cxone-generate 7";

    private final Path file;
    private final Map<String, String> values;
    private final Map<String, Written> actions;
    /** Of a check nobody asks for them. */
    private final List<String> sourceLines;

    private final ReachedFile reached;

    /**
     * Digests of one action's definition and of its files.
     *
     * @param reached of what was looked up for it, which is kept apart: only {@code plan} and {@code deploy} ask for it
     */
    record Written(String classes, String reached, String pom, String definition, String files) {}

    private GeneratedState(
            Path file,
            Map<String, String> values,
            Map<String, Written> actions,
            List<String> sourceLines,
            ReachedFile reached) {
        this.sourceLines = sourceLines;
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
        List<String> sourceLines = new ArrayList<>();
        try {
            List<String> lines = Files.isRegularFile(file) ? FileBytes.lines(file) : List.of();
            if (!lines.isEmpty() && lines.get(0).equals(FORMAT)) {
                for (String line : lines.subList(1, lines.size())) {
                    if (line.startsWith(SOURCE)) {
                        sourceLines.add(line);
                        continue;
                    }
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
        return new GeneratedState(file, values, actions, sourceLines, ReachedFile.beside(file, SUFFIX));
    }

    private SourcePrints sources() {
        SortedMap<String, String> sources = new TreeMap<>();
        for (String line : sourceLines) {
            int space = line.indexOf(' ', SOURCE.length());
            if (space >= 0) {
                sources.put(line.substring(space + 1), line.substring(SOURCE.length(), space));
            }
        }
        return new SourcePrints(sources);
    }

    private static List<String> lines(SourcePrints sources) {
        List<String> lines = new ArrayList<>();
        sources.byName().forEach((name, print) -> lines.add(SOURCE + print + " " + name));
        return lines;
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
                    && written.files().equals(ContractDigest.ofFiles(schemaDirectory, name))) {
                return true;
            }
        }
        return false;
    }

    void delete() throws UnavailableException {
        try {
            Files.deleteIfExists(file);
            reached.delete();
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
                    || !written.files().equals(ContractDigest.ofFiles(request.schemaDirectory(), action.getKey()))) {
                return false;
            }
        }
        return sources().isStill(request.sources());
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
        ReachedFile kept = ReachedFile.beside(file, SUFFIX);
        for (Written written : next.values()) {
            kept.put(
                    written.reached(),
                    written.reached().equals(digest) ? derived.reached() : reached.of(written.reached()));
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        boolean complete = true;
        for (Written written : next.values()) {
            complete &= written.classes().equals(now.classes());
        }
        fresh.put("classes", complete ? now.classes() : "mixed");
        fresh.put("configuration", now.configuration());
        return new GeneratedState(
                file, fresh, next, lines(filtered ? sources().and(derived.sources()) : derived.sources()), kept);
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
        sourceLines.forEach(line -> text.append(line).append('\n'));
        reached.write();
        AtomicFile.write(file, text.toString());
    }

    /** What of an action's contract was made from is no longer on the class path as it was, in words; null for nothing. Looked at once. */
    @Nullable
    String changed(Written written, List<Path> classPath) throws UnavailableException {
        return reached.changed(written.reached(), classPath);
    }
}
