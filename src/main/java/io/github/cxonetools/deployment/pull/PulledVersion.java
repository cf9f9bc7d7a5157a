package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.deployment.receipts.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that a tenant has.
 *
 * @param version without schemas
 * @param input null where the tenant does not tell it
 * @param output null where the tenant does not tell it
 * @param holdsSecret whether one of its texts holds a secret of this build, so that it is kept in no file
 */
public record PulledVersion(
        ActionVersion version,
        @Nullable PulledSchema input,
        @Nullable PulledSchema output,
        boolean holdsSecret) {

    /** {@code name version}, as messages write it. */
    public String label() {
        return version.label();
    }

    boolean isDeprecated() {
        return Boolean.TRUE.equals(version.deprecated());
    }

    /** What a receipt says of it. */
    Receipt.State state() {
        return Receipt.State.of(
                version, input == null ? null : input.digest(), output == null ? null : output.digest());
    }

    /** Why it cannot be written, as a sentence; empty where it can. */
    public String problem() {
        if (holdsSecret) {
            return "the tenant gives a secret of this build back in it";
        }
        return input == null || output == null
                ? "the tenant does not tell "
                        + (input == null
                                ? output == null ? "inputSchema and outputSchema" : "inputSchema"
                                : "outputSchema")
                : "";
    }

    /** Why {@code generate} could not have written its schemas: {@code input: /a/$ref is not allowed …}; none where it could. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        add(findings, "input: ", input);
        add(findings, "output: ", output);
        return findings;
    }

    private static void add(List<String> findings, String side, @Nullable PulledSchema schema) {
        if (schema != null) {
            schema.findings().forEach(finding -> findings.add(side + finding));
        }
    }
}
