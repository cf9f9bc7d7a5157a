package io.github.cxonetools.schema;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Arrays, collections and maps as schemas. */
final class ContainerSchemas {

    /** Containers that refuse null inside. */
    private static final Set<String> NULL_REFUSING = Set.of(
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.TreeSet",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.EnumSet",
            "java.util.Hashtable",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListSet");

    private final Jackson jackson;
    private final Side side;
    private final TypeSchemas types;
    private final ConstraintReader reader;
    private final EnumNames enums;

    ContainerSchemas(Jackson jackson, Side side, TypeSchemas types, ConstraintReader reader, EnumNames enums) {
        this.jackson = jackson;
        this.side = side;
        this.types = types;
        this.reader = reader;
        this.enums = enums;
    }

    ObjectNode list(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        TypeUse element = use.inside(use.type().content(), 0, reader);
        ObjectNode schema = ScalarTypes.type("array");
        schema.set("items", content(use, element));
        if (Set.class.isAssignableFrom(raw) && Uniqueness.agrees(element.type().raw())) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    ObjectNode map(TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = ScalarTypes.type("object");
        TypeUse key = use.argument(use.type().key(), 0, reader);
        ObjectNode names = MapKeys.schema(key, types, enums);
        if (!names.isEmpty()) {
            schema.set("propertyNames", names);
        }
        schema.set("additionalProperties", content(use, use.inside(use.type().content(), 1, reader)));
        return schema;
    }

    private ObjectNode content(TypeUse container, TypeUse element) throws BindingException, UnsupportedTypeException {
        if (!refusesNull(container.type().raw(), element.type().raw())) {
            return types.nullable(element);
        }
        ObjectNode schema = types.value(element);
        Keywords.notNull(schema);
        return schema;
    }

    private boolean refusesNull(Class<?> container, Class<?> element) {
        boolean becomesEnumSet = side == Side.INPUT
                && jackson.generation() == Jackson.Generation.JACKSON_3
                && container == Set.class
                && element.isEnum();
        return becomesEnumSet || NULL_REFUSING.contains(container.getName());
    }
}
