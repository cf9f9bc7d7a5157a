package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import java.util.List;

/** What a tenant tells of its actions. */
public sealed interface Listing {

    /**
     * Everything that the tenant has.
     *
     * @param versions complete, in the tenant's order
     */
    record Versions(List<ActionVersion> versions) implements Listing {

        public Versions {
            versions = List.copyOf(versions);
        }
    }

    /**
     * The tenant cannot be read.
     *
     * @param reason for example {@code GET /api/v2/data-actions answered 405}
     */
    record Unreadable(String reason) implements Listing {}
}
