package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ReceiptsPath;
import io.github.cxonetools.tenant.TenantSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tenant that a remote goal is configured for, and the receipts of what was deployed there; connected when asked. */
public final class TenantAccess {

    private final GoalContext goal;
    private final TenantConnector tenants;
    private final TenantAddress address;
    private final TenantSettings localSettings;
    private final Path receipts;

    /**
     * @param localSettings of the local tenant, in case it is that one
     * @param receipts the receipts file
     */
    public TenantAccess(GoalContext goal, TenantAddress address, TenantSettings localSettings, Path receipts) {
        this.goal = goal;
        this.tenants = new TenantConnector(goal);
        this.address = address;
        this.localSettings = localSettings;
        this.receipts = receipts;
    }

    /** Connects to the tenant, and says to which, with what; then what the goal is about to act on. */
    public Tenant connect(List<ActionDefinition> actions) throws CxoneException {
        return tenants.connect(address, localSettings, actions);
    }

    /** The tenant as receipts name it, without connecting to it; {@code local} for the local tenant. */
    public URI name() throws RejectedException {
        return TenantUrls.baseUrl(goal, address.baseUrl());
    }

    /** The tenant as messages name it before they are connected to it. */
    public String label() {
        return TenantUrls.label(address.baseUrl());
    }

    /** Whether {@link #connect} would connect to a local tenant. */
    public boolean isLocal() throws RejectedException {
        return tenants.isLocal(name().toString(), localSettings.directory());
    }

    /** Whether the tenant, local or not, is on this machine. */
    public boolean isOnThisMachine() throws RejectedException {
        return isLocal() || HandlerUrls.isLoopback(name());
    }

    /** Where a local tenant keeps its database and its credentials. */
    public Path tenantDirectory() {
        return localSettings.directory();
    }

    /** How long one call, or one goal for another build, may wait. */
    public Duration maxWait() {
        return address.maxWait();
    }

    /** Connects as {@link #connect}, to change what is there, or to measure it. */
    public DeploymentTarget target(List<ActionDefinition> actions) throws CxoneException {
        return target(connect(actions));
    }

    /** The same for a tenant that is connected already. */
    public DeploymentTarget target(Tenant tenant) {
        return target(tenant, receipts(tenant));
    }

    /** The same with the receipts of another module. */
    public DeploymentTarget target(Tenant tenant, Receipts others) {
        return new DeploymentTarget(tenant.client(), tenant.name(), others, address.maxWait(), goal.log()::info);
    }

    /** Where the goal's own module keeps its receipts. */
    public Path receiptsFile() {
        return receipts;
    }

    /**
     * Connects to the tenant that contracts come from, to read there.
     *
     * @param baseUrl where it is, or {@code local}
     * @param serverId the {@code <server>} that was named for it; null for its default
     * @param target the tenant that they go to
     */
    public Tenant source(String baseUrl, @Nullable String serverId, Tenant target) throws CxoneException {
        Tenant source = tenants.connectSource(address.source(baseUrl, serverId), localSettings);
        if (TenantUrls.isOne(source.baseUrl(), target.baseUrl())) {
            throw new RejectedException("cxone.sourceBaseUrl and cxone.baseUrl are one tenant, " + label()
                    + ", and a promotion goes from one to another. Correct one of them");
        }
        return source;
    }

    /** What is known of earlier deployments to {@code tenant}. */
    public Receipts receipts(Tenant tenant) {
        return Receipts.open(receipts, tenant.name());
    }

    /** Plans and acts while no other build of this checkout does; where nothing is changed, nobody is in the way. */
    public void exclusively(Receipts receipts, boolean dryRun, Receipts.LockedWork work) throws CxoneException {
        if (dryRun) {
            work.run();
        } else {
            receipts.exclusively(address.maxWait(), goal.log()::info, work);
        }
    }

    /** What a module leaves for later by a goal that needs no contracts. */
    public DeferredDeployment left(List<ActionDefinition> actions) throws CxoneException {
        String names = actions.stream().map(ActionDefinition::name).collect(Collectors.joining(","));
        return left(List.of(), new TreeMap<>(Map.of(DeferredDeployment.NAMES, names)));
    }

    /** What a module leaves for later. */
    public DeferredDeployment left(List<DesiredAction> actions, SortedMap<String, String> parameters)
            throws CxoneException {
        return new DeferredDeployment(
                goal.name(), goal.project().getArtifactId(), name(), receipts, actions, parameters);
    }

    /** Says what to do with the receipts in a Git work tree, once there are some. */
    public void adviseOnReceipts() {
        ReceiptsPath.advise(goal, receipts);
    }
}
