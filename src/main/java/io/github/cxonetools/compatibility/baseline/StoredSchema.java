package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A schema as a file's bytes, or as JSON that was in no file; of that there are no bytes. */
final class StoredSchema {

    private final String place;
    private final String remedy;
    private final byte[] bytes;
    private final @Nullable JsonNode parsed;

    private StoredSchema(String place, String remedy, byte[] bytes, @Nullable JsonNode parsed) {
        this.place = place;
        this.remedy = remedy;
        this.bytes = bytes;
        this.parsed = parsed;
    }

    /**
     * @param file where it is, for messages
     * @param remedy what to do instead where it cannot be read
     */
    static StoredSchema of(String file, byte[] bytes, String remedy) {
        return new StoredSchema(file, remedy, bytes, null);
    }

    static StoredSchema of(JsonNode schema) {
        return new StoredSchema("", "", new byte[0], schema);
    }

    boolean isSameAs(StoredSchema other) throws RejectedException {
        return parsed == null && other.parsed == null ? Arrays.equals(bytes, other.bytes) : json().equals(other.json());
    }

    JsonNode json() throws RejectedException {
        if (parsed != null) {
            return parsed;
        }
        JsonNode schema = StoredJson.read(place, bytes, remedy);
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new RejectedException(
                    place + " is not a JSON Schema: it is neither an object nor a boolean. " + remedy);
        }
        return schema;
    }
}
