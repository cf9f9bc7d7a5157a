package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.client.Listings;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of an action as the tenant tells them, or, where it cannot be read, as the receipts do. */
public final class KnownVersions {

    private final DataActionsApi api;
    private final Receipts receipts;

    public KnownVersions(DataActionsApi api, Receipts receipts) {
        this.api = api;
        this.receipts = receipts;
    }

    /**
     * What is known.
     *
     * @param unreadable why the tenant was not asked; null where it told
     */
    public record Known(
            List<ActionVersion> versions, @Nullable String unreadable) {}

    /** All versions of an action. */
    public Known of(String name) throws CxoneException {
        receipts.requireUsable();
        return known(name, api.list(name));
    }

    /** All versions of each of some actions, in their order. */
    public List<Known> of(List<String> names, Concurrently concurrently) throws CxoneException {
        receipts.requireUsable();
        Listings listings = api.listings(names, concurrently);
        return concurrently.all(names, name -> known(name, listings.of(name)));
    }

    private Known known(String name, Listing listing) throws CxoneException {
        if (listing instanceof Listing.Versions told) {
            return new Known(told.versions(), null);
        }
        List<ActionVersion> kept = receipts.of(name).stream()
                .filter(receipt -> !receipt.isIntent())
                .map(KnownVersions::version)
                .toList();
        return new Known(kept, ((Listing.Unreadable) listing).reason());
    }

    /** The version with {@code id}; empty versions where it is not known and the tenant cannot be asked. */
    Known byId(String id) throws CxoneException {
        receipts.requireUsable();
        Listing listing = api.get(id);
        if (listing instanceof Listing.Versions told) {
            if (told.versions().isEmpty()) {
                throw new RejectedException(
                        "The tenant has no action with id " + id + ". Check cxone.actionId and cxone.baseUrl");
            }
            return new Known(told.versions(), null);
        }
        Optional<Receipt> receipt = receipts.byId(id);
        return new Known(
                receipt.map(KnownVersions::version).stream().toList(), ((Listing.Unreadable) listing).reason());
    }

    private static ActionVersion version(Receipt receipt) {
        Receipt.State state = receipt.state();
        return new ActionVersion(
                receipt.id(),
                receipt.action(),
                receipt.version(),
                state == null ? null : state.deprecated(),
                null,
                null,
                state == null ? null : state.handlerUrl(),
                state == null ? null : state.timeoutMs(),
                state == null ? null : state.description());
    }
}
