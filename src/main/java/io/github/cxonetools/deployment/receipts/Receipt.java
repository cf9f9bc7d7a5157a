package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.deployment.difference.StateDigest;
import io.github.cxonetools.text.ShownUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one version in one tenant.
 *
 * @param action the action's name
 * @param version the version's label
 * @param id the tenant's id; null where a creation was intended and its answer is not known
 * @param intendedAt when the last creation was about to be sent; null where none was
 * @param intendedBy the process that is sending it; null where none is known, or it has heard the answer
 * @param deployedAt when the tenant last confirmed it; null where it never did
 * @param state what was sent; null where only the id is known
 */
public record Receipt(
        String action,
        String version,
        @Nullable String id,
        @Nullable Instant intendedAt,
        @Nullable BuildProcess intendedBy,
        @Nullable Instant deployedAt,
        @Nullable State state) {

    /**
     * What was deployed: fields as sent, schemas as digests.
     *
     * @param deprecated whether it was deprecated, as far as this project knows
     */
    public record State(
            @Nullable String inputSchema,
            @Nullable String outputSchema,
            @Nullable String handlerUrl,
            @Nullable Integer timeoutMs,
            @Nullable String description,
            boolean deprecated) {

        public static State of(ActionVersion version) {
            return of(
                    version, StateDigest.ofSchema(version.inputSchema()), StateDigest.ofSchema(version.outputSchema()));
        }

        /** Of a version whose schemas are known by their digests. */
        public static State of(ActionVersion version, @Nullable String inputSchema, @Nullable String outputSchema) {
            return new State(
                    inputSchema,
                    outputSchema,
                    url(version.handlerUrl()),
                    version.timeoutMs(),
                    version.description(),
                    Boolean.TRUE.equals(version.deprecated()));
        }
    }

    /** Keys in a URL are not kept, and a change of one is seen all the same. */
    static @Nullable String url(@Nullable String url) {
        return url == null ? null : ShownUrl.forComparison(url);
    }

    /** Whether a creation may have happened of which no id is known. */
    public boolean isIntent() {
        return id == null;
    }

    /** Whether who sent the creation has not noted how it ended, perhaps because it was ended itself. */
    public boolean isUnanswered() {
        return isIntent() && intendedBy != null;
    }

    /** Whether another process is sending the creation at present. */
    public boolean isUnderWay() {
        BuildProcess process = intendedBy;
        return isIntent() && process != null && process.isAnotherThatLives();
    }

    Receipt answered() {
        return new Receipt(action, version, id, intendedAt, null, deployedAt, state);
    }

    Receipt withVersion(String label) {
        return new Receipt(action, label, id, intendedAt, intendedBy, deployedAt, state);
    }

    Receipt withDeprecated(boolean deprecated) {
        State known = state;
        State changed = known == null
                ? null
                : new State(
                        known.inputSchema(),
                        known.outputSchema(),
                        known.handlerUrl(),
                        known.timeoutMs(),
                        known.description(),
                        deprecated);
        return new Receipt(action, version, id, intendedAt, intendedBy, deployedAt, changed);
    }
}
