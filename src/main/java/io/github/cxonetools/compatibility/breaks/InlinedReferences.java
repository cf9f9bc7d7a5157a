package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.draft07.Keyword;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tenant's schema with what it refers to in place, so that what breaks there is told where it stands. A schema that refers
 * to itself, to others or to nothing, that has names for its parts, or that would become too large, is left as it is.
 */
public final class InlinedReferences {

    /** Objects in the schema that is made. */
    private static final int MOST = 20_000;

    private final JsonNode root;
    private final Deque<String> within = new ArrayDeque<>();
    private int objects;

    /** A reference that cannot be replaced by what it leads to. */
    private static final class NotInlinedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotInlinedException() {
            super(null, null, false, false);
        }
    }

    private InlinedReferences(JsonNode root) {
        this.root = root;
    }

    /** A schema that says the same without {@code $ref}; {@code schema} itself where it has none, or that cannot be. */
    public static JsonNode in(JsonNode schema) {
        if (!mentionsReference(schema)) {
            return schema;
        }
        try {
            return new InlinedReferences(schema).schema(schema);
        } catch (NotInlinedException | StackOverflowError e) {
            return schema;
        }
    }

    /** As a name or as a text, wherever in the schema. */
    static boolean mentionsReference(JsonNode tree) {
        if (!tree.isContainer()) {
            return tree.isString() && tree.stringValue().equals(Keyword.REF.word());
        }
        if (tree.has(Keyword.REF.word())) {
            return true;
        }
        for (JsonNode child : tree) {
            if (mentionsReference(child)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode schema(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        objects++;
        if (objects > MOST || schema != root && schema.has(Keyword.ID.word())) {
            throw new NotInlinedException();
        }
        JsonNode reference = schema.get(Keyword.REF.word());
        return reference == null ? copy(schema) : target(reference);
    }

    private ObjectNode copy(JsonNode schema) {
        ObjectNode copy = Json.object();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (!member.getKey().equals(Keyword.DEFINITIONS.word())) {
                copy.set(member.getKey(), value(Keyword.valueUnder(member.getKey()), member.getValue()));
            }
        }
        return copy;
    }

    private JsonNode value(Keyword.@Nullable ValueKind kind, JsonNode value) {
        if (kind == null || !kind.isByName() && !kind.isSchemas()) {
            return value;
        }
        if (kind.isByName() && value.isObject()) {
            ObjectNode named = Json.object();
            value.properties().forEach(member -> named.set(member.getKey(), schema(member.getValue())));
            return named;
        }
        if (value.isArray()) {
            ArrayNode list = Json.array();
            value.forEach(each -> list.add(schema(each)));
            return list;
        }
        return schema(value);
    }

    /** What stands beside a reference does not count. */
    private JsonNode target(JsonNode reference) {
        String pointer = reference.stringValue("");
        if (within.contains(pointer)) {
            throw new NotInlinedException();
        }
        JsonNode target = find(pointer).orElseThrow(NotInlinedException::new);
        within.push(pointer);
        JsonNode inlined = schema(target);
        within.pop();
        return inlined;
    }

    private Optional<JsonNode> find(String pointer) {
        if (!pointer.startsWith("#/")) {
            return Optional.empty();
        }
        JsonNode at = root;
        for (String segment : pointer.substring(2).split("/", -1)) {
            String name;
            try {
                name = JsonPointers.unescaped(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
            at = at.isArray() && name.matches("0|[1-9][0-9]{0,8}") ? at.path(Integer.parseInt(name)) : at.path(name);
            if (at.isObject() && at.has(Keyword.ID.word())) {
                return Optional.empty();
            }
        }
        return at.isMissingNode() ? Optional.empty() : Optional.of(at);
    }
}
