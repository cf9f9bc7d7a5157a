package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.CheckedFields;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.KotlinClass;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.instance.CodedPresence;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonMember;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Aliases;
import io.github.cxonetools.schema.property.BeanOrder;
import io.github.cxonetools.schema.property.ClassNotes;
import io.github.cxonetools.schema.property.CodeAtUse;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.property.GettersAsSetters;
import io.github.cxonetools.schema.property.ListedProperties;
import io.github.cxonetools.schema.property.NullHandling;
import io.github.cxonetools.schema.property.Presence;
import io.github.cxonetools.schema.property.PropertyNotes;
import io.github.cxonetools.schema.property.Selection;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.property.UnmappedConstraints;
import io.github.cxonetools.schema.property.UnsatisfiableProperties;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.source.SourceComments;
import io.github.cxonetools.schema.subtype.ExternalIdChecks;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
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
    private final NestedSchemas nested;
    private final ConstraintReader reader;
    private final Warnings warnings;
    private final SourceComments comments;
    private final Presence presence;
    private final CodedPresence coded;

    BeanSchemas(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            NestedSchemas nested,
            ConstraintReader reader,
            SourceComments comments,
            Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.additionalProperties = additionalProperties;
        this.nested = nested;
        this.reader = reader;
        this.comments = comments;
        this.warnings = warnings;
        this.presence = new Presence(jackson, side);
        this.coded = new CodedPresence(warnings);
    }

    ObjectNode schema(JacksonBean bean, TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = ScalarTypes.type("object");
        ClassNotes.add(schema, bean, comments);
        schema.putObject(Keyword.PROPERTIES.word());
        Set<String> covered = new TreeSet<>();
        List<TypeUse> anys = new ArrayList<>();
        ExternalIds externals = new ExternalIds(bean, nested, reader);
        ListedProperties listed = new ListedProperties();
        add(bean, use, new Naming("", "", true, anys, externals, listed), schema, covered);
        listed.write(schema);
        externals.pair(schema);
        new UnknownProperties(side, additionalProperties, nested, reader, warnings).add(bean, use, schema, anys);
        if (use.constraints().cascades()) {
            UnmappedConstraints.warn(bean.type().raw(), covered, side, reader, warnings);
            if (side == Side.INPUT) {
                UnsatisfiableProperties.check(bean, covered, reader);
            }
        }
        return schema;
    }

    /** What an unwrapped object's names become; whether its required properties are always there; who takes the others. */
    private record Naming(
            String prefix,
            String suffix,
            boolean always,
            List<TypeUse> anys,
            @Nullable ExternalIds externals,
            ListedProperties listed) {

        String of(String name) {
            return prefix + name + suffix;
        }
    }

    private FoundProperties add(JacksonBean bean, TypeUse use, Naming naming, ObjectNode schema, Set<String> covered)
            throws BindingException, UnsupportedTypeException {
        FoundProperties found = new FoundProperties(bean, nested, reader, presence, naming.listed());
        boolean plain = !ArrayShape.isOf(bean, use);
        Selection selection = Selection.of(use.property(), side);
        JacksonMember any = bean.any();
        if (any != null) {
            covered.add(any.name());
            if (side == Side.INPUT && bean.creator().properties().contains("")) {
                notThere(naming.of(""), schema); // So Jackson 2 calls a parameter that takes all others.
            }
            naming.anys().add(UnknownProperties.use(bean, any, use.constraints().cascades(), reader));
        }
        for (String name : bean.backReferences()) {
            notThere(naming.of(name), schema);
        }
        for (JacksonProperty property : BeanOrder.sorted(bean)) {
            ConstrainedMembers members = ConstrainedMembers.of(bean.type().raw(), property);
            covered.add(property.memberName());
            covered.addAll(members.names());
            if (ExternalIds.isOf(property)) {
                ExternalIdChecks.checkIgnored(property, selection.ignored(), side, use.place());
                plain = false;
            }
            boolean isAny = side == Side.OUTPUT && any != null && any.isOf(property);
            if (isAny) {
                continue; // Not under its own name.
            }
            if (any != null && property.isOthers()) {
                notThere(naming.of(property.name()), schema);
            } else if (!selection.leavesOut(property.name())) {
                property(bean, property, members, use.constraints().cascades(), naming, schema, found);
            } else if (side == Side.INPUT) {
                leftOut(bean, property, members, use, found);
            }
        }
        found.settle(coded, schema, plain, naming.always(), use.place());
        return found;
    }

    private static void notThere(String name, ObjectNode schema) {
        schema.withArray(Keyword.ALL_OF.word())
                .addObject()
                .putObject(Keyword.NOT.word())
                .putArray(Keyword.REQUIRED.word())
                .add(name);
    }

    private void leftOut(
            JacksonBean bean, JacksonProperty property, ConstrainedMembers members, TypeUse use, FoundProperties found)
            throws BindingException, UnsupportedTypeException {
        Class<?> owner = bean.type().raw();
        String place = ClassNames.simple(owner) + "." + property.memberName();
        Constraints constraints = use.constraints().cascades() ? members.constraints(reader, place) : Constraints.NONE;
        found.addLeftOut(property, new TypeUse(property.type(), constraints, place), members);
    }

    private void property(
            JacksonBean bean,
            JacksonProperty property,
            ConstrainedMembers members,
            boolean checked,
            Naming naming,
            ObjectNode schema,
            FoundProperties found)
            throws BindingException, UnsupportedTypeException {
        Class<?> owner = bean.type().raw();
        String place = ClassNames.simple(owner) + "." + property.memberName();
        if (side == Side.INPUT) {
            CoercionCheck.check(property, members, reader, place);
        }
        Constraints constraints = checked ? members.constraints(reader, place) : Constraints.NONE;
        if (side == Side.INPUT && UnsatisfiableProperties.mustBeAbsent(owner, property, constraints, place)) {
            notThere(naming.of(property.name()), schema);
            property.aliases().forEach(alias -> notThere(alias, schema));
            return;
        }
        Constraints described = NullHandling.of(property, side).and(constraints);
        TypeUse use = new TypeUse(property.type(), described, checked ? members.types() : List.of(), place, property);
        Map<String, Object> unwrapped = property.attributes("JsonUnwrapped");
        if (Boolean.TRUE.equals(unwrapped.get("enabled"))) {
            if (property.isCreator() && jackson.generation() == Generation.JACKSON_2) {
                notThere(naming.of(property.name()), schema); // It would be bound by its own name, too.
            }
            unwrap(use, unwrapped, naming, schema, found);
            return;
        }
        boolean present = bean.fillsOthers(property)
                || side == Side.OUTPUT && (members.isNeverEmpty(use, reader) || isNeverNull(bean, property, use));
        ObjectNode value = ExternalIds.isOf(property)
                ? ExternalIds.in(naming.externals(), use).value(use, property, schema)
                : present ? nested.present(use) : nested.nullable(use);
        GettersAsSetters.limit(value, property, side);
        PropertyNotes.add(value, property, members, comments);
        String name = naming.of(property.name());
        schema.withObjectProperty(Keyword.PROPERTIES.word()).set(name, value);
        nested.made(value, use);
        List<String> aliases = Aliases.of(property, bean);
        nested.repeated(value, aliases.size());
        found.add(property, use, constraints, members, value, name, aliases);
    }

    /** As Kotlin's types say, or code that checks; what code makes of a value may be null all the same. */
    private boolean isNeverNull(JacksonBean bean, JacksonProperty property, TypeUse use) throws BindingException {
        AnnotatedElement read = property.getter() == null ? property.field() : property.getter();
        boolean ofKotlin = KotlinClass.isNeverNull(read);
        boolean never = ofKotlin || CheckedFields.isNeverNull(read) && !isSetByReflection(bean, property);
        return never
                && !property.type().isReference()
                && (CodeAtUse.of(use, side, jackson) == null
                        || ofKotlin && KotlinValues.isOne(use.type(), side, jackson));
    }

    /** Jackson sets a field past the code of its class, where that gives it no other way. */
    private boolean isSetByReflection(JacksonBean written, JacksonProperty property) {
        try {
            JacksonBean read = jackson.bean(written.type(), Side.INPUT);
            boolean made = !read.isBuilt() && read.creator().takesObjects();
            for (JacksonProperty one : made ? read.properties() : List.<JacksonProperty>of()) {
                if (one.memberName().equals(property.memberName()) && !one.isCreator() && one.setter() == null) {
                    return true;
                }
            }
            return false;
        } catch (BindingException e) {
            return true; // Nothing is known of how it is read.
        }
    }

    private void unwrap(
            TypeUse use, Map<String, Object> unwrapped, Naming outer, ObjectNode schema, FoundProperties found)
            throws BindingException, UnsupportedTypeException {
        boolean always =
                outer.always() && (side == Side.INPUT || use.constraints().forbidsNull());
        Object prefix = unwrapped.getOrDefault("prefix", "");
        Object suffix = unwrapped.getOrDefault("suffix", "");
        Naming naming = new Naming(
                outer.prefix() + prefix, suffix + outer.suffix(), always, outer.anys(), null, outer.listed());
        JacksonBean inner = jackson.bean(use.type(), side);
        nested.inside(use, () -> {
            BeanChecks.check(inner, side, use.place());
            found.addUnwrapped(add(inner, use, naming, schema, new TreeSet<>()), prefix, suffix);
        });
    }

    /** What the validator checks at the member whose value stands for the whole object. */
    TypeUse valueUse(TypeUse object, JacksonMember value, JacksonType type) throws BindingException {
        Class<?> owner = object.type().raw();
        ConstrainedMembers members = ConstrainedMembers.of(owner, value);
        Constraints constraints = members.constraints(reader, ClassNames.simple(owner) + "." + value.name());
        UnmappedConstraints.warn(owner, members.names(), side, reader, warnings);
        return new TypeUse(type, constraints, members.types(), object.place(), null);
    }
}
