package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonTypeInfo}: which subtypes stand on the wire, and how each is told from the others. */
final class Polymorphism {

    /** Of these Jackson 3 refuses any class that a payload names. */
    private static final Set<String> TOO_WIDE = Set.of(
            "java.lang.Object",
            "java.io.Serializable",
            "java.io.Closeable",
            "java.lang.AutoCloseable",
            "java.lang.Cloneable");

    private final String inclusion;
    private final String property;
    private final Map<String, Class<?>> alternatives;
    private final @Nullable Deduction deduction;
    private final @Nullable Fallback fallback;

    private Polymorphism(
            String inclusion,
            String property,
            Map<String, Class<?>> alternatives,
            @Nullable Deduction deduction,
            @Nullable Fallback fallback) {
        this.inclusion = inclusion;
        this.property = property;
        this.alternatives = alternatives;
        this.deduction = deduction;
        this.fallback = fallback;
    }

    /** Null where a value of {@code bean}'s type carries no type id. */
    static @Nullable Polymorphism of(JacksonBean bean, TypeUse use, Side side)
            throws BindingException, UnsupportedTypeException {
        JacksonProperty property = use.property();
        Map<String, Object> own = property == null ? Map.of() : property.attributes("JsonTypeInfo");
        Map<String, Object> info = own.isEmpty() ? bean.attributes("JsonTypeInfo") : own;
        String kind = String.valueOf(info.getOrDefault("use", "NONE"));
        if (kind.equals("NONE")) {
            return null;
        }
        check(bean, kind, use);
        // Beside the value there is no place that a class could know of: Jackson puts its id inside.
        String inclusion = own.isEmpty() && isExternal(info) ? "PROPERTY" : String.valueOf(info.get("include"));
        List<JacksonBean.Subtype> subtypes =
                property == null || own.isEmpty() ? bean.subtypes() : bean.subtypesIn(property);
        Map<String, Class<?>> alternatives = alternatives(bean, subtypes, kind);
        if (side == Side.OUTPUT) {
            addUnlisted(bean, info, kind, alternatives);
        }
        Deduction deduction = kind.equals("DEDUCTION") ? Deduction.of(bean) : null;
        Fallback fallback = side == Side.INPUT ? Fallback.of(bean, info, kind) : null;
        return new Polymorphism(inclusion, propertyName(info), alternatives, deduction, fallback);
    }

    private static void check(JacksonBean bean, String kind, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        if (kind.equals("CUSTOM")) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@JsonTypeInfo (use = CUSTOM) has no schema that is true for "
                            + "every value. Use use = NAME with a property");
        }
        boolean limited = bean.jackson().generation() == Generation.JACKSON_3 && kind.endsWith("CLASS");
        if (limited && TOO_WIDE.contains(bean.type().raw().getName())) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@JsonTypeInfo (use = " + kind + "): Jackson 3 takes no "
                            + "class names for " + ClassNames.simple(bean.type().raw())
                            + ". Use use = NAME, or a type of the project");
        }
    }

    /** {@return true if an annotation of the property puts the type id beside the value} */
    static boolean isExternal(Map<String, Object> info) {
        String kind = String.valueOf(info.getOrDefault("use", "NONE"));
        return !kind.equals("NONE")
                && !kind.equals("DEDUCTION")
                && "EXTERNAL_PROPERTY".equals(String.valueOf(info.get("include")));
    }

    /** The name under which the annotation puts the type id. */
    static String propertyName(Map<String, Object> info) {
        String name = String.valueOf(info.get("property"));
        return name.isEmpty() ? defaultProperty(String.valueOf(info.get("use"))) : name;
    }

    /** {@return true if a value without a type id has a default type} */
    static boolean hasDefault(JacksonProperty property) throws BindingException {
        return property.attributes("JsonTypeInfo").get("defaultImpl") instanceof Class<?> type
                && !type.getName().equals(Jackson.ANNOTATIONS + "JsonTypeInfo");
    }

    /** For what is in a container: there is nothing beside it. */
    void checkNotExternal(TypeUse use) throws UnsupportedTypeException {
        if (inclusion.equals("EXTERNAL_PROPERTY") && deduction == null) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "@JsonTypeInfo (EXTERNAL_PROPERTY) on what holds several "
                            + "values, or perhaps none: Jackson cannot read what it writes there. Use include = PROPERTY");
        }
    }

    /** For what is one value on the wire: where its id then stands depends on the kind of value. */
    static void checkNone(@Nullable Polymorphism polymorphism, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        if (polymorphism != null) {
            throw new UnsupportedTypeException(
                    use.place(),
                    ClassNames.simple(use.type().raw())
                            + " is one value on the wire and has @JsonTypeInfo, for which there is no schema that is true for "
                            + "every value. Let it be an object, or remove one of them");
        }
    }

    /** For what a module says: an id has no place in anything else. */
    static void checkIsObject(ObjectNode said, TypeUse use) throws BindingException, UnsupportedTypeException {
        if (!said.path("type").stringValue("").equals("object")) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "a module of the project says of "
                            + ClassNames.simple(use.type().raw())
                            + ", one of several types, what is not of type object. Say what it is as an object, without its type id");
        }
    }

    private static String defaultProperty(String use) {
        return switch (use) {
            case "CLASS" -> "@class";
            case "MINIMAL_CLASS" -> "@c";
            default -> "@type";
        };
    }

    private static Map<String, Class<?>> alternatives(JacksonBean bean, List<JacksonBean.Subtype> subtypes, String use)
            throws BindingException {
        Map<String, Class<?>> alternatives = new LinkedHashMap<>();
        for (JacksonBean.Subtype subtype : subtypes) {
            boolean known = ClassKinds.isConcrete(subtype.type()) && subtype.type() != Object.class;
            if (known && bean.type().raw().isAssignableFrom(subtype.type())) {
                alternatives.put(id(subtype, use, bean.type().raw()), subtype.type());
            }
        }
        if (use.equals("CLASS") || use.equals("MINIMAL_CLASS")) {
            // The id names any class, whether the mapper was told of it or not.
            for (Class<?> type : known(bean)) {
                alternatives.putIfAbsent(
                        id(new JacksonBean.Subtype(type, null), use, bean.type().raw()), type);
            }
        }
        return alternatives;
    }

    /** What no annotation lists is written all the same, under the name that its class gives itself or else has. */
    private static void addUnlisted(
            JacksonBean bean, Map<String, Object> info, String use, Map<String, Class<?>> alternatives)
            throws BindingException {
        List<Class<?>> types = known(bean);
        if (info.get("defaultImpl") instanceof Class<?> type
                && bean.type().raw().isAssignableFrom(type)) {
            addConcrete(type, types);
        }
        types.removeAll(alternatives.values());
        for (Class<?> type : types) {
            Object name = bean.jackson()
                    .bean(bean.jackson().typeOf(type), Side.OUTPUT)
                    .attributes("JsonTypeName")
                    .get("value");
            String given = name == null || name.toString().isEmpty() ? null : name.toString();
            alternatives.putIfAbsent(
                    id(new JacksonBean.Subtype(type, given), use, bean.type().raw()), type);
        }
    }

    private static String id(JacksonBean.Subtype subtype, String use, Class<?> base) {
        String name = subtype.type().getName();
        return switch (use) {
            case "CLASS" -> name;
            case "MINIMAL_CLASS" -> {
                String folder = base.getPackageName() + ".";
                yield name.startsWith(folder) ? name.substring(folder.length() - 1) : name;
            }
            default -> {
                String given = subtype.name();
                String plain = name.substring(name.lastIndexOf('.') + 1);
                yield given != null
                        ? given
                        : use.equals("SIMPLE_NAME") ? plain.substring(plain.lastIndexOf('$') + 1) : plain;
            }
        };
    }

    /** Concrete subtypes that annotations or {@code permits} name, the class itself included. */
    static List<Class<?>> known(JacksonBean bean) throws BindingException {
        List<Class<?>> known = new ArrayList<>();
        for (JacksonBean.Subtype subtype : bean.subtypes()) {
            if (bean.type().raw().isAssignableFrom(subtype.type())) {
                addConcrete(subtype.type(), known);
            }
        }
        addConcrete(bean.type().raw(), known);
        return known;
    }

    private static void addConcrete(Class<?> type, List<Class<?>> known) {
        if (ClassKinds.isConcrete(type) && type != Object.class && !known.contains(type)) {
            known.add(type);
        }
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            for (Class<?> subtype : permitted) {
                addConcrete(subtype, known);
            }
        }
    }

    Map<String, Class<?>> alternatives() {
        return alternatives;
    }

    /** What an object without an id that is known is read as; null where it is refused. */
    @Nullable
    Class<?> withoutId() {
        return fallback == null ? null : fallback.type();
    }

    /** The schema of an object without an id that is known, of what that is read as; null where there is none. */
    @Nullable
    ObjectNode wrapWithoutId(ObjectNode schema) {
        if (fallback == null) {
            return null;
        }
        return deduction != null
                ? deduction.ofNone(schema)
                : fallback.wrap(schema, inclusion, property, alternatives.keySet());
    }

    /** The schema of one alternative, with its id where the wire has it; null where Jackson never finds it. */
    @Nullable
    ObjectNode wrap(String id, ObjectNode schema, Side side) {
        if (deduction != null) {
            return side == Side.OUTPUT ? schema : deduction.of(alternatives.getOrDefault(id, Object.class), schema);
        }
        return switch (inclusion) {
            case "WRAPPER_OBJECT" -> {
                ObjectNode wrapper = ScalarTypes.type("object");
                wrapper.putObject("properties").set(id, schema);
                wrapper.putArray("required").add(id);
                yield wrapper.put("additionalProperties", false);
            }
            case "WRAPPER_ARRAY" -> {
                ObjectNode wrapper = ScalarTypes.type("array");
                ArrayNode items = wrapper.putArray("items");
                items.addObject().put("const", id);
                items.add(schema);
                yield wrapper.put("minItems", 2).put("maxItems", 2);
            }
            default -> withProperty(id, schema);
        };
    }

    /** {@return true if the bean writes the type id itself, from a field that may hold any text} */
    boolean isWrittenBy(JacksonBean bean) throws BindingException {
        if (deduction != null || !inclusion.equals("EXISTING_PROPERTY")) {
            return deduction != null;
        }
        for (JacksonProperty candidate : bean.properties()) {
            if (candidate.name().equals(property)) {
                return candidate.field() != null;
            }
        }
        return true;
    }

    private ObjectNode withProperty(String id, ObjectNode schema) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.putObject(property).put("const", id);
        schema.path("properties").properties().stream()
                .filter(member -> !member.getKey().equals(property))
                .forEach(member -> properties.set(member.getKey(), member.getValue()));
        ArrayNode required = JsonNodeFactory.instance.arrayNode().add(property);
        schema.path("required").forEach(name -> {
            if (!name.stringValue().equals(property)) {
                required.add(name);
            }
        });
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }
}
