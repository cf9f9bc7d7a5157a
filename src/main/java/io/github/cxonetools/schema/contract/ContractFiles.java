package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.FileBytes;
import io.github.cxonetools.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Contracts that {@code generate} has written. */
public final class ContractFiles {

    private static final String DEPLOY = "mvn process-classes cxone:deploy";

    private static final List<String> NEEDED =
            List.of(ContractWriter.INPUT, ContractWriter.OUTPUT, ContractWriter.ACTION);

    private static final List<String> FILES =
            List.of(ContractWriter.INPUT, ContractWriter.OUTPUT, ContractWriter.ACTION, ContractWriter.MEMBERS);

    private ContractFiles() {}

    /**
     * Reads the contract of {@code action}.
     *
     * @throws RejectedException where there is none, or it is no JSON
     */
    public static Contract read(Path schemaDirectory, ActionDefinition action) throws CxoneException {
        Path directory = schemaDirectory.resolve(action.name());
        return new Contract(
                action.name(),
                action.version(),
                description(action, directory.resolve(ContractWriter.ACTION)),
                action.timeoutMs(),
                schema(action, directory.resolve(ContractWriter.INPUT)),
                schema(action, directory.resolve(ContractWriter.OUTPUT)));
    }

    /** As {@code generate} found it: what the POM does not say may be in a comment. */
    private static @Nullable String description(ActionDefinition action, Path file) throws UnavailableException {
        if (action.description() != null) {
            return action.description();
        }
        try {
            return Files.isRegularFile(file)
                    ? Json.read(Files.readAllBytes(file)).path("description").asString(null)
                    : null;
        } catch (JacksonException e) {
            return null; // Who confirms it says that it was edited.
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }

    private static JsonNode schema(ActionDefinition action, Path file) throws CxoneException {
        if (!Files.isRegularFile(file)) {
            throw new RejectedException(action.name() + ": there is no " + file.getFileName() + " in "
                    + file.getParent() + ". Run: mvn process-classes");
        }
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new RejectedException(
                    action.name() + ": " + file + " is not JSON: " + Json.describe(e) + ". Run: mvn process-classes",
                    e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }

    /**
     * Reads the contracts of {@code actions}, each of which {@code generate} must have confirmed for the present classes that
     * it was made from, and the present POM. Contents decide, never times.
     *
     * @throws RejectedException that names each action whose contract is missing, edited or stale, and why
     */
    public static List<Contract> readConfirmed(
            Path schemaDirectory,
            Path stateDirectory,
            List<ActionDefinition> actions,
            List<Path> classPath,
            String pomConfiguration,
            String pluginVersion)
            throws CxoneException {
        requireConfirmed(schemaDirectory, stateDirectory, actions, classPath, pomConfiguration, pluginVersion, DEPLOY);
        List<Contract> contracts = new ArrayList<>();
        for (ActionDefinition action : actions) {
            contracts.add(read(schemaDirectory, action));
        }
        return contracts;
    }

    /**
     * Fails unless {@link #readConfirmed} would read them; none is parsed.
     *
     * @param command what generates them and runs the goal again
     * @return the bytes that are confirmed, by action, then by the file's name
     * @throws RejectedException as {@link #readConfirmed}
     */
    public static Map<String, Map<String, byte[]>> requireConfirmed(
            Path schemaDirectory,
            Path stateDirectory,
            List<ActionDefinition> actions,
            List<Path> classPath,
            String pomConfiguration,
            String pluginVersion,
            String command)
            throws CxoneException {
        List<GeneratedState> states = GeneratedState.all(stateDirectory);
        String pom = Fingerprints.pom(pomConfiguration, pluginVersion);
        Findings findings = new Findings();
        Map<String, Map<String, byte[]>> confirmed = new TreeMap<>();
        for (ActionDefinition action : actions) {
            Path directory = schemaDirectory.resolve(action.name());
            Map<String, byte[]> files = files(directory);
            String problem = missing(files, directory);
            if (problem == null) {
                problem = problem(ContractDigest.of(files), states, action, classPath, pom);
            }
            if (problem != null) {
                findings.add(action.name() + ": " + problem + ". Run: " + command);
            }
            confirmed.put(action.name(), files);
        }
        findings.throwIfAny("The contracts are not those of the present classes and POM");
        return confirmed;
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

    private static @Nullable String problem(
            String files, List<GeneratedState> states, ActionDefinition action, List<Path> classPath, String pom)
            throws UnavailableException {
        String definition = Fingerprints.action(action);
        Optional<String> problem = Optional.of("its contract was not generated here: no fingerprint of it is kept");
        for (GeneratedState state : states) {
            GeneratedState.Written written = state.action(action.name());
            if (written != null) {
                String changed = state.changed(written, classPath);
                problem = Optional.ofNullable(difference(written, changed, pom, definition, files));
                if (problem.isEmpty()) {
                    return null;
                }
            }
        }
        return problem.orElse(null);
    }

    private static @Nullable String difference(
            GeneratedState.Written written, @Nullable String changed, String pom, String definition, String files) {
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
