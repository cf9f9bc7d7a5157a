package io.github.cxonetools.metrics;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what a tenant has of an action: by reading it, or, where it cannot be read, from what was deployed before. */
public final class ActionIds {

    private final CxoneClient client;
    private final Receipts receipts;

    public ActionIds(CxoneClient client, Receipts receipts) {
        this.client = client;
        this.receipts = receipts;
    }

    /** The ids of all versions of the action, in the tenant's order. */
    public List<String> of(String action) throws CxoneException {
        Set<String> ids = new LinkedHashSet<>();
        for (ActionVersion version : versions(action)) {
            if (version.id() != null) {
                ids.add(version.id());
            }
        }
        return List.copyOf(ids);
    }

    /** The name of the action that has {@code id}; the id itself where neither tenant nor receipts tell. */
    public String nameOf(String id) throws CxoneException {
        if (client.dataActions().get(id) instanceof Listing.Versions found) {
            return found.versions().stream()
                    .findFirst()
                    .map(ActionVersion::name)
                    .orElseThrow(() -> new RejectedException("The tenant " + client.baseUrl()
                            + " has no action with id " + id + ". Correct cxone.actionId or cxone.baseUrl"));
        }
        return receipts.byId(id).map(Receipt::action).orElse(id);
    }

    /** All versions of the action, at least one. */
    public List<ActionVersion> versions(String action) throws CxoneException {
        Listing listing = client.dataActions().list(action);
        if (listing instanceof Listing.Unreadable unreadable) {
            return fromReceipts(action, unreadable.reason());
        }
        List<ActionVersion> versions = ((Listing.Versions) listing).versions();
        if (versions.isEmpty()) {
            throw new RejectedException("The tenant " + client.baseUrl() + " has no action " + action
                    + ", so there are no metrics of it. Deploy it first, or correct cxone.action or cxone.baseUrl");
        }
        return versions;
    }

    private List<ActionVersion> fromReceipts(String action, String reason) throws CxoneException {
        List<ActionVersion> versions = receipts.of(action).stream()
                .filter(receipt -> !receipt.isIntent())
                .map(ActionIds::version)
                .toList();
        if (versions.isEmpty()) {
            throw new RejectedException("The tenant " + client.baseUrl() + " cannot be read (" + reason
                    + "), and no receipt names " + action + ". Set cxone.receipts to the receipts of the build that"
                    + " deployed it, or, without a gate, cxone.actionId");
        }
        return versions;
    }

    private static ActionVersion version(Receipt receipt) {
        Boolean deprecated = receipt.state() == null ? null : receipt.state().deprecated();
        return new ActionVersion(
                receipt.id(), receipt.action(), receipt.version(), deprecated, null, null, null, null, null);
    }
}
