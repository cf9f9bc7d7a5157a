package io.github.cxonetools.schema;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types as schemas, on one side of the wire. */
final class TypeSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> ANYTHING =
            Set.of("java.lang.Object", "com.fasterxml.jackson.databind.JsonNode", "tools.jackson.databind.JsonNode");

    /** Collections that refuse null elements. */
    private static final Set<String> NULL_REFUSING = Set.of(
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.TreeSet",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.EnumSet",
            "java.util.concurrent.ConcurrentSkipListSet");

    private final Jackson jackson;
    private final Side side;
    private final ConstraintReader reader;
    private final ConstraintKeywords keywords;
    private final EnumNames enums;
    private final Deque<Frame> path = new ArrayDeque<>();

    private record Frame(JacksonType type, String name) {}

    TypeSchemas(Jackson jackson, Side side, Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.reader = new ConstraintReader(warnings);
        this.keywords = new ConstraintKeywords(warnings);
        this.enums = new EnumNames(jackson);
    }

    /** The schema of a handler's input or output. The value itself is never null. */
    ObjectNode root(Type type) throws UnsupportedTypeException {
        try {
            JacksonType resolved = jackson.typeOf(type);
            TypeUse use = new TypeUse(resolved, new Constraints(List.of(), true), List.of(), side.word());
            ObjectNode schema = value(use, null);
            Keywords.notNull(schema);
            ObjectNode root = JSON.objectNode().put("$schema", Draft07.ID);
            root.setAll(Keywords.ordered(schema));
            return root;
        } catch (BindingException e) {
            throw new UnsupportedTypeException(
                    "the project's Jackson refuses " + TypeNotation.print(type) + ": " + e.getMessage());
        }
    }

    /** The schema of a value that may also be null. */
    private ObjectNode nullable(TypeUse use, @Nullable JacksonProperty property)
            throws BindingException, UnsupportedTypeException {
        ObjectNode schema = value(use, property);
        boolean takesNull = !use.type().raw().isPrimitive()
                && (!use.constraints().forbidNull() || use.type().isReference());
        if (takesNull) {
            return Keywords.orNull(schema);
        }
        Keywords.notNull(schema);
        return schema;
    }

    private ObjectNode value(TypeUse use, @Nullable JacksonProperty property)
            throws BindingException, UnsupportedTypeException {
        ObjectNode schema = plain(use, property);
        keywords.apply(use.constraints(), schema, use.type().raw(), use.place());
        return schema;
    }

    private ObjectNode plain(TypeUse use, @Nullable JacksonProperty property)
            throws BindingException, UnsupportedTypeException {
        JacksonType type = use.type();
        Class<?> raw = type.raw();
        ObjectNode scalar = ScalarTypes.schema(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw == byte[].class) {
            return ScalarTypes.type("string").put("contentEncoding", "base64").put("pattern", TextPatterns.BASE64);
        }
        if (ANYTHING.contains(raw.getName())) {
            return JSON.objectNode();
        }
        if (raw.isEnum()) {
            return enums.schema(raw, property, use.place());
        }
        if (type.isReference()) {
            return value(use.argument(type.content(), 0, true, reader), property);
        }
        if (type.isArray() || type.isCollection()) {
            return list(use, raw);
        }
        return type.isMap() ? map(use) : object(use);
    }

    private ObjectNode list(TypeUse use, Class<?> raw) throws BindingException, UnsupportedTypeException {
        TypeUse element = inside(use, use.type().content(), 0);
        ObjectNode schema = ScalarTypes.type("array");
        schema.set("items", NULL_REFUSING.contains(raw.getName()) ? value(element, null) : nullable(element, null));
        if (Set.class.isAssignableFrom(raw) && Uniqueness.agrees(element.type().raw())) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    private ObjectNode map(TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = ScalarTypes.type("object");
        Class<?> key = use.type().key().raw();
        if (key != String.class && key != Object.class) {
            schema.set("propertyNames", MapKeys.schema(key, enums, use.place()));
        }
        schema.set("additionalProperties", nullable(inside(use, use.type().content(), 1), null));
        return schema;
    }

    /** An element or a map's value: {@code @Valid} on the container reaches it too. */
    private TypeUse inside(TypeUse use, JacksonType content, int index) {
        TypeUse element = use.argument(content, index, true, reader);
        Constraints constraints = use.constraints().cascades() && !use.place().isEmpty()
                ? element.constraints().and(new Constraints(List.of(), true))
                : element.constraints();
        return new TypeUse(content, constraints, element.annotated(), use.place());
    }

    private ObjectNode object(TypeUse use) throws BindingException, UnsupportedTypeException {
        enter(use);
        try {
            JacksonBean bean = jackson.bean(use.type(), side);
            BeanChecks.check(bean, side, use.place());
            ObjectNode schema = ScalarTypes.type("object");
            ObjectNode properties = schema.putObject("properties");
            for (JacksonProperty property : BeanOrder.sorted(bean)) {
                property(bean, property, use.constraints().cascades(), schema, properties);
            }
            return schema;
        } finally {
            path.pop();
        }
    }

    private void enter(TypeUse use) throws UnsupportedTypeException {
        boolean again = path.stream().anyMatch(frame -> frame.type().equals(use.type()));
        path.push(new Frame(use.type(), use.place()));
        if (again) {
            StringBuilder cycle = new StringBuilder();
            path.descendingIterator().forEachRemaining(frame -> cycle.append(cycle.isEmpty() ? "" : " → ")
                    .append(frame.name()));
            path.pop();
            throw new UnsupportedTypeException("the type contains itself: " + cycle
                    + ". CXone takes no recursive schema. Give one of these fields a type that does not lead back");
        }
    }

    private void property(
            JacksonBean bean, JacksonProperty property, boolean checked, ObjectNode schema, ObjectNode properties)
            throws BindingException, UnsupportedTypeException {
        Class<?> owner = bean.type().raw();
        String place = ClassNames.simple(owner) + "." + property.memberName();
        Members members = Members.of(owner, property);
        Constraints constraints = checked ? members.constraints(reader, place) : Constraints.NONE;
        TypeUse use = new TypeUse(property.type(), constraints, checked ? members.types() : List.of(), place);
        ObjectNode described = nullable(use, property);
        PropertyNotes.add(described, property);
        properties.set(property.name(), described);
        if (isRequired(property, constraints)) {
            schema.withArray("required").add(property.name());
        }
    }

    private boolean isRequired(JacksonProperty property, Constraints constraints) throws BindingException {
        boolean asked = property.isRequired() || constraints.forbidNull();
        if (side == Side.OUTPUT) {
            return asked && !Inclusion.mayOmit(property);
        }
        return asked
                || property.type().raw().isPrimitive()
                        && property.isCreator()
                        && jackson.generation() == Jackson.Generation.JACKSON_3;
    }
}
