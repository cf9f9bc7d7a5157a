package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.contract.ContractFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Contracts of a module that {@code generate} vouches for: made from the present classes and POM. */
public final class GeneratedContracts {

    private GeneratedContracts() {}

    /**
     * Fails where {@code generate} does not vouch for the contract of one of {@code actions}, and says what to type.
     *
     * @return the bytes of the contracts, by action, then by the file's name
     */
    public static Map<String, Map<String, byte[]>> require(
            GoalContext goal, Path schemaDirectory, List<ActionDefinition> actions) throws CxoneException {
        try {
            return ContractFiles.requireConfirmed(
                    schemaDirectory,
                    ProjectFacts.contractState(goal.project()),
                    actions,
                    ProjectFacts.contractOrigins(goal.project()),
                    ProjectFacts.contractConfiguration(goal.project(), goal.session(), goal.pluginKey()),
                    goal.pluginBuild(),
                    "mvn process-classes " + goal.typed());
        } catch (RejectedException e) {
            if (BuildCache.isUsed(goal.session(), goal.project())) {
                throw new RejectedException(e.getMessage() + BuildCache.ADVICE, e);
            }
            throw e;
        }
    }
}
