package io.github.cxonetools.mojo;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.VersionTarget;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which actions of the tenant a goal means that runs without a POM. */
final class TenantSelection {

    private TenantSelection() {}

    static List<VersionTarget> of(@Nullable String actionId, Collection<String> names) throws RejectedException {
        if (actionId != null) {
            return List.of(new VersionTarget(actionId, null));
        }
        if (names.isEmpty()) {
            throw new RejectedException("Which action? Without a project, name actions of the tenant: "
                    + "-Dcxone.action=<name>, or -Dcxone.actionId=<id>");
        }
        return names.stream().map(name -> new VersionTarget(null, name)).toList();
    }
}
