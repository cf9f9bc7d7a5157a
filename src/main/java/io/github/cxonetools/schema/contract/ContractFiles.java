package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Contracts that {@code generate} has written. */
public final class ContractFiles {

    private static final String DEPLOY = "mvn process-classes cxone:deploy";

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
                    ? Json.readDistinct(Files.readAllBytes(file))
                            .path("description")
                            .asString(null)
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
            return Json.readDistinct(Files.readAllBytes(file));
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
        new ConfirmedContracts(schemaDirectory, stateDirectory, classPath, pomConfiguration, pluginVersion)
                .require(actions, Map.of(), DEPLOY);
        List<Contract> contracts = new ArrayList<>();
        for (ActionDefinition action : actions) {
            contracts.add(read(schemaDirectory, action));
        }
        return contracts;
    }
}
