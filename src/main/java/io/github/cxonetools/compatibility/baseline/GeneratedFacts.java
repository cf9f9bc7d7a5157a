package io.github.cxonetools.compatibility.baseline;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An {@code action.json} letter by letter as {@code generate} writes it, read without a parser: a check reads two for each action, and
 * of most actions nothing else needs one.
 */
final class GeneratedFacts {

    private static final int MOST_DIGITS = 9;

    private final String json;
    private int at;

    private GeneratedFacts(String json) {
        this.json = json;
    }

    /**
     * Null where it is written in another way, or has what a parser must look at: escapes, characters beyond ASCII.
     *
     * @param format the only one that is read
     */
    static @Nullable ContractFacts read(byte[] bytes, int format) {
        return new GeneratedFacts(new String(bytes, StandardCharsets.ISO_8859_1)).facts(format);
    }

    private @Nullable ContractFacts facts(int format) {
        String name = skip("{\n  \"format\": " + format + ",\n  \"name\": ") ? text() : null;
        String version = name != null && skip(",\n  \"version\": ") ? text() : null;
        if (name == null || version == null || !skip(",\n")) {
            return null;
        }
        String description = null;
        if (skip("  \"description\": ")) {
            description = text();
            if (description == null || !skip(",\n")) {
                return null;
            }
        }
        int timeoutMs = skip("  \"timeoutMs\": ") ? number() : -1;
        return timeoutMs >= 0 && skip("\n}\n") && at == json.length()
                ? new ContractFacts(name, version, description, timeoutMs, false)
                : null;
    }

    private boolean skip(String expected) {
        if (!json.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    private @Nullable String text() {
        int begin = at + 1;
        int end = json.indexOf('"', begin);
        if (!skip("\"") || end < 0) {
            return null;
        }
        for (int i = begin; i < end; i++) {
            char c = json.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return null;
            }
        }
        at = end + 1;
        return json.substring(begin, end);
    }

    /** -1 where there is none, or none that JSON allows. */
    private int number() {
        int begin = at;
        while (at < json.length() && at - begin < MOST_DIGITS && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
            at++;
        }
        boolean isNumber = at > begin && (json.charAt(begin) != '0' || at == begin + 1);
        return isNumber ? Integer.parseInt(json.substring(begin, at)) : -1;
    }
}
