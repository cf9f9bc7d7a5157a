package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.deployment.difference.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment does with one version.
 *
 * @param kind what is done
 * @param wanted as it shall be
 * @param found as the tenant has it, with its id; null where it is absent, or the tenant cannot be read
 * @param id the tenant's id, from the tenant or from the receipts; null where there is none yet
 * @param differences what differs
 * @param notComparable fields that the tenant does not tell, other than the description
 * @param note why, where the kind does not say it; empty else
 */
public record PlannedAction(
        Kind kind,
        ActionVersion wanted,
        @Nullable ActionVersion found,
        @Nullable String id,
        List<Difference> differences,
        List<String> notComparable,
        String note) {

    /** What is done with a version. */
    public enum Kind {
        CREATE("create"),
        UPDATE("update"),
        UP_TO_DATE("up to date"),
        CONFLICT("conflict"),
        DEPRECATE("deprecate"),
        HELD_BACK("held back");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }

        boolean changes() {
            return this == CREATE || this == UPDATE || this == DEPRECATE;
        }
    }

    public PlannedAction {
        differences = List.copyOf(differences);
        notComparable = List.copyOf(notComparable);
    }

    public String name() {
        return wanted.name();
    }

    public String version() {
        return wanted.version();
    }

    /** {@code name version}, as messages write it. */
    public String label() {
        return wanted.label();
    }
}
