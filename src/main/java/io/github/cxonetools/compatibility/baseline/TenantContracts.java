package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.client.Listings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The contracts that a tenant's callers use now: of each action, the newest active release that is not above the build's. */
public final class TenantContracts {

    private TenantContracts() {}

    /**
     * Reads them; an action that has no such release is left out.
     *
     * @param tenant as messages name it
     * @param actions those of this build, with their versions
     * @param order the older version first
     */
    public static Baseline read(
            DataActionsApi api, String tenant, Collection<StoredContract> actions, Comparator<String> order)
            throws CxoneException {
        List<Contract> contracts = new ArrayList<>();
        Listings listings =
                api.listings(actions.stream().map(StoredContract::name).toList(), new Concurrently(1));
        for (StoredContract present : actions) {
            String action = present.name();
            Listing listing = listings.of(action);
            if (!(listing instanceof Listing.Versions versions)) {
                return new Baseline.Unreachable(
                        "The tenant " + tenant + " cannot be read (" + ((Listing.Unreadable) listing).reason()
                                + "), so nobody knows which contract of " + action
                                + " is in use. Give the client the scope data-actions:read, or compare with another "
                                + "baseline (-Dcxone.baseline=release)",
                        true);
            }
            Optional<ActionVersion> active = TenantBaseline.of(versions.versions(), action, present.version(), order);
            if (active.isPresent()) {
                Contract contract = contract(active.get());
                if (contract == null) {
                    return new Baseline.Unreachable(
                            "The tenant " + tenant + " tells no schemas of "
                                    + active.get().label()
                                    + ". Compare with another baseline (-Dcxone.baseline=release)",
                            false);
                }
                contracts.add(contract);
            }
        }
        return new Baseline.Stored(tenant, StoredContracts.of(tenant, contracts), false);
    }

    private static @Nullable Contract contract(ActionVersion version) {
        JsonNode input = version.inputSchema();
        JsonNode output = version.outputSchema();
        Integer timeout = version.timeoutMs();
        return input == null || output == null
                ? null
                : new Contract(
                        version.name(),
                        version.version(),
                        version.description(),
                        timeout == null ? 0 : timeout,
                        input,
                        output);
    }
}
