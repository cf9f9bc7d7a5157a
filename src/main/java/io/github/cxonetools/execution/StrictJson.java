package io.github.cxonetools.execution;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a payload as strictly as RFC 8259 lets a receiver be: UTF-8 without a byte order mark, one value, no name twice,
 * no {@code NaN}, nothing after it, at most 500 levels deep.
 *
 * @param value null where it is no JSON
 * @param finding null where it is JSON; else what is wrong and where, for example {@code line 1, column 5: …}
 */
record StrictJson(@Nullable JsonNode value, @Nullable ExecutionFinding finding) {

    static StrictJson read(byte[] bytes) {
        String encoding = foreignEncoding(bytes);
        if (encoding != null) {
            return broken(encoding, encoding);
        }
        try {
            JsonNode value = Json.read(bytes);
            return value.isMissingNode()
                    ? broken("line 1, column 1: empty, not even null", "line 1, column 1: empty, not even null")
                    : new StrictJson(value, null);
        } catch (JacksonException e) {
            return broken(Json.describe(e), Json.describeWithoutQuotes(e));
        }
    }

    private static StrictJson broken(String words, String discreet) {
        return new StrictJson(null, ExecutionFinding.quoting(ExecutionFinding.Rule.JSON, "/", words, discreet));
    }

    /** What is wrong, in words; null where it is JSON. */
    @Nullable
    String problem() {
        return finding == null ? null : finding.words();
    }

    /** Jackson would guess these and read on; CXone is sent UTF-8. */
    private static @Nullable String foreignEncoding(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return "line 1, column 1: a byte order mark; save the text as UTF-8 without it";
        }
        boolean marked = begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE);
        boolean zeroes = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
        return marked || zeroes ? "line 1, column 1: UTF-16 or UTF-32; save the text as UTF-8" : null;
    }

    private static boolean begins(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
