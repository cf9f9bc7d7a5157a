package io.github.cxonetools.deployment.rollback;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.KnownVersions;
import io.github.cxonetools.deployment.KnownVersions.Known;
import io.github.cxonetools.deployment.PlannedAction;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.FieldDifference;
import io.github.cxonetools.deployment.difference.StateDigest;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Plans the way back: a lower version becomes active, and then those above it, up to the one that goes out of use, are
 * deprecated. Sends nothing but reads. The same request gives the same target however often it is planned, so that what was
 * interrupted is completed.
 */
public final class RollbackPlanner {

    private final CxoneClient client;
    private final KnownVersions known;
    private final Comparator<String> order;
    private final Concurrently concurrently;

    /**
     * @param order the older version first
     * @param concurrency requests in flight
     */
    public RollbackPlanner(CxoneClient client, Receipts receipts, Comparator<String> order, int concurrency) {
        this.client = client;
        this.known = new KnownVersions(client.readOnly().dataActions(), receipts);
        this.order = order;
        this.concurrently = new Concurrently(concurrency);
    }

    /**
     * The plan for all requests.
     *
     * @throws RejectedException with everything that has no way back
     */
    public DeploymentPlan plan(List<RollbackRequest> requests) throws CxoneException {
        List<Known> all =
                known.of(requests.stream().map(RollbackRequest::action).toList(), concurrently);
        Findings findings = new Findings();
        List<PlannedAction> actions = new ArrayList<>();
        TreeMap<String, String> digests = new TreeMap<>();
        for (int i = 0; i < requests.size(); i++) {
            RollbackRequest request = requests.get(i);
            Known versions = all.get(i);
            try {
                actions.addAll(plan(request, versions));
            } catch (RejectedException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
            if (versions.unreadable() == null) {
                digests.put(request.action(), StateDigest.of(versions.versions()));
            }
        }
        findings.throwIfAny("Not every action can be rolled back");
        return new DeploymentPlan(client.baseUrl(), actions, digests);
    }

    private List<PlannedAction> plan(RollbackRequest request, Known versions) throws RejectedException {
        RollbackTarget way = new RollbackTarget(request, versions, order);
        ActionVersion target = way.target();
        String told = versions.unreadable() == null ? "" : "told by the receipts; the tenant cannot be read";
        List<PlannedAction> actions = new ArrayList<>();
        actions.add(planned(
                Boolean.FALSE.equals(target.deprecated()) ? Kind.STAY_ACTIVE : Kind.ACTIVATE,
                target,
                false,
                told.isEmpty() ? way.note() : told,
                versions));
        for (ActionVersion newer : way.outOfUse()) {
            Kind kind = Boolean.TRUE.equals(newer.deprecated()) ? Kind.UP_TO_DATE : Kind.DEPRECATE;
            actions.add(planned(kind, newer, true, told, versions));
        }
        return actions;
    }

    /** What only the receipts tell is not found in the tenant. */
    private static PlannedAction planned(Kind kind, ActionVersion version, boolean deprecated, String note, Known told)
            throws RejectedException {
        if (version.id() == null) {
            throw new RejectedException("The tenant does not tell the id of " + version.label()
                    + ", so it cannot be changed. Change it in the tenant itself");
        }
        String before = Objects.toString(version.deprecated(), "not told");
        return new PlannedAction(
                kind,
                with(version, deprecated),
                told.unreadable() == null ? version : null,
                version.id(),
                kind == Kind.ACTIVATE || kind == Kind.DEPRECATE
                        ? List.of(new FieldDifference("isDeprecated", null, before, Boolean.toString(deprecated)))
                        : List.of(),
                List.of(),
                kind == Kind.UP_TO_DATE,
                note);
    }

    private static ActionVersion with(ActionVersion version, boolean deprecated) {
        return new ActionVersion(
                version.id(),
                version.name(),
                version.version(),
                deprecated,
                version.inputSchema(),
                version.outputSchema(),
                version.handlerUrl(),
                version.timeoutMs(),
                version.description());
    }
}
