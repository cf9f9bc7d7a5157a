package io.github.cxonetools.compatibility.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one way through the choices of a goal has come to: exactly one of the three is there.
 *
 * @param value the value that was found
 * @param conflict the reasons why there is none
 * @param unknown why there is no answer
 */
record BranchResult(
        @Nullable JsonNode value,
        @Nullable BitSet conflict,
        @Nullable String unknown) {

    static BranchResult found(JsonNode value) {
        return new BranchResult(value, null, null);
    }

    static BranchResult none(BitSet conflict) {
        return new BranchResult(null, conflict, null);
    }

    static BranchResult unknown(String reason) {
        return new BranchResult(null, null, reason);
    }
}
