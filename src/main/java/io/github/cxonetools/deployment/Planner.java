package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.client.Listings;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.StateDigest;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what a project wants with what the tenant has. Sends nothing but reads. */
public final class Planner {

    private final CxoneClient client;
    private final ReadablePlan readable;
    private final ReceiptPlan byReceipts;
    private final Receipts receipts;
    private final PlanSettings settings;

    /** The client's own rights do not matter: only its read-only view is used. */
    public Planner(CxoneClient client, Receipts receipts, PlanSettings settings) {
        this.client = client;
        this.readable = new ReadablePlan(settings);
        this.receipts = receipts;
        this.byReceipts = new ReceiptPlan(receipts, settings);
        this.settings = settings;
    }

    /**
     * The plan for {@code desired}; a conflict is part of it, and no exception.
     *
     * @throws io.github.cxonetools.action.RejectedException with everything that cannot be planned, in a tenant that cannot be
     *     read
     */
    public DeploymentPlan plan(List<DesiredAction> desired) throws CxoneException {
        receipts.requireUsable();
        DataActionsApi api = client.readOnly().dataActions();
        Concurrently concurrently = new Concurrently(settings.concurrency());
        Listings listings = api.listings(
                desired.stream()
                        .filter(action -> !isHeldBack(action))
                        .map(action -> action.contract().name())
                        .toList(),
                concurrently);
        List<ActionPlan> parts =
                concurrently.all(desired, action -> isHeldBack(action) ? heldBack(action) : part(listings, action));
        Findings findings = new Findings();
        parts.stream()
                .map(ActionPlan::finding)
                .filter(finding -> !finding.isEmpty())
                .forEach(findings::add);
        findings.throwIfAny("Not every action can be planned");
        List<PlannedAction> actions = new ArrayList<>();
        SortedMap<String, String> digests = new TreeMap<>();
        for (ActionPlan part : parts) {
            actions.addAll(part.actions());
            String digest = part.tenantDigest();
            if (digest != null) {
                digests.put(part.name(), digest);
            }
        }
        return new DeploymentPlan(client.baseUrl(), actions, digests);
    }

    private ActionPlan part(Listings listings, DesiredAction desired) throws CxoneException {
        String name = desired.contract().name();
        Listing listing = listings.of(name);
        if (listing instanceof Listing.Versions versions) {
            return part(desired, versions.versions());
        }
        Optional<String> unknown = byReceipts.unknown(desired, ((Listing.Unreadable) listing).reason());
        return unknown.isPresent()
                ? new ActionPlan(name, List.of(), null, unknown.get())
                : part(name, List.of(byReceipts.plan(desired)), null);
    }

    private ActionPlan part(DesiredAction desired, List<ActionVersion> versions) throws CxoneException {
        String name = desired.contract().name();
        try {
            return part(name, readable.plan(desired, versions), StateDigest.of(versions));
        } catch (RejectedException e) {
            return new ActionPlan(name, List.of(), null, String.valueOf(e.getMessage()));
        }
    }

    /** What another process is creating is not created here, whatever the tenant tells. */
    private ActionPlan part(String name, List<PlannedAction> planned, @Nullable String tenantDigest)
            throws CxoneException {
        PlannedAction first = planned.get(0);
        Optional<String> underWay =
                first.kind() == Kind.CREATE ? byReceipts.underWay(first.wanted()) : Optional.empty();
        return underWay.isPresent()
                ? new ActionPlan(name, List.of(), null, underWay.get())
                : new ActionPlan(name, planned, tenantDigest, "");
    }

    private boolean isHeldBack(DesiredAction desired) {
        return desired.isSnapshot() && !settings.localTenant() && !settings.allowSnapshots();
    }

    private static ActionPlan heldBack(DesiredAction desired) {
        ActionVersion wanted = desired.version();
        String note = "a snapshot goes to a local tenant only; -Dcxone.allowSnapshots lets it go to this one";
        return new ActionPlan(wanted.name(), List.of(PlannedAction.of(Kind.HELD_BACK, wanted, note)), null, "");
    }

    /** The plan for one action, or why there is none. */
    private record ActionPlan(
            String name,
            List<PlannedAction> actions,
            @Nullable String tenantDigest,
            String finding) {}
}
