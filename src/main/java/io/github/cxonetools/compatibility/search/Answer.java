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
record Answer(
        @Nullable JsonNode value,
        @Nullable BitSet conflict,
        @Nullable String unknown) {

    static Answer found(JsonNode value) {
        return new Answer(value, null, null);
    }

    static Answer none(BitSet conflict) {
        return new Answer(null, conflict, null);
    }

    static Answer unknown(String reason) {
        return new Answer(null, null, reason);
    }
}
