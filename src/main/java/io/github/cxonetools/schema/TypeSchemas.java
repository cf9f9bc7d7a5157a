package io.github.cxonetools.schema;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types as schemas, on one side of the wire. */
final class TypeSchemas {

    private final Jackson jackson;
    private final Side side;
    private final Warnings warnings;
    private final ConstraintKeywords keywords;
    private final OptionalDefinitions optionals;
    private final ObjectSchemas objects;
    private final List<Definitions> kinds;
    private final Places places = new Places();

    TypeSchemas(Jackson jackson, Side side, AdditionalProperties additionalProperties, Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.warnings = warnings;
        ConstraintReader reader = new ConstraintReader(warnings);
        this.keywords = new ConstraintKeywords(warnings, jackson.blanks());
        EnumNames enums = new EnumNames(jackson, side);
        this.optionals = new OptionalDefinitions(side, this, reader);
        this.objects = new ObjectSchemas(jackson, side, additionalProperties, this, places, reader, warnings);
        this.kinds = List.of(
                new ConvertedDefinitions(warnings),
                new PropertyFormats(side, keywords),
                new ScalarDefinitions(jackson, side),
                enums,
                optionals,
                new ContainerSchemas(jackson, side, this, places, reader, enums),
                objects);
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
        if (optionals.takesNull(use)) {
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

    /** Null on the wire is an empty {@code Optional}, whose missing value a constraint inside it may refuse. */
    boolean forbidsEmpty(TypeUse use) throws BindingException {
        return optionals.forbidsEmpty(use);
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
        ObjectNode schema = plain(use);
        if (PropertyFormats.isWholeNumberAsText(use)) {
            return schema;
        }
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
        for (Definitions kind : kinds) {
            ObjectNode schema = kind.of(use);
            if (schema != null) {
                return schema;
            }
        }
        throw new IllegalStateException("No definition of " + use.type().canonical());
    }
}
