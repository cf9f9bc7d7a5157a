package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.NullHandling;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.EnumNames;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.scalar.Uniqueness;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arrays, collections and maps as schemas. */
final class ContainerSchemas implements Definitions {

    /** Containers of the JDK that refuse null inside. Of those for threads only these take it. */
    private static final Set<String> NULL_REFUSING = Set.of(
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.TreeSet",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.EnumSet",
            "java.util.Hashtable",
            "java.util.Properties");

    private static final Set<String> NULL_TAKING =
            Set.of("java.util.concurrent.CopyOnWriteArrayList", "java.util.concurrent.CopyOnWriteArraySet");

    private static final String GUAVA = "com.google.common.collect.";

    /** A row, a column and what stands there. */
    private static final int CELL = 3;

    private static final Set<String> MAY_HOLD_NULL = Set.of("Table", "ArrayTable");

    private static final Set<Class<?>> COMMON =
            Set.of(Collection.class, Iterable.class, List.class, Set.class, Map.class);

    private final Jackson jackson;
    private final Side side;
    private final NestedSchemas nested;
    private final Places places;
    private final ConstraintReader reader;
    private final EnumNames enums;
    private final ConvertedDefinitions converted;
    private final Warnings warnings;

    ContainerSchemas(
            Jackson jackson,
            Side side,
            NestedSchemas nested,
            Places places,
            ConstraintReader reader,
            EnumNames enums,
            ConvertedDefinitions converted,
            Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.nested = nested;
        this.places = places;
        this.reader = reader;
        this.enums = enums;
        this.converted = converted;
        this.warnings = warnings;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        JacksonType type = use.type();
        if (type.isArray() || type.isCollection()) {
            return list(use);
        }
        if (!type.isMap()) {
            return null;
        }
        return isTable(type) ? table(use, type.arguments()) : map(use);
    }

    /** What Guava's module takes for a map of maps; it names no class of these. */
    private static boolean isTable(JacksonType type) throws BindingException {
        String name = type.raw().getName();
        return name.startsWith(GUAVA)
                && name.endsWith("Table")
                && type.arguments().size() == CELL;
    }

    /** Rows, by their keys, of values by their columns. Of Guava's only one takes null, which Jackson cannot make. */
    private ObjectNode table(TypeUse use, List<JacksonType> types) throws BindingException, UnsupportedTypeException {
        places.checkNoCircle(use);
        checkCanBeMade(use, "{}");
        TypeUse cell = use.inside(types.get(2), 2, reader);
        boolean mayBeNull =
                side == Side.OUTPUT && MAY_HOLD_NULL.contains(use.type().raw().getSimpleName());
        ObjectNode held = mayBeNull ? nested.nullable(cell) : nested.present(NullHandling.forbidding(cell));
        return byKey(use.argument(types.get(0), 0, reader), byKey(use.argument(types.get(1), 1, reader), held));
    }

    private ObjectNode byKey(TypeUse key, ObjectNode held) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = ScalarTypes.type("object");
        ObjectNode ofCode = converted.ofKey(key);
        ObjectNode names = ofCode == null ? MapKeys.schema(key, nested, enums) : ofCode;
        if (!names.isEmpty()) {
            schema.set(Keyword.PROPERTY_NAMES.word(), names);
        }
        schema.set(Keyword.ADDITIONAL_PROPERTIES.word(), held);
        return schema;
    }

    /** {@code @JsonFormat(shape = OBJECT)} of a class that is a list or a map, too. */
    private void checkShape(TypeUse use) throws UnsupportedTypeException, BindingException {
        Class<?> raw = use.type().raw();
        boolean ofProject = !raw.isArray() && !raw.getName().startsWith("java.");
        JsonFormat format = ofProject ? JsonFormat.of(jackson.bean(use.type(), side)) : JsonFormat.NONE;
        if (format.isObject()) {
            throw new UnsupportedTypeException(
                    use.place(),
                    ClassNames.simple(raw) + " has @JsonFormat(shape = "
                            + format.shape()
                            + ") and holds elements, for which an object has no place. "
                            + "Use a field in place of a superclass");
        }
    }

    /** What has no constructor without parameters can be made of the JDK's by name, and of others with a module only. */
    private void checkCanBeMade(TypeUse use, String empty) throws UnsupportedTypeException, BindingException {
        Class<?> raw = use.type().raw();
        boolean known = side == Side.OUTPUT || raw.isArray() || COMMON.contains(raw);
        if (!known && !ClassKinds.hasDefaultConstructor(raw) && !jackson.reads(empty, use.type())) {
            LibraryTypes.check(use, jackson);
            throw new UnsupportedTypeException(
                    use.place(),
                    "Jackson cannot make a " + ClassNames.simple(raw) + " of " + empty + ". Use "
                            + (empty.equals("[]") ? "java.util.List" : "java.util.Map"));
        }
    }

    private ObjectNode list(TypeUse use) throws BindingException, UnsupportedTypeException {
        places.checkNoCircle(use);
        checkShape(use);
        checkCanBeMade(use, "[]");
        Class<?> raw = use.type().raw();
        TypeUse element = use.inside(use.type().content(), 0, reader);
        if (raw.isArray() && raw.getComponentType().isPrimitive()) {
            // No @JsonFormat of a property reaches them.
            element = new TypeUse(element.type(), element.constraints(), element.annotated(), use.place(), null);
        }
        ObjectNode schema = ScalarTypes.type("array");
        schema.set(Keyword.ITEMS.word(), content(use, element));
        JsonNode items = schema.path(Keyword.ITEMS.word());
        boolean agrees = Uniqueness.agrees(element.type().raw())
                && isUnambiguous(items)
                && !Uniqueness.hasSynonyms(element.type().raw(), items);
        if (Set.class.isAssignableFrom(raw) && agrees) {
            schema.put(Keyword.UNIQUE_ITEMS.word(), true);
        } else if (Set.class.isAssignableFrom(raw)) {
            checkSize(use, "elements");
        }
        return schema;
    }

    /** Where a number may come as text, 5 and "5" are two in JSON. */
    private static boolean isUnambiguous(JsonNode items) {
        return !(Keywords.has(items.path(Keyword.TYPE.word()), "integer")
                && Keywords.has(items.path(Keyword.TYPE.word()), "string"));
    }

    private ObjectNode map(TypeUse use) throws BindingException, UnsupportedTypeException {
        places.checkNoCircle(use);
        checkShape(use);
        checkCanBeMade(use, "{}");
        Class<?> raw = use.type().raw();
        TypeUse key = use.argument(use.type().key(), 0, reader);
        ObjectNode held = content(use, use.inside(use.type().content(), 1, reader));
        ObjectNode schema = byKey(key, isMultimap(raw) ? lists(held) : held);
        if (!Uniqueness.agreesAsKey(key.type().raw())
                || Uniqueness.hasSynonyms(key.type().raw(), schema.path(Keyword.PROPERTY_NAMES.word()))) {
            checkSize(use, "keys");
        }
        if (side == Side.INPUT
                && raw.getName().startsWith(GUAVA)
                && raw.getSimpleName().endsWith("BiMap")) {
            warnings.cannotSay(use.place(), "that no value comes twice", "draft-07 compares the items of lists alone");
        }
        return schema;
    }

    /** Guava's maps that have several values of a key: like maps to Jackson, with lists of what their type names. */
    private static boolean isMultimap(Class<?> raw) {
        return !Map.class.isAssignableFrom(raw)
                && raw.getName().startsWith(GUAVA)
                && raw.getSimpleName().endsWith("Multimap");
    }

    private static ObjectNode lists(ObjectNode held) {
        ObjectNode list = ScalarTypes.type("array");
        list.set(Keyword.ITEMS.word(), held);
        return list;
    }

    /** Two that differ on the wire may be one in Java, and then there are fewer than the schema has counted. */
    private void checkSize(TypeUse use, String what) throws UnsupportedTypeException {
        boolean counted = use.constraints().list().stream()
                .anyMatch(constraint -> constraint.name().equals("Size") && constraint.number("min") > 1);
        if (side == Side.INPUT && counted) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@Size(min) counts " + what
                            + " that Java may take for equal where JSON does not, so no schema can count them. Use a List, "
                            + what + " that are texts, whole numbers or enums, or a min of 1");
        }
    }

    private ObjectNode content(TypeUse container, TypeUse element) throws BindingException, UnsupportedTypeException {
        boolean takesNull = !refusesNull(container.type().raw(), element.type().raw()) || isLeftOut(container);
        if (takesNull && !NullHandling.forbidsInside(container, side)) {
            return nested.nullable(element);
        }
        // Jackson 2 leaves null out of an EnumSet; elsewhere, what an unknown constant becomes is refused as null is.
        boolean leftOut = jackson.generation() == Generation.JACKSON_2
                && isEnumSet(container.type().raw());
        ObjectNode schema = nested.value(leftOut ? element : NullHandling.forbidding(element));
        Keywords.notNull(schema);
        return schema;
    }

    /** Guava's module leaves null out of immutable maps. */
    private boolean isLeftOut(TypeUse container) throws BindingException {
        String name = container.type().raw().getName();
        return side == Side.INPUT
                && container.type().isMap()
                && Map.class.isAssignableFrom(container.type().raw())
                && name.startsWith(GUAVA + "Immutable")
                && !NullHandling.isCounted(container.constraints());
    }

    /** Guava's immutable containers, those with an order of their own, and some that refuse null for another reason. */
    private static boolean isNullRefusing(String simpleName) {
        return simpleName.startsWith("Immutable")
                || simpleName.contains("Sorted")
                || simpleName.startsWith("Tree")
                || Set.of("ConcurrentHashMultiset", "EvictingQueue", "MinMaxPriorityQueue")
                        .contains(simpleName);
    }

    private static boolean isEnumSet(Class<?> container) {
        return container.getName().equals("java.util.EnumSet");
    }

    private boolean refusesNull(Class<?> container, Class<?> element) {
        boolean becomesEnumSet = side == Side.INPUT
                && jackson.generation() == Generation.JACKSON_3
                && container == Set.class
                && element.isEnum();
        String name = container.getName();
        return becomesEnumSet
                || name.startsWith(GUAVA) && isNullRefusing(name.substring(GUAVA.length()))
                || NULL_REFUSING.contains(name)
                || name.startsWith("java.util.concurrent.") && !NULL_TAKING.contains(name);
    }
}
