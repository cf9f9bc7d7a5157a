package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonTypeInfo}: which subtypes stand on the wire, and how each is told from the others. */
public final class Polymorphism {

    /** Of these Jackson 3 refuses any class that a payload names. */
    private static final Set<String> TOO_WIDE = Set.of(
            "java.lang.Object",
            "java.io.Serializable",
            "java.io.Closeable",
            "java.lang.AutoCloseable",
            "java.lang.Cloneable");

    private final TypeInfo info;
    private final SubtypesById alternatives;
    private final @Nullable Deduction deduction;
    private final @Nullable Fallback fallback;

    private Polymorphism(
            TypeInfo info, SubtypesById alternatives, @Nullable Deduction deduction, @Nullable Fallback fallback) {
        this.info = info;
        this.alternatives = alternatives;
        this.deduction = deduction;
        this.fallback = fallback;
    }

    /** Null where a value of {@code bean}'s type carries no type id. */
    public static @Nullable Polymorphism of(JacksonBean bean, TypeUse use, Side side)
            throws BindingException, UnsupportedTypeException {
        JacksonProperty property = use.property();
        TypeInfo info = TypeInfo.of(bean, property);
        if (info.use().equals("NONE")) {
            return null;
        }
        check(bean, info.use(), use);
        List<JacksonBean.Subtype> subtypes =
                property == null || !info.ofProperty() ? bean.subtypes() : bean.subtypesIn(property);
        return new Polymorphism(
                info,
                SubtypesById.of(bean, subtypes, info, side),
                info.isDeduction() ? Deduction.of(bean) : null,
                side == Side.INPUT ? Fallback.of(bean, info) : null);
    }

    private static void check(JacksonBean bean, String kind, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        if (kind.equals("CUSTOM")) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@JsonTypeInfo (use = CUSTOM) has ids that only a resolver of the project "
                            + "knows. Use use = NAME with a property");
        }
        boolean limited = bean.jackson().generation() == Generation.JACKSON_3 && kind.endsWith("CLASS");
        if (limited && TOO_WIDE.contains(bean.type().raw().getName())) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@JsonTypeInfo (use = " + kind + "): Jackson 3 takes no class names for "
                            + ClassNames.simple(bean.type().raw())
                            + ". Use use = NAME, or a type of the project");
        }
    }

    /** For what is in a container: there is nothing beside it. */
    public void checkNotExternal(TypeUse use) throws UnsupportedTypeException {
        if (info.inclusion().equals("EXTERNAL_PROPERTY") && deduction == null) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@JsonTypeInfo (EXTERNAL_PROPERTY) on what holds several "
                            + "values, or perhaps none: Jackson cannot read what it writes there. Use include = PROPERTY");
        }
    }

    /** By their ids. */
    public Map<String, Class<?>> alternatives() {
        return alternatives.byId();
    }

    /** Abstract classes whose subclasses are written under ids that nobody knows. */
    public List<Class<?>> open() {
        return alternatives.open();
    }

    /** What an object without an id that is known is read as; null where it is refused. */
    @Nullable
    public Class<?> withoutId() {
        return fallback == null ? null : fallback.type();
    }

    /** {@return true if null is read where no id that is known stands} */
    public boolean readsNullWithoutId() {
        return fallback != null && fallback.isNull();
    }

    /** The schema of an object without an id that is known, of what that is read as; null where there is none. */
    @Nullable
    public ObjectNode wrapWithoutId(ObjectNode schema) {
        if (fallback == null) {
            return null;
        }
        return deduction != null
                ? deduction.ofNone(schema)
                : fallback.wrap(
                        schema,
                        info.inclusion(),
                        info.property(),
                        alternatives.byId().keySet());
    }

    /** The schema of an object whose id is none of those that are known. */
    public ObjectNode wrapOpen(ObjectNode schema) {
        Set<String> ids = alternatives.byId().keySet();
        return switch (info.inclusion()) {
            case "WRAPPER_OBJECT" -> Fallback.wrapper(schema, ids);
            case "WRAPPER_ARRAY" -> Fallback.pair(schema, ids);
            default -> withProperty(Fallback.text(ids), schema);
        };
    }

    /** The schema of one alternative, with its id where the wire has it; null where Jackson never finds it. */
    @Nullable
    public ObjectNode wrap(String id, ObjectNode schema, Side side) {
        if (deduction != null) {
            return side == Side.OUTPUT
                    ? schema
                    : deduction.of(alternatives.byId().getOrDefault(id, Object.class), schema);
        }
        return switch (info.inclusion()) {
            case "WRAPPER_OBJECT" -> {
                ObjectNode wrapper = ScalarTypes.type("object");
                wrapper.putObject(Keyword.PROPERTIES.word()).set(id, schema);
                wrapper.putArray(Keyword.REQUIRED.word()).add(id);
                yield wrapper.put(Keyword.ADDITIONAL_PROPERTIES.word(), false);
            }
            case "WRAPPER_ARRAY" -> {
                ObjectNode wrapper = ScalarTypes.type("array");
                ArrayNode items = wrapper.putArray(Keyword.ITEMS.word());
                items.addObject().put(Keyword.CONST.word(), id);
                items.add(schema);
                yield wrapper.put(Keyword.MIN_ITEMS.word(), 2).put(Keyword.MAX_ITEMS.word(), 2);
            }
            default -> withProperty(JsonNodeFactory.instance.objectNode().put(Keyword.CONST.word(), id), schema);
        };
    }

    /** {@return true if the bean writes the type id itself, from a field that may hold any text} */
    public boolean isWrittenBy(JacksonBean bean) throws BindingException {
        if (deduction != null || !info.inclusion().equals("EXISTING_PROPERTY")) {
            return deduction != null;
        }
        for (JacksonProperty candidate : bean.properties()) {
            if (candidate.name().equals(info.property())) {
                return candidate.field() != null;
            }
        }
        return true;
    }

    private ObjectNode withProperty(ObjectNode id, ObjectNode schema) {
        String property = info.property();
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set(property, id);
        schema.path(Keyword.PROPERTIES.word()).properties().stream()
                .filter(member -> !member.getKey().equals(property))
                .forEach(member -> properties.set(member.getKey(), member.getValue()));
        ArrayNode required = JsonNodeFactory.instance.arrayNode().add(property);
        schema.path(Keyword.REQUIRED.word()).forEach(name -> {
            if (!name.stringValue().equals(property)) {
                required.add(name);
            }
        });
        schema.set(Keyword.PROPERTIES.word(), properties);
        schema.set(Keyword.REQUIRED.word(), required);
        return schema;
    }
}
