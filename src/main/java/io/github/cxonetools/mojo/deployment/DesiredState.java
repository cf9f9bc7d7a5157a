package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.DesiredActions;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.BuildCache;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Parameters;
import io.github.cxonetools.mojo.project.ProjectFacts;
import io.github.cxonetools.schema.contract.ContractFiles;
import java.io.File;
import java.util.List;

/** What a module wants of the tenant: the contracts that {@code generate} wrote, with where their handlers are. */
final class DesiredState {

    private final GoalContext goal;
    private final TenantAccess tenant;
    private final File schemaDirectory;

    /** @param schemaDirectory the parameter of this name */
    DesiredState(GoalContext goal, TenantAccess tenant, File schemaDirectory) {
        this.goal = goal;
        this.tenant = tenant;
        this.schemaDirectory = schemaDirectory;
    }

    /** Fails where a handler is out of the tenant's reach, or {@code generate} no longer vouches for a contract. */
    List<DesiredAction> of(List<ActionDefinition> selected) throws CxoneException {
        DesiredActions.requireHandlerUrls(selected, tenant.isLocal(), tenant.label());
        return DesiredActions.of(selected, contracts(selected));
    }

    private List<Contract> contracts(List<ActionDefinition> selected) throws CxoneException {
        try {
            return ContractFiles.readConfirmed(
                    new Parameters(goal).inModule("schemaDirectory", schemaDirectory, null),
                    ProjectFacts.contractState(goal.project()),
                    selected,
                    ProjectFacts.contractOrigins(goal.project()),
                    ProjectFacts.contractConfiguration(goal.project(), goal.session(), goal.pluginKey()),
                    goal.pluginBuild());
        } catch (RejectedException e) {
            if (BuildCache.isUsed(goal.session(), goal.project())) {
                throw new RejectedException(e.getMessage() + BuildCache.ADVICE, e);
            }
            throw e;
        }
    }
}
