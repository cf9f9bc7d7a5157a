package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one version of a plan.
 *
 * @param planned what was to be done
 * @param done what was done
 * @param id the tenant's id, where one is known
 * @param took how long it took; zero where nothing was sent
 * @param failure why it failed, or was not confirmed; null else
 * @param unchecked what could not be checked, and why; empty else
 */
public record ActionOutcome(
        PlannedAction planned,
        Done done,
        @Nullable String id,
        Duration took,
        @Nullable CxoneException failure,
        String unchecked) {

    /** What was done. */
    public enum Done {
        CREATED("created"),
        /** Somebody else created the same first. */
        FOUND("up to date, created by another"),
        UPDATED("updated"),
        /** Is deprecated no longer. */
        ACTIVATED("activated"),
        DEPRECATED("deprecated"),
        UP_TO_DATE("up to date"),
        HELD_BACK("held back"),
        FAILED("failed"),
        NOT_BEGUN("not begun");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }

        boolean isChange() {
            return this == CREATED || this == FOUND || this == UPDATED || this == ACTIVATED;
        }
    }

    /** Whether it was changed, and then its receipt could not be written, or the tenant was not seen to have it so. */
    public boolean isUnconfirmed() {
        return failure != null && done.isChange();
    }

    static ActionOutcome notBegun(PlannedAction planned) {
        return new ActionOutcome(planned, Done.NOT_BEGUN, planned.id(), Duration.ZERO, null, "");
    }

    ActionOutcome withFailure(CxoneException unconfirmed, Duration more) {
        return new ActionOutcome(
                planned, done.isChange() ? done : Done.FAILED, id, took.plus(more), unconfirmed, unchecked);
    }

    ActionOutcome withUnchecked(String what) {
        return new ActionOutcome(planned, done, id, took, failure, what);
    }
}
