package io.github.cxonetools.schema.derive;

import com.networknt.schema.Schema;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.Constraint;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonMember;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.TextPatterns;
import io.github.cxonetools.schema.property.Aliases;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.property.ElementFeatures;
import io.github.cxonetools.schema.property.Selection;
import io.github.cxonetools.schema.property.TypeUse;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Names that an object's schema does not list: bound by an any-setter, bound in another case, forbidden, or free. */
final class UnknownProperties {

    private final Side side;
    private final AdditionalProperties additionalProperties;
    private final NestedSchemas nested;
    private final ConstraintReader reader;
    private final Warnings warnings;

    UnknownProperties(
            Side side,
            AdditionalProperties additionalProperties,
            NestedSchemas nested,
            ConstraintReader reader,
            Warnings warnings) {
        this.side = side;
        this.additionalProperties = additionalProperties;
        this.nested = nested;
        this.reader = reader;
        this.warnings = warnings;
    }

    /** The map of other names, with the constraints that its own member carries. */
    static TypeUse use(JacksonBean bean, JacksonMember any, boolean checked, ConstraintReader reader)
            throws BindingException, UnsupportedTypeException {
        Class<?> owner = bean.type().raw();
        String place = ClassNames.simple(owner) + "." + any.name();
        ConstrainedMembers members = ConstrainedMembers.of(owner, any);
        JacksonMember getter = bean.anyGetter();
        if (getter != null) {
            members.add(ConstrainedMembers.of(owner, getter));
        }
        Constraints own = checked ? members.constraints(reader, place) : Constraints.NONE;
        for (Constraint constraint : own.list()) {
            if (constraint.name().equals("Size") || constraint.name().equals("NotEmpty")) {
                throw new UnsupportedTypeException(
                        place,
                        "@" + constraint.name()
                                + " counts names that the schema does not list apart from those that it lists. Remove it");
            }
        }
        return new TypeUse(any.anyType(), own, checked ? members.types() : List.of(), place, null);
    }

    /** @param anys where other names go, of the object itself or of one that is unwrapped into it */
    void add(JacksonBean bean, TypeUse use, ObjectNode schema, List<TypeUse> anys)
            throws BindingException, UnsupportedTypeException {
        if (!anys.isEmpty()) {
            TypeUse any = anys.get(0);
            warnOfNamesThatComeTwice(any, schema);
            TypeUse element = any.isOfMap()
                    ? any.inside(any.type(), 1, reader)
                    : new TypeUse(any.type(), Constraints.NONE, any.place());
            ObjectNode others = nested.nullable(element);
            schema.set(Keyword.ADDITIONAL_PROPERTIES.word(), others);
            nested.made(others, any);
            keys(any, schema);
        } else if (additionalProperties == AdditionalProperties.FORBID
                && !skipsOthers(bean, use)
                && !mayHaveMore(bean)) {
            if (side == Side.INPUT) {
                skipped(bean, use, schema);
            }
            schema.put(Keyword.ADDITIONAL_PROPERTIES.word(), false);
        }
        boolean ignoresCase = ElementFeatures.of(JsonFormat.of(bean)).ignoresCase()
                || ElementFeatures.of(use.property()).ignoresCase();
        if (side == Side.INPUT && ignoresCase) {
            ObjectNode other = JsonNodeFactory.instance.objectNode();
            other.putObject(Keyword.NOT.word()).put(Keyword.PATTERN.word(), inAnyCase(listed(schema)));
            names(schema, other);
        }
    }

    /** What names the properties that alone are read has Jackson skip all others; and so does Jackson 2 around unwrapped ones. */
    private boolean skipsOthers(JacksonBean bean, TypeUse use) throws BindingException {
        if (bean.ignoresUnknown() || side == Side.OUTPUT) {
            return bean.ignoresUnknown();
        }
        boolean selected = Selection.of(use.property(), side).included() != null
                || !bean.attributes("JsonIncludeProperties").isEmpty();
        return selected || bean.jackson().generation() == Generation.JACKSON_2 && hasUnwrapped(bean);
    }

    private static boolean hasUnwrapped(JacksonBean bean) throws BindingException {
        for (JacksonProperty property : bean.properties()) {
            if (Boolean.TRUE.equals(property.attributes("JsonUnwrapped").get("enabled"))) {
                return true;
            }
        }
        return false;
    }

    /** What is written of a class that is not final may be an object of a subclass, with all that it has. */
    private boolean mayHaveMore(JacksonBean bean) throws BindingException {
        return side == Side.OUTPUT
                && !Modifier.isFinal(bean.type().raw().getModifiers())
                && bean.attributes("JsonTypeInfo").isEmpty();
    }

    /** Names that Jackson skips although it refuses others. */
    private void skipped(JacksonBean bean, TypeUse use, ObjectNode schema) throws BindingException {
        Set<String> names = new TreeSet<>(bean.skipped());
        names.addAll(Selection.of(use.property(), side).ignored());
        for (String name : names) {
            if (!schema.path(Keyword.PROPERTIES.word()).has(name)) {
                schema.withObjectProperty(Keyword.PROPERTIES.word()).putObject(name);
            }
        }
    }

    /** What gives other names may give one of the class's own, too: Jackson writes both. */
    private void warnOfNamesThatComeTwice(TypeUse any, ObjectNode schema)
            throws BindingException, UnsupportedTypeException {
        Schema key = Draft07.compile(key(any));
        List<String> twice = listed(schema).stream()
                .filter(name ->
                        key.validate(JsonNodeFactory.instance.stringNode(name)).isEmpty())
                .toList();
        if (side == Side.OUTPUT && !twice.isEmpty()) {
            warnings.cannotSay(
                    any.place(),
                    "that it has none of the names " + String.join(", ", twice),
                    "Jackson writes a name twice that a property and the map have");
        }
    }

    private ObjectNode key(TypeUse any) throws BindingException, UnsupportedTypeException {
        ObjectNode key = any.isOfMap()
                ? nested.value(any.argument(nested.text(), 0, reader))
                : JsonNodeFactory.instance.objectNode();
        key.remove(Keyword.TYPE.word());
        return key;
    }

    private void keys(TypeUse any, ObjectNode schema) throws BindingException, UnsupportedTypeException {
        ObjectNode key = key(any);
        if (!key.isEmpty()) {
            names(schema, key);
        }
    }

    /** Names are listed ones, or {@code others}. */
    private static void names(ObjectNode schema, ObjectNode others) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        ArrayNode either = names.putArray(Keyword.ANY_OF.word());
        ArrayNode known = either.addObject().putArray(Keyword.ENUM.word());
        listed(schema).forEach(known::add);
        either.add(others);
        schema.set(Keyword.PROPERTY_NAMES.word(), names);
    }

    private static Set<String> listed(ObjectNode schema) {
        Set<String> names = new TreeSet<>(schema.path(Keyword.PROPERTIES.word()).propertyNames());
        schema.path(Keyword.PATTERN_PROPERTIES.word()).propertyNames().forEach(alias -> names.add(Aliases.name(alias)));
        return names;
    }

    private static String inAnyCase(Set<String> names) {
        return names.stream().map(TextPatterns::inAnyCase).collect(Collectors.joining("|", "^(?:", ")$"));
    }
}
