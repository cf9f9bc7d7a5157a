package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A schema as a file's content, or as JSON that was in no file; of that there are no bytes. */
final class StoredSchema {

    private final String place;
    private final String remedy;
    private final FileContent content;
    private final @Nullable JsonNode parsed;

    private StoredSchema(String place, String remedy, FileContent content, @Nullable JsonNode parsed) {
        this.place = place;
        this.remedy = remedy;
        this.content = content;
        this.parsed = parsed;
    }

    /**
     * @param file where it is, for messages
     * @param remedy what to do instead where it cannot be read
     */
    static StoredSchema of(String file, FileContent content, String remedy) {
        return new StoredSchema(file, remedy, content, null);
    }

    static StoredSchema of(JsonNode schema) {
        return new StoredSchema("", "", FileContent.of(new byte[0]), schema);
    }

    boolean isSameAs(StoredSchema other) throws RejectedException {
        return parsed == null && other.parsed == null ? content.isSameAs(other.content) : json().equals(other.json());
    }

    JsonNode json() throws RejectedException {
        if (parsed != null) {
            return parsed;
        }
        JsonNode schema = StoredJson.read(place, content, remedy);
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new RejectedException(
                    place + " is not a JSON Schema: it is neither an object nor a boolean. " + remedy);
        }
        return schema;
    }
}
