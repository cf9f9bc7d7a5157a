package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.ActionVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of a tenant's versions a new one takes the place of. */
public final class TenantBaseline {

    private TenantBaseline() {}

    /**
     * The newest release that is active and not above {@code version}; none where there is none. Of two that the order takes
     * for equal, as 1.0 and 1.0.0, it is the one that is written as {@code version}. A version that the tenant does not tell
     * whether it is deprecated counts as active, a {@code -SNAPSHOT} never counts.
     *
     * @param versions what the tenant lists, perhaps of other actions too
     * @param order the older version first
     */
    public static Optional<ActionVersion> of(
            List<ActionVersion> versions, String action, String version, Comparator<String> order) {
        return versions.stream()
                .filter(each -> each.name().equals(action))
                .filter(each -> !Boolean.TRUE.equals(each.deprecated()))
                .filter(each -> !each.version().endsWith("-SNAPSHOT"))
                .filter(each -> order.compare(each.version(), version) <= 0)
                .max(Comparator.comparing(ActionVersion::version, order)
                        .thenComparing(each -> each.version().equals(version)));
    }
}
