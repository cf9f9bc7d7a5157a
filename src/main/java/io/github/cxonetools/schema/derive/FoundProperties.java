package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.instance.Acceptance;
import io.github.cxonetools.schema.instance.CodedPresence;
import io.github.cxonetools.schema.instance.ConstructionCode;
import io.github.cxonetools.schema.instance.DescribedProperty;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.property.LeftOut;
import io.github.cxonetools.schema.property.ListedProperties;
import io.github.cxonetools.schema.property.OmittedDefaultsCheck;
import io.github.cxonetools.schema.property.Presence;
import io.github.cxonetools.schema.property.PrimitiveDefault;
import io.github.cxonetools.schema.property.TypeUse;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The properties of one class as they are found; which must be there, and which may be null, is settled when all are known. */
final class FoundProperties {

    private final JacksonBean bean;
    private final NestedSchemas nested;
    private final ConstraintReader reader;
    private final Presence presence;
    private final ListedProperties listed;
    private final @Nullable ConstructionCode code;
    private final List<Found> found = new ArrayList<>();
    private final List<Found> leftOut = new ArrayList<>();
    private final Map<String, ObjectNode> unwrapped = new LinkedHashMap<>();

    /** @param place its place in the list of all */
    private record Found(DescribedProperty of, TypeUse use, int place, String listedName, List<String> aliases) {}

    FoundProperties(
            JacksonBean bean, NestedSchemas nested, ConstraintReader reader, Presence presence, ListedProperties listed)
            throws BindingException {
        this.bean = bean;
        this.nested = nested;
        this.reader = reader;
        this.presence = presence;
        this.listed = listed;
        this.code = nested.side() == Side.INPUT ? ConstructionCode.of(bean) : null;
    }

    /**
     * Adds a property that crosses the wire.
     *
     * @param constraints what the validator checks of it
     * @param name its name in the object, which may be one that this one is unwrapped into
     */
    void add(
            JacksonProperty property,
            TypeUse use,
            Constraints constraints,
            ConstrainedMembers members,
            ObjectNode value,
            String name,
            List<String> aliases)
            throws BindingException {
        DescribedProperty described = described(property, use, constraints, members, value, true);
        found.add(new Found(described, use, listed.place(), name, aliases));
    }

    /** Adds one that never gets through at this use of the class, and has then what the class gives it. */
    void addLeftOut(JacksonProperty property, TypeUse use, ConstrainedMembers members)
            throws BindingException, UnsupportedTypeException {
        boolean given =
                code != null && code.fills(members) && !use.constraints().list().isEmpty();
        ObjectNode value = given || property.type().raw().isPrimitive() ? nested.present(use) : null;
        if (value != null) {
            nested.dropped(value);
        }
        DescribedProperty described = described(property, use, use.constraints(), members, value, false);
        leftOut.add(new Found(described, use, -1, property.name(), List.of()));
    }

    /** Adds those of an object that is unwrapped into this one. */
    void addUnwrapped(FoundProperties inner, Object prefix, Object suffix) {
        inner.samples().forEach((name, schema) -> unwrapped.put(prefix + name + suffix, schema));
    }

    private Map<String, ObjectNode> samples() {
        Map<String, ObjectNode> samples = new LinkedHashMap<>(unwrapped);
        for (Found one : found) {
            ObjectNode schema = one.of.schema();
            if (schema != null) {
                samples.put(one.of.name(), schema);
            }
        }
        return samples;
    }

    private DescribedProperty described(
            JacksonProperty property,
            TypeUse use,
            Constraints constraints,
            ConstrainedMembers members,
            @Nullable ObjectNode value,
            boolean comes)
            throws BindingException {
        List<AnnotatedElement> neverNull = new ArrayList<>();
        if (code != null && constraints.forbidsNull()) {
            for (AnnotatedElement member : members.elements()) {
                if (reader.read(member, use.place()).forbidsNull()) {
                    neverNull.add(member);
                }
            }
        }
        boolean asked = code != null && Presence.isAsked(bean, property);
        return new DescribedProperty(property, property.name(), value, comes, members, constraints, neverNull, asked);
    }

    /**
     * Settles which must be there, and which may be null.
     *
     * @param plain whether a payload has each by its name and by itself
     * @param always whether the object that they are of is always there
     * @param holder the use of the class
     */
    void settle(CodedPresence coded, ObjectNode schema, boolean plain, boolean always, String holder)
            throws BindingException, UnsupportedTypeException {
        List<DescribedProperty> all = new ArrayList<>();
        for (Found one : found) {
            all.add(one.of);
        }
        for (Found one : leftOut) {
            all.add(one.of);
        }
        Map<String, Acceptance> accepted = code == null ? Map.of() : coded.find(bean, code, all, unwrapped, plain);
        for (Found one : found) {
            settle(one, accepted.get(one.of.name()), always, schema);
        }
        for (Found one : leftOut) {
            Acceptance acceptance = accepted.get(one.of.name());
            boolean refused = acceptance == null ? isRefused(one.of) : !acceptance.absence();
            LeftOut.check(one.of.property(), refused, holder, one.use.place());
        }
    }

    private static boolean isRefused(DescribedProperty property) throws BindingException {
        ObjectNode schema = property.schema();
        return property.property().type().raw().isPrimitive()
                ? schema != null && !PrimitiveDefault.isTaken(schema)
                : property.constraints().forbidsNull();
    }

    private void settle(Found one, @Nullable Acceptance acceptance, boolean always, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        JacksonProperty property = one.of.property();
        ObjectNode value = one.of.schema();
        if (value == null) {
            throw new IllegalStateException("Nothing is said of " + one.of.name());
        }
        boolean required;
        if (acceptance == null || property.type().hasUndefined()) {
            required = presence.isRequired(property, one.of.constraints(), value)
                    || code != null && nested.forbidsEmpty(one.use);
            if (always && required && code != null) {
                OmittedDefaultsCheck.check(bean.type().raw(), property, one.use.place());
            }
        } else {
            required = one.of.asked() || !acceptance.absence();
            value = withNull(one.of, value, acceptance);
            schema.withObjectProperty(Keyword.PROPERTIES.word()).set(one.listedName, value);
            nested.made(value, one.use);
        }
        listed.set(one.place, one.listedName, one.aliases, value, always && required);
    }

    /** The schema of a property's values, with null where that is accepted and without it where it is not. */
    static ObjectNode withNull(DescribedProperty described, ObjectNode value, Acceptance acceptance)
            throws BindingException {
        JacksonProperty property = described.property();
        for (int depth : acceptance.noNullInside()) {
            ObjectNode content = DescribedProperty.inside(property.type(), value, depth);
            if (content != null) {
                Keywords.withoutNull(content);
            }
        }
        if (property.type().raw().isPrimitive()) {
            return value;
        }
        if (!acceptance.ofNull()) {
            return Keywords.withoutNull(value);
        }
        boolean replaced = described.isNullRefused() && !property.type().isReference();
        return replaced ? Keywords.orNull(value) : value;
    }
}
