package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.instance.Acceptance;
import io.github.cxonetools.schema.instance.CodedPresence;
import io.github.cxonetools.schema.instance.DescribedProperty;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.property.NullHandling;
import io.github.cxonetools.schema.property.TypeUse;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Classes that a creator makes of an object of another class, as Immutables generates them: that class has the properties, and
 * this one decides which must be there, and has the constraints.
 */
final class DelegatedObjects {

    private final Jackson jackson;
    private final NestedSchemas nested;
    private final ConstraintReader reader;
    private final CodedPresence coded;

    DelegatedObjects(Jackson jackson, NestedSchemas nested, ConstraintReader reader, Warnings warnings) {
        this.jackson = jackson;
        this.nested = nested;
        this.reader = reader;
        this.coded = new CodedPresence(warnings);
    }

    /** {@return true if the schema is of one object with properties} */
    static boolean isObject(ObjectNode schema) {
        return schema.path(Keyword.TYPE.word()).stringValue("").equals("object")
                && schema.has(Keyword.PROPERTIES.word());
    }

    /**
     * Adds to the schema of the object what the class that is made of it refuses.
     *
     * @param use of the class
     * @param delegate the use of what it is made of, of which {@code schema} is
     * @return the names of its members whose constraints are said
     */
    Set<String> settle(JacksonBean bean, TypeUse use, TypeUse delegate, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        if (!isObject(schema)) {
            return Set.of();
        }
        Map<String, ConstrainedMembers> members = members(bean);
        List<DescribedProperty> described = new ArrayList<>();
        Map<String, ObjectNode> plain = new HashMap<>();
        nested.inside(delegate, () -> {
            for (JacksonProperty property :
                    jackson.bean(delegate.type(), Side.INPUT).properties()) {
                if (schema.path(Keyword.PROPERTIES.word()).get(property.name()) instanceof ObjectNode said) {
                    plain.put(property.name(), said);
                    described.add(described(bean, use, property, members.get(property.name()), said));
                }
            }
        });
        Map<String, Acceptance> accepted = coded.findDelegated(bean, described);
        Set<String> kept = coded.kept(bean, described);
        Set<String> covered = new HashSet<>();
        for (DescribedProperty property : described) {
            boolean holds = kept.contains(property.name());
            if (holds) {
                covered.addAll(property.members().names());
            }
            ObjectNode said = holds ? property.schema() : plain.get(property.name());
            if (said != null) {
                settle(property, said, accepted.get(property.name()), schema);
            }
        }
        return covered;
    }

    /** What the class itself shows of each property, by its name on the wire. */
    private Map<String, ConstrainedMembers> members(JacksonBean bean) throws BindingException {
        Map<String, ConstrainedMembers> members = new LinkedHashMap<>();
        for (JacksonProperty property : jackson.bean(bean.type(), Side.OUTPUT).properties()) {
            members.put(property.name(), ConstrainedMembers.of(bean.type().raw(), property));
        }
        return members;
    }

    private DescribedProperty described(
            JacksonBean bean,
            TypeUse use,
            JacksonProperty property,
            @Nullable ConstrainedMembers shown,
            ObjectNode said)
            throws BindingException, UnsupportedTypeException {
        Class<?> owner = bean.type().raw();
        ConstrainedMembers members = shown == null ? ConstrainedMembers.of(Object.class, property) : shown;
        String place = ClassNames.simple(owner) + "." + property.name();
        boolean checked = use.constraints().cascades() && shown != null;
        Constraints constraints = checked ? members.constraints(reader, place) : Constraints.NONE;
        Constraints all = NullHandling.of(property, Side.INPUT).and(constraints);
        boolean more = checked
                && (!constraints.list().isEmpty()
                        || constraints.cascades()
                        || !members.types().isEmpty());
        if (more) {
            nested.dropped(said);
        }
        ObjectNode schema =
                more ? nested.nullable(new TypeUse(property.type(), all, members.types(), place, property)) : said;
        List<AnnotatedElement> neverNull = new ArrayList<>();
        for (AnnotatedElement member : checked ? members.elements() : List.<AnnotatedElement>of()) {
            if (reader.read(member, place).forbidsNull()) {
                neverNull.add(member);
            }
        }
        return new DescribedProperty(property, property.name(), schema, true, members, constraints, neverNull, false);
    }

    private static void settle(
            DescribedProperty property, ObjectNode said, @Nullable Acceptance acceptance, ObjectNode schema)
            throws BindingException {
        ObjectNode value = acceptance == null ? said : FoundProperties.withNull(property, said, acceptance);
        schema.withObjectProperty(Keyword.PROPERTIES.word()).set(property.name(), value);
        if (acceptance != null && !acceptance.absence()) {
            ArrayNode required = schema.withArray(Keyword.REQUIRED.word());
            if (!required.values().contains(JsonNodeFactory.instance.stringNode(property.name()))) {
                required.add(property.name());
            }
        }
    }
}
