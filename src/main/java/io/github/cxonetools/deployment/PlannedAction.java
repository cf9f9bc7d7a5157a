package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.deployment.difference.FieldDifference;
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
 * @param deprecated whether the version is deprecated in the tenant, and stays so
 * @param note why, where the kind does not say it; empty else
 * @param verdict on its contract against the one whose place it takes; null where they are equal, or there is none
 */
public record PlannedAction(
        Kind kind,
        ActionVersion wanted,
        @Nullable ActionVersion found,
        @Nullable String id,
        List<FieldDifference> differences,
        List<String> notComparable,
        boolean deprecated,
        String note,
        @Nullable ContractVerdict verdict) {

    /** What is done with a version. */
    public enum Kind {
        CREATE("create"),
        UPDATE("update"),
        UP_TO_DATE("up to date"),
        CONFLICT("conflict"),
        /** Its contract may not take the place of another under this version. */
        REFUSED("refused"),
        /** A deprecation is taken back. */
        ACTIVATE("activate"),
        /** It is active, and what follows relies on that. */
        STAY_ACTIVE("stays active"),
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

        /** Whether nothing of the plan is applied because of it. */
        boolean isRejected() {
            return this == CONFLICT || this == REFUSED;
        }

        boolean changes() {
            return this == CREATE || this == UPDATE || this == ACTIVATE || this == DEPRECATE;
        }
    }

    public PlannedAction {
        differences = List.copyOf(differences);
        notComparable = List.copyOf(notComparable);
    }

    /** An action whose contract is compared with none. */
    public PlannedAction(
            Kind kind,
            ActionVersion wanted,
            @Nullable ActionVersion found,
            @Nullable String id,
            List<FieldDifference> differences,
            List<String> notComparable,
            boolean deprecated,
            String note) {
        this(kind, wanted, found, id, differences, notComparable, deprecated, note, null);
    }

    /** An action without anything to compare it with in the tenant. */
    static PlannedAction of(Kind kind, ActionVersion wanted, String note) {
        return new PlannedAction(kind, wanted, null, null, List.of(), List.of(), false, note);
    }

    /** The same, done or refused as the verdict on it wants. */
    PlannedAction with(Kind judged, ContractVerdict itsVerdict) {
        return new PlannedAction(judged, wanted, found, id, differences, notComparable, deprecated, note, itsVerdict);
    }

    /** All that is to be said of it besides its kind: {@code deprecated; told by the receipts}. */
    public String remarks() {
        return deprecated ? note.isEmpty() ? "deprecated" : "deprecated; " + note : note;
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
