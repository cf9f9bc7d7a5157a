package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of some actions in a tenant: read beforehand, page by page of all that the tenant has, where that takes fewer
 * requests; else each action is asked for by its name when it is wanted.
 */
public final class Listings {

    private final ActionList list;
    private final @Nullable Map<String, List<ActionVersion>> read;

    private Listings(ActionList list, @Nullable Map<String, List<ActionVersion>> read) {
        this.list = list;
        this.read = read;
    }

    static Listings of(ActionList list, Collection<String> names, Concurrently concurrently) throws CxoneException {
        return new Listings(list, new PagesOfAll(list, new LinkedHashSet<>(names), concurrently).read());
    }

    /** All versions of the action {@code name}, as {@link DataActionsApi#list} tells them. */
    public Listing of(String name) throws CxoneException {
        List<ActionVersion> versions = read == null ? null : read.get(name);
        return versions == null ? list.of(name) : new Listing.Versions(versions);
    }

    /** Whether {@link #of} tells what was read beforehand. */
    public boolean isRead() {
        return read != null;
    }
}
