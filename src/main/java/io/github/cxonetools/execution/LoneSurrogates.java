package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.json.JsonPointers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds lone surrogates: what is left of a character outside the basic plane that was cut in two. JSON can write them as
 * an escape, and what a receiver makes of it is unpredictable (RFC 8259, section 8.2; RFC 7493 forbids them).
 */
final class LoneSurrogates {

    private static final String WORDS =
            "holds half a character (a lone surrogate): a text was cut in the middle of one";

    private LoneSurrogates() {}

    /** The first, or null. */
    static @Nullable ExecutionFinding find(byte[] json, JsonNode value) {
        return mayHold(json) ? find(value, "") : null;
    }

    /** A whole answer without an escape or a byte that surrogates need is the rule, and a look at its bytes is cheap. */
    private static boolean mayHold(byte[] json) {
        for (int i = 0; i + 2 < json.length; i++) {
            boolean escape = json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd';
            boolean encoded = json[i] == (byte) 0xED && (json[i + 1] & 0xE0) == 0xA0;
            if (escape || encoded) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ExecutionFinding find(JsonNode value, String pointer) {
        if (value.isString() && isCut(value.asString())) {
            return ExecutionFinding.own(ExecutionFinding.Rule.JSON, pointer.isEmpty() ? "/" : pointer, WORDS);
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                String name = JsonPointers.escaped(member.getKey());
                ExecutionFinding found = find(member.getValue(), pointer + "/" + name);
                if (found != null) {
                    return found;
                }
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            ExecutionFinding found = find(value.get(i), pointer + "/" + i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isCut(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
