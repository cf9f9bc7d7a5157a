package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.TypeNotation;
import io.github.cxonetools.schema.constraint.ConstraintKeywords;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.NotBlankSemantics;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.source.SourceComments;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * victools' generator, with this project's definition of each kind of type: the schema of one handler's input or output, held
 * to its limits.
 */
public final class SchemaEngine {

    private final Jackson jackson;
    private final Side side;
    private final Warnings warnings;
    private final SchemaSize size;
    private final SchemaMembers members = new SchemaMembers();
    private final NestedSchemas schemas;
    private Map<String, Set<String>> rootMembers = Map.of();

    public SchemaEngine(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            NotBlankSemantics blanks,
            ProjectModules modules,
            EngineTypes types,
            SchemaLimits limits,
            SourceComments comments,
            Warnings collected) {
        this.jackson = jackson;
        this.side = side;
        Places places = new Places(side);
        this.warnings = collected.along(places::way);
        this.size = new SchemaSize(jackson, side, limits);
        this.schemas = new NestedSchemas(
                jackson,
                side,
                additionalProperties,
                new ConstraintKeywords(warnings, blanks),
                EngineConfiguration.of(modules, places, warnings),
                types,
                places,
                size,
                members,
                new RepeatedSchemas(members, warnings, limits),
                comments,
                warnings);
    }

    /** The schema of a handler's input or output. The value itself is never null. */
    public ObjectNode root(Type type) throws UnsupportedTypeException {
        try {
            JacksonType resolved = jackson.typeOf(type);
            TypeUse use = new TypeUse(resolved, new Constraints(List.of(), cascades(resolved)), side.word());
            ObjectNode schema = schemas.generated(use);
            Keywords.notNull(schema);
            rootMembers = members.at(schema, ClassNames.simple(resolved.raw()));
            ObjectNode root = JsonNodeFactory.instance.objectNode().put(Keyword.SCHEMA_ID.word(), Draft07.ID);
            root.setAll(Keywords.ordered(schema));
            return root;
        } catch (BindingException e) {
            throw NestedSchemas.refused(TypeNotation.print(type), e);
        }
    }

    /** Which members the places of the schema that {@link #root} made come from, as {@link SchemaMembers#at} says. */
    public Map<String, Set<String>> members() {
        return rootMembers;
    }

    /** A validator that is given a list, a map or an array looks at none of its elements (Bean Validation 3.0, section 5.6). */
    private static boolean cascades(JacksonType type) throws BindingException {
        return !type.isCollection() && !type.isMap() && !type.isArray();
    }

    /**
     * Holds a schema that {@link #root} made to its limits.
     *
     * @param bytes what it takes in its file
     */
    public void checkSize(String action, Type type, long bytes) throws UnsupportedTypeException {
        try {
            size.checkWhole(action, new TypeUse(jackson.typeOf(type), Constraints.NONE, side.word()), bytes, warnings);
        } catch (BindingException e) {
            throw new IllegalStateException(e); // It has made the schema of this type.
        }
    }
}
