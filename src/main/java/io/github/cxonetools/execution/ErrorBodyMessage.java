package io.github.cxonetools.execution;

import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.util.List;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a handler says in the JSON body of an error: {@code message}, or {@code detail} as RFC 9457 has it. */
final class ErrorBodyMessage {

    private static final int MAX_BYTES = 64 << 10;

    private static final int MAX_LENGTH = 1000;

    private static final List<String> MEMBERS = List.of("message", "detail", "error_description", "error", "title");

    private ErrorBodyMessage() {}

    /** The handler's words; null where the body cannot be read, is not a JSON object, or has none. */
    static @Nullable String of(@Nullable ResponseBody body) {
        if (body == null) {
            return null;
        }
        try {
            BufferedSource source = body.source();
            source.request(MAX_BYTES);
            Buffer read = source.getBuffer();
            return words(Json.read(read.readByteArray(Math.min(read.size(), MAX_BYTES))));
        } catch (IOException | JacksonException e) {
            return null; // The status has come, and says more than why the rest has not.
        }
    }

    private static @Nullable String words(JsonNode body) {
        for (String member : MEMBERS) {
            JsonNode value = body.path(member);
            JsonNode text = value.isObject() ? value.path("message") : value;
            if (text.isString() && !text.stringValue().isBlank()) {
                String words = text.stringValue().strip();
                return words.length() <= MAX_LENGTH ? words : words.substring(0, MAX_LENGTH) + " …";
            }
        }
        return null;
    }
}
