package io.github.cxonetools.tenant.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request, with the checks that every endpoint makes of what it reads. */
public final class Request {

    private static final long DRAINED = 256L << 20;

    private final HttpExchange exchange;
    private final int maxBytes;
    private final PayloadMemory memory;
    private long taken;

    Request(HttpExchange exchange, int maxBytes, PayloadMemory memory) {
        this.exchange = exchange;
        this.maxBytes = maxBytes;
        this.memory = memory;
    }

    /** Gives the memory of the body back. */
    void forget() {
        memory.give(taken);
        taken = 0;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** The decoded segments of the path; none for the root. */
    public List<String> path() {
        String path = exchange.getRequestURI().getPath();
        return path == null || path.length() < 2
                ? List.of()
                : List.of(path.substring(1).split("/", -1));
    }

    @Nullable
    public String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** The media type of the body in lower case, without parameters; empty where none is given. */
    public String mediaType() {
        String type = header("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The parameters of the query; repeating one is an error. */
    public Map<String, String> query() throws Problem {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? Map.of() : fields(query);
    }

    /** The fields of a form body; repeating one is an error (RFC 6749 section 3.2). */
    public Map<String, String> form() throws Problem {
        return fields(new String(body(), StandardCharsets.UTF_8));
    }

    /** The body's JSON object. */
    public ObjectNode json() throws Problem {
        try {
            JsonNode value = Json.read(body());
            if (value instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Problem.invalid("body", "is not JSON: " + Json.describe(e));
        }
        throw Problem.invalid("body", "must be a JSON object");
    }

    /** The body as it came, unless it is larger than the server accepts. */
    public byte[] body() throws Problem {
        try (InputStream in = exchange.getRequestBody()) {
            takeMemory(in);
            byte[] body = in.readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                drain(in);
                throw new Problem(413, "payload_too_large", "The body is larger than " + maxBytes + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw Problem.invalid("body", "ended before it was complete");
        }
    }

    /** What the request says that it sends; as much as is accepted where it does not say. */
    private void takeMemory(InputStream in) throws IOException, Problem {
        String length = header("Content-Length");
        boolean says = length != null && length.matches("[0-9]{1,9}");
        long size = says ? Math.min(Long.parseLong(length), maxBytes + 1L) : maxBytes + 1L;
        if (!memory.take(size)) {
            drain(in);
            throw new Problem(
                    503,
                    "busy",
                    "Too many large payloads are under way. Try again, with fewer at once or smaller ones");
        }
        taken += size;
    }

    /** A client that is still sending reads the answer only once it is rid of its body. */
    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long drained = 0;
        int read = in.read(buffer); // Not skip: the JDK's stream would skip beyond the body and wait for ever.
        while (read >= 0 && drained < DRAINED) {
            drained += read;
            read = in.read(buffer);
        }
    }

    private static Map<String, String> fields(String encoded) throws Problem {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]);
            if (fields.put(name, parts.length == 1 ? "" : decode(parts[1])) != null) {
                throw Problem.invalid(name, "is given twice");
            }
        }
        return fields;
    }

    private static String decode(String encoded) throws Problem {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "bad_request", "A parameter is not percent-encoded correctly");
        }
    }
}
