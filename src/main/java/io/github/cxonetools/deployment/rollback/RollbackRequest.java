package io.github.cxonetools.deployment.rollback;

import org.jspecify.annotations.Nullable;

/**
 * Which version of an action goes out of use, and which becomes active in its place.
 *
 * @param action the action's name
 * @param released what goes out of use; null for everything that is newer than {@code target}
 * @param target what becomes active; null for the highest release below {@code released}
 */
public record RollbackRequest(
        String action, @Nullable String released, @Nullable String target) {

    /**
     * Checks that something says what is meant.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public RollbackRequest {
        if (released == null && target == null) {
            throw new IllegalArgumentException("Which version of " + action + " goes out of use? Without a project, set"
                    + " -Dcxone.newVersion=<version>, or with -Dcxone.toVersion=<version> the one that becomes active");
        }
    }
}
