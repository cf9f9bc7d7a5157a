package io.github.cxonetools.schema;

import java.lang.reflect.Type;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types as schemas, on one side of the wire. */
final class TypeSchemas {

    private static final Set<String> ANYTHING = Set.of(
            "java.lang.Object",
            "java.io.Serializable",
            "com.fasterxml.jackson.databind.JsonNode",
            "tools.jackson.databind.JsonNode",
            "com.fasterxml.jackson.core.TreeNode");

    /** What only code of the JDK's can read, by its tables, its class path, its network or a grammar of its own. */
    private static final Set<String> WRITTEN_AS_TEXT = Set.of(
            "java.lang.Class",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.net.InetAddress",
            "java.net.InetSocketAddress",
            "java.net.URL",
            "java.nio.charset.Charset",
            "java.nio.file.Path",
            "java.time.ZoneId",
            "java.util.Currency",
            "java.util.regex.Pattern");

    private final Jackson jackson;
    private final Side side;
    private final Warnings warnings;
    private final ConstraintReader reader;
    private final ConstraintKeywords keywords;
    private final EnumNames enums;
    private final ContainerSchemas containers;
    private final ObjectSchemas objects;
    private final Places places = new Places();

    TypeSchemas(Jackson jackson, Side side, AdditionalProperties additionalProperties, Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.warnings = warnings;
        this.reader = new ConstraintReader(warnings);
        this.keywords = new ConstraintKeywords(warnings, jackson.blanks());
        this.enums = new EnumNames(jackson, side);
        this.containers = new ContainerSchemas(jackson, side, this, places, reader, enums);
        this.objects = new ObjectSchemas(jackson, side, additionalProperties, this, places, reader, warnings);
    }

    /** The schema of a handler's input or output. The value itself is never null. */
    ObjectNode root(Type type) throws UnsupportedTypeException {
        try {
            TypeUse use = new TypeUse(jackson.typeOf(type), new Constraints(List.of(), true), side.word());
            ObjectNode schema = value(use);
            Keywords.notNull(schema);
            ObjectNode root = JsonNodeFactory.instance.objectNode().put("$schema", Draft07.ID);
            root.setAll(Keywords.ordered(schema));
            return root;
        } catch (BindingException e) {
            throw new UnsupportedTypeException(
                    "the project's Jackson refuses " + TypeNotation.print(type) + ": " + e.getMessage(), e);
        }
    }

    /** The schema of a value that may also be null, unless a constraint or its type forbids it. */
    ObjectNode nullable(TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = value(use);
        if (takesNull(use)) {
            return Keywords.orNull(schema);
        }
        Keywords.notNull(schema);
        return schema;
    }

    /** The schema of a value that is never null, whatever its type. */
    ObjectNode present(TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = value(use);
        Keywords.notNull(schema);
        return schema;
    }

    Side side() {
        return side;
    }

    /** The type of a name. */
    JacksonType text() throws BindingException {
        return jackson.typeOf(String.class);
    }

    private boolean takesNull(TypeUse use) throws BindingException {
        boolean allowed = !use.constraints().forbidNull();
        String name = use.type().raw().getName();
        if (name.startsWith("java.util.Optional") && use.type().raw() != Optional.class) {
            return allowed
                    || side == Side.OUTPUT; // The validator looks inside, so it takes null, which is read as empty.
        }
        if (!use.type().isReference()) {
            return allowed && !use.type().raw().isPrimitive();
        }
        return !forbidsEmpty(use) || allowed && side == Side.OUTPUT;
    }

    /** Null on the wire is an empty {@code Optional}, whose missing value a constraint inside it may refuse. */
    boolean forbidsEmpty(TypeUse use) throws BindingException {
        return use.type().isReference()
                && use.argument(use.type().content(), 0, reader).constraints().forbidNull();
    }

    /** The schemas of a value whose type id stands beside it, by that id. */
    Map<String, ObjectNode> byId(TypeUse use) throws BindingException, UnsupportedTypeException {
        return objects.byId(use);
    }

    /** Says what the validator checks of such a value, whatever its id. */
    void constrain(ObjectNode schema, TypeUse use) throws BindingException, UnsupportedTypeException {
        keywords.apply(use.constraints(), schema, use.type().raw(), use.place());
    }

    /** The schema of a value that is not null. */
    ObjectNode value(TypeUse use) throws BindingException, UnsupportedTypeException {
        places.enter(use);
        try {
            return entered(use);
        } finally {
            places.leave();
        }
    }

    private ObjectNode entered(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        JacksonProperty property = use.property();
        if (property != null && PropertyFormats.isWholeNumberAsText(raw, property)) {
            ObjectNode number = ScalarTypes.required(raw);
            keywords.apply(use.constraints(), number, raw, use.place());
            return ScalarTypes.type("string").put("pattern", IntegerPatterns.of(number));
        }
        ObjectNode schema = plain(use);
        if (side == Side.INPUT && Keywords.hasWholeNumbers(schema) && !ScalarTypes.isWhole(raw)) {
            warnings.oneOrOnePointZero(use.place());
        }
        keywords.apply(use.constraints(), schema, raw, use.place());
        if (side == Side.OUTPUT && use.type().isMap() && property != null && Inclusion.mayOmitContent(property)) {
            schema.remove("minProperties");
        }
        return ElementFeatures.of(property).applied(schema, side);
    }

    private ObjectNode plain(TypeUse use) throws BindingException, UnsupportedTypeException {
        JacksonType type = use.type();
        Class<?> raw = type.raw();
        JacksonProperty property = use.property();
        if (property != null && property.isConverted()) {
            warnings.cannotSay(use.place(), "what a converter of the project does", "it is code");
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode formatted = PropertyFormats.schema(raw, property, side, use.place());
        if (formatted != null) {
            return formatted;
        }
        ObjectNode scalar = scalar(raw);
        boolean typed = raw == Object.class && property != null && property.annotation("JsonTypeInfo") != null;
        if (scalar != null && !typed) {
            return scalar;
        }
        if (raw.isEnum()) {
            return enums.schema(raw, property, use.place());
        }
        if (type.isReference()) {
            return value(use.inside(type.content(), 0, reader));
        }
        if (type.isArray() || type.isCollection()) {
            return containers.list(use);
        }
        return type.isMap() ? containers.map(use) : objects.schema(use);
    }

    private @Nullable ObjectNode scalar(Class<?> raw) throws BindingException {
        if (raw == Year.class) {
            return ScalarTypes.year(jackson);
        }
        if (raw == byte[].class) {
            return ScalarTypes.base64();
        }
        if (raw == char[].class) {
            return ScalarTypes.type("string");
        }
        if (side == Side.OUTPUT && WRITTEN_AS_TEXT.contains(raw.getName())) {
            return ScalarTypes.type("string");
        }
        return ANYTHING.contains(raw.getName()) ? JsonNodeFactory.instance.objectNode() : ScalarTypes.schema(raw);
    }
}
