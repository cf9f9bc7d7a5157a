package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.deployment.VersionSelection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's versions are pulled.
 *
 * @param names of actions; empty for all
 * @param versions null for all
 */
public record PullSelection(Set<String> names, @Nullable VersionSelection versions) {

    /** Whether the selection holds a version of an action that it holds. */
    boolean holds(String version) {
        return versions == null || versions.matches().test(version);
    }

    boolean holds(String name, String version) {
        return (names.isEmpty() || names.contains(name)) && holds(version);
    }

    /** Those that are named one by one, and so must be there. */
    Set<String> namedVersions() {
        return versions == null ? Set.of() : versions.named();
    }
}
