package io.github.cxonetools.schema.derive;

import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.subtype.ExternalId;
import io.github.cxonetools.schema.subtype.ExternalIdChecks;
import io.github.cxonetools.schema.subtype.TypeInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code @JsonTypeInfo(include = EXTERNAL_PROPERTY)} in one class: the type id stands beside the value, in the object that
 * holds both, under a name that may be another property's as well. Where that one is written, Jackson writes no id.
 */
final class ExternalIds {

    private final JacksonBean bean;
    private final Side side;
    private final NestedSchemas nested;
    private final ConstraintReader reader;
    private final List<ExternalId> found = new ArrayList<>();

    ExternalIds(JacksonBean bean, NestedSchemas nested, ConstraintReader reader) {
        this.bean = bean;
        this.side = nested.side();
        this.nested = nested;
        this.reader = reader;
    }

    /** @param externals null for an object that is unwrapped into another one */
    static ExternalIds in(@Nullable ExternalIds externals, TypeUse use) throws UnsupportedTypeException {
        if (externals == null) {
            throw ExternalIdChecks.refused(
                    use.place(), "in an object that is unwrapped Jackson may lose it. Remove @JsonUnwrapped");
        }
        return externals;
    }

    /** Jackson takes the ids of what is in a container for wrapped ones, and fails to write those. */
    static boolean isOf(JacksonProperty property) throws BindingException {
        JacksonType type = property.type();
        return TypeInfo.of(property).isExternal()
                && !type.isReference()
                && !type.isMap()
                && !type.isCollection()
                && !type.isArray();
    }

    /** What holds of the value whatever its id is; the id is listed before it. */
    ObjectNode value(TypeUse use, JacksonProperty property, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        String id = TypeInfo.of(property).property();
        JacksonProperty listed = listed(id);
        if (side == Side.INPUT) {
            new ExternalIdChecks(bean, property, listed, use.place()).check(id, reader);
        }
        Map<String, ObjectNode> alternatives = nested.byId(use);
        boolean nullable = !use.constraints().forbidsNull();
        if (side == Side.OUTPUT && listed != null) {
            return said(either(alternatives), nullable, use);
        }
        if (listed == null && !schema.path(Keyword.PROPERTIES.word()).has(id)) {
            schema.withObjectProperty(Keyword.PROPERTIES.word()).putObject(id);
        }
        found.add(new ExternalId(property.name(), id, alternatives, nullable, absence(property, listed)));
        return said(typeOf(alternatives), nullable, use);
    }

    private ObjectNode said(ObjectNode value, boolean nullable, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        nested.constrain(value, use);
        if (nullable && value.has(Keyword.ANY_OF.word())) {
            value.withArray(Keyword.ANY_OF.word()).insertObject(0).put(Keyword.TYPE.word(), "null");
            return value;
        }
        if (nullable) {
            return Keywords.orNull(value);
        }
        Keywords.notNull(value);
        return value;
    }

    private @Nullable JacksonProperty listed(String name) throws BindingException {
        for (JacksonProperty property : bean.properties()) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    private static ObjectNode either(Map<String, ObjectNode> alternatives) {
        Set<ObjectNode> schemas = new LinkedHashSet<>(alternatives.values());
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        if (schemas.size() == 1) {
            return schemas.iterator().next();
        }
        schemas.forEach(schema -> either.withArray(Keyword.ANY_OF.word()).add(schema));
        return either;
    }

    private static ObjectNode typeOf(Map<String, ObjectNode> alternatives) {
        boolean objects = alternatives.values().stream()
                .allMatch(schema ->
                        schema.path(Keyword.TYPE.word()).stringValue("").equals("object"));
        return objects ? ScalarTypes.type("object") : JsonNodeFactory.instance.objectNode();
    }

    private ExternalId.Absence absence(JacksonProperty property, @Nullable JacksonProperty listed)
            throws BindingException {
        if (side == Side.OUTPUT) {
            return ExternalId.Absence.NO_ID;
        }
        if (!property.isCreator()) {
            return TypeInfo.of(property).defaultImpl() != null
                    ? ExternalId.Absence.ID_OR_NONE_FOR_NULL
                    : ExternalId.Absence.ID_FOR_NULL;
        }
        if (property.isRequired() || listed != null && listed.isRequired()) {
            return ExternalId.Absence.TEXT_FOR_NULL;
        }
        return listed == null ? ExternalId.Absence.ID_OR_NONE_FOR_NULL : ExternalId.Absence.NULL_ID_FOR_NONE;
    }

    /** Says of a complete object which ids and values go together. */
    void pair(ObjectNode schema) throws BindingException, UnsupportedTypeException {
        Set<String> required = new TreeSet<>();
        schema.path(Keyword.REQUIRED.word()).forEach(name -> required.add(name.stringValue()));
        for (ExternalId one : found) {
            JacksonProperty listed = listed(one.id());
            if (listed == null) {
                list(one, schema);
            } else if (schema.path(Keyword.PROPERTIES.word()).path(one.id()) instanceof ObjectNode id) {
                ExternalIdChecks.checkText(id, ClassNames.simple(bean.type().raw()) + "." + listed.memberName());
            }
            boolean alone =
                    found.stream().filter(other -> other.id().equals(one.id())).count() == 1;
            ExternalId stated = side == Side.OUTPUT && !(alone && !hasUnwrapped()) ? one.beside() : one;
            Keywords.also(schema, Keyword.ONE_OF.word(), stated.branches(required));
        }
    }

    /** Every id that there is, for the reader: the alternatives say which goes with what. */
    private static void list(ExternalId one, ObjectNode schema) {
        ObjectNode id =
                schema.withObjectProperty(Keyword.PROPERTIES.word()).withObject("/" + JsonPointers.escaped(one.id()));
        if (!id.isEmpty() && !id.has(Keyword.ENUM.word())) {
            return; // Another object's, unwrapped into this one.
        }
        ArrayNode names = id.withArray(Keyword.ENUM.word());
        Set<String> known = new TreeSet<>();
        names.forEach(name -> known.add(name.stringValue()));
        one.alternatives().keySet().stream().filter(known::add).forEach(names::add);
    }

    private boolean hasUnwrapped() throws BindingException {
        for (JacksonProperty property : bean.properties()) {
            if (property.annotation("JsonUnwrapped") != null) {
                return true;
            }
        }
        return false;
    }
}
