package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which action in the tenant is meant: by its id, or by its name.
 *
 * @param actionId the tenant's id, or null
 * @param name the action's name; null where the id says it all
 */
public record VersionTarget(
        @Nullable String actionId, @Nullable String name) {

    /**
     * Checks that there is one.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public VersionTarget {
        if (actionId == null && name == null) {
            throw new IllegalArgumentException(
                    "Nothing says which action is meant. Set cxone.actionId or cxone.action");
        }
    }

    /**
     * What a goal means that runs without a POM.
     *
     * @param actionId the tenant's id, or null
     * @param names of actions of the tenant; of no effect with an id
     */
    public static List<VersionTarget> of(@Nullable String actionId, Collection<String> names) throws RejectedException {
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
