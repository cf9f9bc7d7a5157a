package io.github.cxonetools.metrics;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.Listing;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Finds what a tenant has of an action: by reading it, or, where it cannot be read, from what was deployed before. */
public final class ActionIds {

    private final CxoneClient client;
    private final Function<String, List<ActionVersion>> deployed;

    /** @param deployed what receipts know of an action in this tenant, by its name */
    public ActionIds(CxoneClient client, Function<String, List<ActionVersion>> deployed) {
        this.client = client;
        this.deployed = deployed;
    }

    /** The ids of all versions of the action, in the tenant's order. */
    public List<String> of(String action) throws CxoneException {
        return versions(action).stream()
                .map(ActionVersion::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
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

    private List<ActionVersion> fromReceipts(String action, String reason) throws RejectedException {
        List<ActionVersion> versions = deployed.apply(action);
        if (versions.isEmpty()) {
            throw new RejectedException("The tenant " + client.baseUrl() + " cannot be read (" + reason
                    + "), and no receipt names " + action + ". Set cxone.actionId, or cxone.receipts to the receipts of"
                    + " the build that deployed it");
        }
        return versions;
    }
}
