package io.github.cxonetools.execution;

import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a handler says in the JSON body of an error.
 *
 * @param message {@code message}, or {@code detail} as RFC 9457 has it; null where there is none
 * @param stack the stack of its exception as a JVM prints it, where it shows one: this plugin's handlers, Spring Boot's
 *     {@code trace}, Quarkus' {@code stack}; null where it does not
 */
record HandlerError(@Nullable String message, @Nullable String stack) {

    private static final int MAX_BYTES = 256 << 10;

    private static final int MAX_MESSAGE = 1000;

    private static final int MAX_STACK = 1 << 16;

    private static final List<String> MESSAGES = List.of("message", "detail", "error_description", "error", "title");

    private static final List<String> STACKS = List.of("stack", "trace", "stackTrace", "stack_trace", "stacktrace");

    private static final Pattern FRAME = Pattern.compile("\\R\\s+at \\S+\\(");

    private static final HandlerError SILENT = new HandlerError(null, null);

    /** What the body says; nothing where it cannot be read or is not a JSON object. */
    static HandlerError of(@Nullable ResponseBody body) {
        if (body == null) {
            return SILENT;
        }
        try {
            BufferedSource source = body.source();
            source.request(MAX_BYTES);
            Buffer read = source.getBuffer();
            JsonNode json = Json.read(read.readByteArray(Math.min(read.size(), MAX_BYTES)));
            return new HandlerError(message(json), stack(json));
        } catch (IOException | JacksonException e) {
            return SILENT; // The status has come, and says more than why the rest has not.
        }
    }

    private static @Nullable String message(JsonNode body) {
        for (String member : MESSAGES) {
            JsonNode value = body.path(member);
            JsonNode text = value.isObject() ? value.path("message") : value;
            if (text.isString() && !text.stringValue().isBlank()) {
                return cut(text.stringValue().strip(), MAX_MESSAGE);
            }
        }
        return null;
    }

    private static @Nullable String stack(JsonNode body) {
        for (String member : STACKS) {
            String text = body.path(member).asString("");
            if (FRAME.matcher(text).find()) {
                return cut(text.strip(), MAX_STACK);
            }
        }
        return null;
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit) + " …";
    }
}
