package io.github.cxonetools.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.classes.Generics;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that break one rule of one property each, told from a class's annotations and types alone. */
final class Violations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, Map<String, JsonNode>> KNOWN = new ConcurrentHashMap<>();

    private Violations() {}

    /** Breaking values by the rule that they break; absence is Java's null. */
    static Map<String, JsonNode> of(Class<?> bean, String member) {
        return KNOWN.computeIfAbsent(bean.getName() + " " + member, key -> found(bean, member));
    }

    private static Map<String, JsonNode> found(Class<?> bean, String member) {
        Map<String, JsonNode> broken = new LinkedHashMap<>();
        for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(member)
                        && !Modifier.isStatic(field.getModifiers())
                        && !field.isAnnotationPresent(JsonFormat.class)) {
                    ofType(field.getType(), broken);
                    ofConstraints(field, field.getType(), broken);
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equalsIgnoreCase("get" + member) && !bean.isRecord()) {
                    ofConstraints(method, method.getReturnType(), broken);
                }
            }
        }
        return broken;
    }

    private static void ofType(Class<?> type, Map<String, JsonNode> broken) {
        if (type.isPrimitive()) {
            broken.put("null for a primitive", JSON.nullNode());
        }
        if (type.isEnum() && !type.getName().startsWith("java.")) {
            broken.put("no name of the enum", JSON.stringNode("NO_SUCH_NAME"));
        }
        switch (type.getName()) {
            case "int", "java.lang.Integer" -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE, broken);
            case "long", "java.lang.Long" -> whole(Long.MIN_VALUE, Long.MAX_VALUE, broken);
            case "short", "java.lang.Short" -> whole(Short.MIN_VALUE, Short.MAX_VALUE, broken);
            case "byte", "java.lang.Byte" -> whole(Byte.MIN_VALUE, Byte.MAX_VALUE, broken);
            case "java.lang.String", "java.util.UUID", "java.time.Instant", "java.time.LocalDate", "char" ->
                broken.put("a number for text", JSON.numberNode(1));
            case "boolean", "java.lang.Boolean" -> broken.put("text for a boolean", JSON.stringNode("yes"));
            case "double", "float", "java.lang.Double", "java.lang.Float", "java.math.BigDecimal" ->
                broken.put("text for a number", JSON.stringNode("x"));
            case "char[]", "[C", "[B" ->
                broken.put("a list for text", JSON.arrayNode().add(1));
            case "java.util.Set", "java.util.Collection" -> broken.put("text for a list", JSON.stringNode("x"));
            case "java.math.BigInteger", "java.util.OptionalInt", "java.util.OptionalLong" ->
                broken.put("a fraction", JSON.numberNode(new BigDecimal("1.5")));
            case "java.time.Duration", "java.time.LocalTime", "java.time.OffsetDateTime", "java.util.Date" ->
                broken.put("text that is none", JSON.stringNode("noon"));
            case "java.util.List" -> broken.put("an object for a list", JSON.objectNode());
            case "java.util.Map" -> broken.put("a list for a map", JSON.arrayNode());
            default -> {}
        }
        if (List.of("java.util.UUID", "java.time.Instant", "java.time.LocalDate")
                .contains(type.getName())) {
            broken.put("text that is none", JSON.stringNode("2026-02-30"));
        }
    }

    private static void whole(long min, long max, Map<String, JsonNode> broken) {
        broken.put(
                "below the type",
                JSON.numberNode(BigDecimal.valueOf(min).subtract(BigDecimal.ONE).toBigInteger()));
        broken.put(
                "above the type",
                JSON.numberNode(BigDecimal.valueOf(max).add(BigDecimal.ONE).toBigInteger()));
        broken.put("a fraction", JSON.numberNode(new BigDecimal("1.5")));
        broken.put("text for a number", JSON.stringNode("x"));
    }

    private static void ofConstraints(AnnotatedElement element, Class<?> type, Map<String, JsonNode> broken) {
        for (Annotation annotation : element.getAnnotations()) {
            boolean builtIn = annotation.annotationType().getName().startsWith("jakarta.validation.constraints.");
            if (builtIn && Attributes.of(annotation).get("groups") instanceof Class<?>[] groups && groups.length == 0) {
                String name = annotation.annotationType().getSimpleName();
                for (JsonNode value : values(name, Attributes.of(annotation), type)) {
                    broken.put("@" + name + " " + value, value);
                }
            }
        }
    }

    /** What an element, an optional value, a key or a map's value must not be, in what the field holds else. */
    static Map<String, JsonNode> inside(Field field, JsonNode held) {
        Map<String, JsonNode> broken = new LinkedHashMap<>();
        if (!(field.getAnnotatedType() instanceof AnnotatedParameterizedType container)
                || field.isAnnotationPresent(JsonFormat.class)) {
            return broken;
        }
        AnnotatedType[] arguments = container.getAnnotatedActualTypeArguments();
        if (Iterable.class.isAssignableFrom(field.getType())) {
            ofContent(arguments[0])
                    .forEach((rule, value) ->
                            broken.put("element " + rule, JSON.arrayNode().add(value)));
        } else if (field.getType() == Optional.class) {
            ofContent(arguments[0]).forEach((rule, value) -> broken.put("optional " + rule, value));
            broken.values().removeIf(JsonNode::isNull); // Null is an empty one.
        } else if (Map.class.isAssignableFrom(field.getType()) && held.isObject() && !held.isEmpty()) {
            Map.Entry<String, JsonNode> entry = held.properties().iterator().next();
            ofContent(arguments[1])
                    .forEach((rule, value) ->
                            broken.put("value " + rule, JSON.objectNode().set(entry.getKey(), value)));
            ofContent(arguments[0]).forEach((rule, value) -> {
                if (value.isString()) {
                    broken.put("key " + rule, JSON.objectNode().set(value.stringValue(), entry.getValue()));
                }
            });
        }
        return broken;
    }

    private static Map<String, JsonNode> ofContent(AnnotatedType content) {
        Map<String, JsonNode> broken = new LinkedHashMap<>();
        Class<?> raw = Generics.raw(content.getType());
        ofType(raw, broken);
        ofConstraints(content, raw, broken);
        return broken;
    }

    /** The name under which the type id of a field's value stands beside it; empty where none does. */
    static String externalId(Field field) {
        JsonTypeInfo info = field.getAnnotation(JsonTypeInfo.class);
        if (info == null || info.include() != JsonTypeInfo.As.EXTERNAL_PROPERTY) {
            return "";
        }
        return info.property().isEmpty() ? info.use().getDefaultPropertyName() : info.property();
    }

    /** The class whose object stands at a field, by itself or as the first one in a container; null where none does. */
    static Class<?> nested(AnnotatedType type) {
        AnnotatedType[] arguments = type instanceof AnnotatedParameterizedType container
                ? container.getAnnotatedActualTypeArguments()
                : new AnnotatedType[0];
        Class<?> raw = Generics.raw(type.getType());
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
            return nested(arguments[1]);
        }
        if (Iterable.class.isAssignableFrom(raw) && arguments.length == 1) {
            return nested(arguments[0]);
        }
        boolean own = raw.getName().startsWith(Violations.class.getPackageName()) && ClassKinds.isConcrete(raw);
        return own && arguments.length == 0 && !raw.isEnum() ? raw : null;
    }

    /** True where the validator looks into what {@link #nested} gives. */
    static boolean cascades(Field field) {
        AnnotatedType type = field.getAnnotatedType();
        boolean direct = field.isAnnotationPresent(jakarta.validation.Valid.class);
        if (type instanceof AnnotatedParameterizedType container) {
            AnnotatedType[] arguments = container.getAnnotatedActualTypeArguments();
            AnnotatedType last = arguments[arguments.length - 1];
            boolean deep = last instanceof AnnotatedParameterizedType;
            return !deep && (direct || last.isAnnotationPresent(jakarta.validation.Valid.class));
        }
        return direct;
    }

    /** Of the rules of {@link #of} those that the type makes, without the validator. */
    static boolean isOfType(String rule) {
        return !rule.startsWith("@");
    }

    private static List<JsonNode> values(String name, Map<String, Object> values, Class<?> type) {
        boolean optional = type.getName().startsWith("java.util.Optional");
        boolean whole = List.of(
                        "int",
                        "long",
                        "short",
                        "byte",
                        "java.lang.Integer",
                        "java.lang.Long",
                        "java.lang.Short",
                        "java.lang.Byte",
                        "java.math.BigInteger")
                .contains(type.getName());
        BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.001");
        return switch (name) {
            case "NotNull" -> optional ? List.of() : List.of(JSON.nullNode());
            case "NotEmpty" -> List.of(JSON.nullNode(), empty(type));
            case "NotBlank" -> List.of(JSON.nullNode(), JSON.stringNode(""), JSON.stringNode(" \t"));
            case "Min", "DecimalMin" -> List.of(number(values.get("value")).apply(step.negate()));
            case "Max", "DecimalMax" ->
                type == Float.class
                        ? List.of(JSON.numberNode(1e9))
                        : List.of(number(values.get("value")).apply(step));
            case "Positive" -> List.of(JSON.numberNode(0), JSON.numberNode(-1));
            case "PositiveOrZero" -> List.of(JSON.numberNode(-1));
            case "Negative" -> List.of(JSON.numberNode(0), JSON.numberNode(1));
            case "NegativeOrZero" -> List.of(JSON.numberNode(1));
            case "Pattern" -> List.of(JSON.stringNode("\u0001 no such text"));
            case "Size" -> sizes(values, type);
            case "AssertTrue" -> List.of(JSON.booleanNode(false));
            case "Null" -> List.of(JSON.stringNode("x"));
            case "Digits" ->
                List.of(JSON.numberNode(
                        BigDecimal.TEN.pow((Integer) values.get("integer")).toBigInteger()));
            default -> List.of();
        };
    }

    private static java.util.function.Function<BigDecimal, JsonNode> number(Object bound) {
        return step -> JSON.numberNode(new BigDecimal(bound.toString()).add(step));
    }

    private static JsonNode empty(Class<?> type) {
        return type == String.class
                ? JSON.stringNode("")
                : Map.class.isAssignableFrom(type) ? JSON.objectNode() : JSON.arrayNode();
    }

    private static List<JsonNode> sizes(Map<String, Object> values, Class<?> type) {
        List<JsonNode> broken = new ArrayList<>();
        int min = (Integer) values.get("min");
        int max = (Integer) values.get("max");
        if (min > 0) {
            broken.add(ofSize(type, min - 1));
        }
        if (max < 1000) {
            broken.add(ofSize(type, max + 1));
        }
        return broken;
    }

    private static JsonNode ofSize(Class<?> type, int size) {
        if (type == String.class) {
            return JSON.stringNode("a".repeat(size));
        }
        if (Map.class.isAssignableFrom(type)) {
            var map = JSON.objectNode();
            for (int i = 0; i < size; i++) {
                map.put("k" + i, "v");
            }
            return map;
        }
        var list = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add("e" + i);
        }
        return list;
    }

    /** True where {@code @JsonInclude} may leave the property, or entries of it, out of what is written. */
    static boolean mayOmit(Class<?> bean, String member) {
        List<AnnotatedElement> places = new ArrayList<>(List.of(bean));
        for (Field field : bean.getDeclaredFields()) {
            if (field.getName().equals(member)) {
                places.add(field);
            }
        }
        return places.stream().anyMatch(place -> place.isAnnotationPresent(JsonInclude.class));
    }

    /** True where an annotation says that the property must be there. */
    static boolean mustBeThere(Class<?> bean, String member) {
        return of(bean, member).keySet().stream()
                .anyMatch(rule ->
                        rule.equals("@NotNull null") || rule.equals("@NotEmpty null") || rule.equals("@NotBlank null"));
    }
}
