package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code @JsonTypeInfo} reads without a type id: {@code defaultImpl}, or, by {@code requireTypeIdForSubtypes}, the
 * declared class itself.
 *
 * @param type the class that is made
 * @param takesUnknownIds true where an id that nobody has stands for it, too
 * @param seesId true where the class itself gets the id
 */
record Fallback(Class<?> type, boolean takesUnknownIds, boolean seesId) {

    /** Null where a value without an id is refused. */
    static @Nullable Fallback of(JacksonBean bean, Map<String, Object> info, String use) throws BindingException {
        Class<?> base = bean.type().raw();
        boolean visible = Boolean.TRUE.equals(info.get("visible"));
        if (info.get("defaultImpl") instanceof Class<?> named
                && !named.getName().equals(Jackson.ANNOTATIONS + "JsonTypeInfo")) {
            // An id may name any class, and only Jackson knows which it takes.
            return base.isAssignableFrom(named) && ClassKinds.isConcrete(named)
                    ? new Fallback(named, !use.endsWith("CLASS"), visible)
                    : null;
        }
        boolean optional = "FALSE".equals(String.valueOf(info.get("requireTypeIdForSubtypes")));
        return optional && ClassKinds.isConcrete(base) && !use.equals("DEDUCTION")
                ? new Fallback(base, false, visible)
                : null;
    }

    /** {@code schema} where no id that is known stands; null where the place of the id must be filled. */
    @Nullable
    ObjectNode wrap(ObjectNode schema, String inclusion, String property, Set<String> ids) {
        return switch (inclusion) {
            case "WRAPPER_OBJECT" -> takesUnknownIds ? wrapper(schema, ids) : null;
            case "WRAPPER_ARRAY" -> takesUnknownIds ? pair(schema, ids) : null;
            default -> withoutProperty(schema, property, ids);
        };
    }

    private static ObjectNode wrapper(ObjectNode schema, Set<String> ids) {
        ObjectNode wrapper = ScalarTypes.type("object");
        wrapper.set("propertyNames", none(ids));
        wrapper.set("additionalProperties", schema);
        return wrapper.put("minProperties", 1).put("maxProperties", 1);
    }

    private static ObjectNode pair(ObjectNode schema, Set<String> ids) {
        ObjectNode pair = ScalarTypes.type("array");
        ObjectNode id = ScalarTypes.type("string");
        id.setAll(none(ids));
        pair.putArray("items").add(id).add(schema);
        return pair.put("minItems", 2).put("maxItems", 2);
    }

    private static ObjectNode none(Set<String> ids) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        ids.forEach(none.putObject("not").putArray("enum")::add);
        return none;
    }

    private @Nullable ObjectNode withoutProperty(ObjectNode schema, String property, Set<String> ids) {
        boolean listed = schema.path("properties").has(property);
        if (listed
                && !seesId
                && schema.path("required").values().stream()
                        .anyMatch(name -> name.stringValue().equals(property))) {
            return null;
        }
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.putArray("required").add(property);
        if (takesUnknownIds && (seesId || !listed)) {
            if (!listed) {
                schema.withObject("/properties").putObject(property).put("type", "string");
            }
            ArrayNode names = known.putObject("properties").putObject(property).putArray("enum");
            ids.forEach(names::add);
        }
        Keywords.also(schema, "not", known);
        return schema;
    }
}
