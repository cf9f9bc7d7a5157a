package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code @JsonTypeInfo} reads without a type id: {@code defaultImpl}, or, by {@code requireTypeIdForSubtypes}, the
 * declared class itself.
 *
 * @param type the class that is made; {@code Void} where null is
 * @param takesUnknownIds true where an id that nobody has stands for it, too
 * @param seesId true where the class itself gets the id
 */
record Fallback(Class<?> type, boolean takesUnknownIds, boolean seesId) {

    /** Null where a value without an id is refused. */
    static @Nullable Fallback of(JacksonBean bean, TypeInfo info) throws BindingException {
        Class<?> base = bean.type().raw();
        Class<?> named = info.defaultImpl();
        if (named == Void.class) {
            return new Fallback(named, !info.isByClass(), false);
        }
        if (named != null) {
            // An id may name any class, and only Jackson knows which it takes.
            return base.isAssignableFrom(named) && SubtypesById.canBeMade(bean, named)
                    ? new Fallback(named, !info.isByClass(), info.isVisible())
                    : null;
        }
        return info.needsNoId() && ClassKinds.isConcrete(base) && !info.isDeduction()
                ? new Fallback(base, false, info.isVisible())
                : null;
    }

    /** {@return true if null is read, of whatever kind of value stands there} */
    boolean isNull() {
        return type == Void.class;
    }

    /** {@code schema} where no id that is known stands; null where the place of the id must be filled. */
    @Nullable
    ObjectNode wrap(ObjectNode schema, String inclusion, String property, Set<String> ids) {
        return switch (inclusion) {
            case "WRAPPER_OBJECT" -> takesUnknownIds ? wrapper(schema, ids) : null;
            case "WRAPPER_ARRAY" -> takesUnknownIds ? pair(schema, ids) : null;
            default -> isNull() ? anythingElse(property, ids) : withoutProperty(schema, property, ids);
        };
    }

    /** {@code schema} in an object, under a name that is none of {@code ids}. */
    static ObjectNode wrapper(ObjectNode schema, Set<String> ids) {
        ObjectNode wrapper = ScalarTypes.type("object");
        wrapper.set(Keyword.PROPERTY_NAMES.word(), none(ids));
        wrapper.set(Keyword.ADDITIONAL_PROPERTIES.word(), schema);
        return wrapper.put(Keyword.MIN_PROPERTIES.word(), 1).put(Keyword.MAX_PROPERTIES.word(), 1);
    }

    /** {@code schema} in an array, behind an id that is none of {@code ids}. */
    static ObjectNode pair(ObjectNode schema, Set<String> ids) {
        ObjectNode pair = ScalarTypes.type("array");
        pair.putArray(Keyword.ITEMS.word()).add(text(ids)).add(schema);
        return pair.put(Keyword.MIN_ITEMS.word(), 2).put(Keyword.MAX_ITEMS.word(), 2);
    }

    /** A text that is none of {@code ids}. */
    static ObjectNode text(Set<String> ids) {
        ObjectNode id = ScalarTypes.type("string");
        id.setAll(none(ids));
        return id;
    }

    private static ObjectNode none(Set<String> ids) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        if (!ids.isEmpty()) {
            ids.forEach(none.putObject(Keyword.NOT.word()).putArray(Keyword.ENUM.word())::add);
        }
        return none;
    }

    /** All but null, and but objects with an id that is known. */
    private ObjectNode anythingElse(String property, Set<String> ids) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode excluded = schema.putObject(Keyword.NOT.word()).putArray(Keyword.ANY_OF.word());
        excluded.addObject().put(Keyword.TYPE.word(), "null");
        ObjectNode known = excluded.addObject().put(Keyword.TYPE.word(), "object");
        known.putArray(Keyword.REQUIRED.word()).add(property);
        if (takesUnknownIds) {
            ids.forEach(known.putObject(Keyword.PROPERTIES.word())
                    .putObject(property)
                    .putArray(Keyword.ENUM.word())::add);
        }
        return schema;
    }

    private @Nullable ObjectNode withoutProperty(ObjectNode schema, String property, Set<String> ids) {
        boolean listed = schema.path(Keyword.PROPERTIES.word()).has(property);
        if (listed
                && !seesId
                && schema.path(Keyword.REQUIRED.word()).values().stream()
                        .anyMatch(name -> name.stringValue().equals(property))) {
            return null;
        }
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.putArray(Keyword.REQUIRED.word()).add(property);
        if (takesUnknownIds && (seesId || !listed)) {
            if (!listed) {
                schema.withObjectProperty(Keyword.PROPERTIES.word())
                        .putObject(property)
                        .put(Keyword.TYPE.word(), "string");
            }
            ArrayNode names = known.putObject(Keyword.PROPERTIES.word())
                    .putObject(property)
                    .putArray(Keyword.ENUM.word());
            ids.forEach(names::add);
        }
        Keywords.also(schema, Keyword.NOT.word(), known);
        return schema;
    }
}
