package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.ContractFolder;
import io.github.cxonetools.compatibility.baseline.ContractMembers;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import io.github.cxonetools.compatibility.check.DecidedComparer;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Parameters;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which members of the project's classes payloads come from, as {@code generate} wrote it; read only where a break is told. */
final class GeneratedMembers implements DecidedComparer.JavaMembers {

    private final Path schemaDirectory;
    private final Map<String, Optional<ContractMembers>> read = new ConcurrentHashMap<>();

    /** @param schemaDirectory the parameter of this name */
    GeneratedMembers(GoalContext goal, File schemaDirectory) throws RejectedException {
        this.schemaDirectory = new Parameters(goal).inModule("schemaDirectory", schemaDirectory, null);
    }

    @Override
    public @Nullable String at(String action, String side, String pointer) {
        return read.computeIfAbsent(action, this::of)
                .map(members -> members.at(side, pointer))
                .orElse(null);
    }

    private Optional<ContractMembers> of(String action) {
        try {
            return ContractFolder.read(schemaDirectory, List.of(action))
                    .find(action)
                    .map(StoredContract::members);
        } catch (CxoneException e) {
            return Optional.empty(); // They only explain.
        }
    }
}
