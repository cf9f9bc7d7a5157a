package io.github.cxonetools.deployment;

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
}
