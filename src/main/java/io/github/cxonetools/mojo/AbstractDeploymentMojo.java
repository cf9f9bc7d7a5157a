package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.mojo.project.BuildCache;
import io.github.cxonetools.mojo.project.ProjectFacts;
import io.github.cxonetools.mojo.project.Versions;
import io.github.cxonetools.schema.contract.ContractFiles;
import io.github.cxonetools.text.ShownUrl;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that compares the project with a tenant. */
abstract class AbstractDeploymentMojo extends AbstractReceiptsMojo {

    /**
     * Where {@code generate} wrote the contracts.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.schemaDirectory",
            defaultValue = "${project.build.outputDirectory}/META-INF/cxone",
            required = true)
    private File schemaDirectory;

    /**
     * Where {@code plan.json} and {@code deployment.json} are written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    File outputDirectory;

    /**
     * How many requests may be in flight.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.concurrency", defaultValue = "4")
    private int concurrency;

    /**
     * Lets a {@code -SNAPSHOT} version go to a tenant that is not local.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.allowSnapshots", defaultValue = "false")
    private boolean allowSnapshots;

    /**
     * Lets {@code handlerUrl}, {@code timeoutMs} and {@code description} of a release change in place; its schemas never do.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.updateRelease", defaultValue = "false")
    private boolean updateRelease;

    /**
     * In a tenant that cannot be read, without receipts or with an intent that lacks an id: create anyway.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.assumeAbsent", defaultValue = "false")
    private boolean assumeAbsent;

    /**
     * After deploying, deprecate all but this many of the newest releases. All are kept, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.keepVersions")
    private @Nullable Integer keepVersions;

    AbstractDeploymentMojo(Tenants tenants) {
        super(tenants);
    }

    final PlanSettings planSettings(Tenant tenant) throws RejectedException {
        try {
            return new PlanSettings(
                    tenant.local(),
                    allowSnapshots,
                    updateRelease,
                    keepVersions,
                    assumeAbsent,
                    concurrency,
                    Versions.ORDER);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What decides, besides the tenant's address and the actions, what is done; never a secret. */
    final SortedMap<String, String> parameters() throws RejectedException {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("allowSnapshots", Boolean.toString(allowSnapshots));
        parameters.put("updateRelease", Boolean.toString(updateRelease));
        parameters.put("assumeAbsent", Boolean.toString(assumeAbsent));
        if (keepVersions != null) {
            parameters.put("keepVersions", keepVersions.toString());
        }
        if (addressName().equals("local")) {
            parameters.put("tenantDirectory", tenantSettings(0).directory().toString());
        }
        return parameters;
    }

    /** What would change in the tenant; the plan names a local tenant as such, so that the next build's is the same. */
    final DeploymentPlan plan(Tenant tenant, List<DesiredAction> desired, Receipts receipts) throws CxoneException {
        DeploymentPlan plan = new Planner(tenant.client(), receipts, planSettings(tenant)).plan(desired);
        return new DeploymentPlan(tenant.name(), plan.actions(), plan.tenantDigests());
    }

    /** The contracts that {@code generate} wrote and still vouches for, with where their handlers are. */
    final List<DesiredAction> desired(List<ActionDefinition> selected) throws CxoneException {
        checkHandlerUrls(selected);
        List<Contract> contracts = contracts(selected);
        List<DesiredAction> desired = new ArrayList<>();
        for (int i = 0; i < contracts.size(); i++) {
            URI handlerUrl = selected.get(i).handlerUrl();
            if (handlerUrl != null) {
                desired.add(new DesiredAction(contracts.get(i), handlerUrl));
            }
        }
        return desired;
    }

    private List<Contract> contracts(List<ActionDefinition> selected) throws CxoneException {
        try {
            return ContractFiles.readConfirmed(
                    modulePath("schemaDirectory", schemaDirectory, null),
                    stateDirectory(),
                    selected,
                    ProjectFacts.handlerClassPath(project),
                    contractConfiguration(),
                    pluginVersion());
        } catch (RejectedException e) {
            if (BuildCache.isUsed(session, project)) {
                throw new RejectedException(e.getMessage() + BuildCache.ADVICE, e);
            }
            throw e;
        }
    }

    /** Before anything is sent, a request for a token included: each action's handler is where the tenant reaches it. */
    private void checkHandlerUrls(List<ActionDefinition> selected) throws RejectedException {
        boolean isLocal = isTenantLocal();
        Findings findings = new Findings();
        for (ActionDefinition action : selected) {
            URI url = action.handlerUrl();
            if (url == null) {
                findings.add(
                        action.name() + " has no <handlerUrl>. Add the HTTPS address where CXone calls its handler");
            } else if (!isLocal && HandlerUrls.isOnThisMachine(url)) {
                findings.add(action.name() + ": handlerUrl " + ShownUrl.of(url.toString())
                        + " is on this machine, where the tenant "
                        + addressLabel() + " does not reach it. Set <handlerUrl> to the HTTPS address where CXone "
                        + "calls the handler, or deploy to the local tenant with -Dcxone.baseUrl=local");
            }
        }
        findings.throwIfAny("Not every action can be deployed");
    }
}
