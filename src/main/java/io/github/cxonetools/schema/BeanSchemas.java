package io.github.cxonetools.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The properties of a class as a schema. */
final class BeanSchemas {

    private final Jackson jackson;
    private final Side side;
    private final AdditionalProperties additionalProperties;
    private final TypeSchemas types;
    private final ConstraintReader reader;
    private final Warnings warnings;

    BeanSchemas(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            TypeSchemas types,
            ConstraintReader reader,
            Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.additionalProperties = additionalProperties;
        this.types = types;
        this.reader = reader;
        this.warnings = warnings;
    }

    ObjectNode schema(JacksonBean bean, TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = ScalarTypes.type("object");
        ClassNotes.add(schema, bean);
        schema.putObject("properties");
        Set<String> covered = new TreeSet<>();
        add(bean, use, new Naming("", "", true), schema, covered);
        unknown(bean, use, schema);
        if (use.constraints().cascades()) {
            Uncovered.warn(bean.type().raw(), covered, reader, warnings);
        }
        return schema;
    }

    /** What an unwrapped object's names become; whether its required properties are always there. */
    private record Naming(String prefix, String suffix, boolean always) {

        String of(String name) {
            return prefix + name + suffix;
        }
    }

    private void add(JacksonBean bean, TypeUse use, Naming naming, ObjectNode schema, Set<String> covered)
            throws BindingException, UnsupportedTypeException {
        Set<String> ignored = ignoredBy(use.property());
        for (JacksonProperty property : BeanOrder.sorted(bean)) {
            covered.add(property.memberName());
            if (!ignored.contains(property.name())) {
                property(bean.type().raw(), property, use.constraints().cascades(), naming, schema);
            }
        }
    }

    /** {@code @JsonIgnoreProperties} on the property that holds this object. */
    private Set<String> ignoredBy(@Nullable JacksonProperty holder) throws BindingException {
        Map<String, Object> values = holder == null ? Map.of() : holder.attributes("JsonIgnoreProperties");
        Object allowed = values.get(side == Side.INPUT ? "allowSetters" : "allowGetters");
        return values.get("value") instanceof String[] names && !Boolean.TRUE.equals(allowed)
                ? Set.of(names)
                : Set.of();
    }

    private void property(Class<?> owner, JacksonProperty property, boolean checked, Naming naming, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        String place = ClassNames.simple(owner) + "." + property.memberName();
        Members members = Members.of(owner, property);
        Constraints constraints = checked ? members.constraints(reader, place) : Constraints.NONE;
        TypeUse use = new TypeUse(property.type(), constraints, checked ? members.types() : List.of(), place, property);
        Map<String, Object> unwrapped = property.attributes("JsonUnwrapped");
        if (Boolean.TRUE.equals(unwrapped.get("enabled"))) {
            unwrap(use, unwrapped, naming, schema);
            return;
        }
        ObjectNode described = types.nullable(use);
        boolean required = naming.always()
                && (isRequired(property, constraints, described) || side == Side.INPUT && types.forbidsEmpty(use));
        PropertyNotes.add(described, property, members);
        String name = naming.of(property.name());
        schema.withObject("/properties").set(name, described);
        Aliases.add(schema, name, property.aliases(), described, required);
        if (required && property.aliases().isEmpty()) {
            schema.withArray("required").add(name);
        }
    }

    private void unwrap(TypeUse use, Map<String, Object> unwrapped, Naming outer, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        boolean always =
                outer.always() && (side == Side.INPUT || use.constraints().forbidNull());
        Naming naming = new Naming(
                outer.prefix() + unwrapped.getOrDefault("prefix", ""),
                unwrapped.getOrDefault("suffix", "") + outer.suffix(),
                always);
        JacksonBean inner = jackson.bean(use.type(), side);
        BeanChecks.check(inner, side, use.place());
        add(inner, use, naming, schema, new TreeSet<>());
    }

    private boolean isRequired(JacksonProperty property, Constraints constraints, ObjectNode described)
            throws BindingException {
        boolean asked = property.isRequired() || constraints.list().stream().anyMatch(Constraint::forbidsNull);
        if (side == Side.OUTPUT) {
            return asked && !Inclusion.mayOmit(property);
        }
        return asked || property.type().raw().isPrimitive() && absenceFails(property, described);
    }

    /** An absent primitive is 0 or false, which a constraint may refuse; and Jackson 3 refuses it to a constructor. */
    private boolean absenceFails(JacksonProperty property, ObjectNode described) {
        return property.isCreator() && jackson.generation() == Jackson.Generation.JACKSON_3 || !Zero.isTaken(described);
    }

    private void unknown(JacksonBean bean, TypeUse use, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        JacksonMember any = bean.any();
        if (any != null) {
            String place = ClassNames.simple(bean.type().raw()) + "." + any.name();
            TypeUse value = new TypeUse(any.anyType(), Constraints.NONE, place);
            schema.set("additionalProperties", types.nullable(value));
        } else if (additionalProperties == AdditionalProperties.FORBID && !bean.ignoresUnknown()) {
            schema.put("additionalProperties", false);
        }
    }

    /** What the validator checks at the member whose value stands for the whole object. */
    Constraints constraints(Class<?> owner, JacksonMember value) throws BindingException {
        return Members.of(owner, value).constraints(reader, ClassNames.simple(owner) + "." + value.name());
    }
}
