package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.pattern.TextPatterns;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of an enum's constants on the wire. They are read off the class file; only where code alone can tell them is
 * the enum initialised, and the project's Jackson asked.
 */
public final class EnumNames implements Definitions {

    private final Jackson jackson;
    private final Side side;
    private final Warnings warnings;

    public EnumNames(Jackson jackson, Side side, Warnings warnings) {
        this.jackson = jackson;
        this.side = side;
        this.warnings = warnings;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        if (!raw.isEnum()) {
            return null;
        }
        List<Method> factories = factories(raw);
        if (!factories.isEmpty()) {
            return made(raw, factories, !use.constraints().forbidsNull(), use.place());
        }
        ObjectNode schema = schema(raw, format(raw, use.property()), use.place());
        boolean names = schema.path(Keyword.TYPE.word()).stringValue("").equals("string");
        if (side == Side.OUTPUT || !names) {
            return schema;
        }
        if (takesUnknown(raw, use)) {
            return ScalarTypes.type("string");
        }
        return JsonFormat.of(use.property()).features().contains("ACCEPT_CASE_INSENSITIVE_VALUES")
                ? inAnyCase(schema.path(Keyword.ENUM.word()))
                : schema;
    }

    /** What factory methods make constants of; none where the mapper knows their names itself. */
    private List<Method> factories(Class<?> type) {
        List<Method> factories = new ArrayList<>();
        for (Method method : side == Side.INPUT ? type.getDeclaredMethods() : new Method[0]) {
            Annotation creator = annotation(method, "JsonCreator");
            if (creator != null
                    && Modifier.isStatic(method.getModifiers())
                    && !"DISABLED".equals(String.valueOf(Attributes.of(creator).get("mode")))) {
                factories.add(method);
            }
        }
        return factories;
    }

    private ObjectNode made(Class<?> type, List<Method> factories, boolean takesNull, String place)
            throws UnsupportedTypeException {
        EnumAnswers answers = answers(type, factories);
        if (!answers.isSaid(takesNull)) {
            warnings.cannotSay(
                    place,
                    "what " + ClassNames.simple(type) + "." + factories.get(0).getName() + " takes",
                    "only its code knows");
        }
        return answers.schema(takesNull);
    }

    private EnumAnswers answers(Class<?> type, List<Method> factories) throws UnsupportedTypeException {
        try {
            return EnumCreator.of(jackson, type, factories, () -> jackson.bean(jackson.typeOf(type), side)
                    .creator()
                    .properties());
        } catch (ProjectCode.FailedException e) {
            throw EnumCode.failed(type, e);
        }
    }

    /** {@return true if a constant is made of a number, of which 1.0 is as good as 1} */
    public boolean takesFractions(Class<?> type) throws UnsupportedTypeException {
        List<Method> factories = type.isEnum() ? factories(type) : List.of();
        return !factories.isEmpty() && answers(type, factories).takesFractions;
    }

    private static ObjectNode inAnyCase(JsonNode names) {
        List<String> patterns = new ArrayList<>();
        names.forEach(name -> patterns.add(TextPatterns.inAnyCase(name.stringValue())));
        return ScalarTypes.type("string").put(Keyword.PATTERN.word(), "^(?:" + String.join("|", patterns) + ")$");
    }

    private ObjectNode schema(Class<?> type, JsonFormat format, String place)
            throws BindingException, UnsupportedTypeException {
        if (format.hasShape("ARRAY") || format.isNumber()) {
            return values(positions(constants(type)));
        }
        if (format.isObject()) {
            throw new UnsupportedTypeException(
                    place,
                    "@JsonFormat(shape = " + format.shape() + ") on the enum " + ClassNames.simple(type)
                            + " writes an object in place of a name. Use @JsonValue");
        }
        List<JsonNode> names = needsCode(type) ? EnumCode.values(jackson, side, type) : declared(type);
        return values(format.hasShape("STRING") ? texts(names) : names);
    }

    /** A text that is no name becomes null, or the constant with {@code @JsonEnumDefaultValue}. */
    private boolean takesUnknown(Class<?> type, TypeUse use) throws BindingException {
        Set<String> features = JsonFormat.of(use.property()).features(); // Of a class Jackson asks none.
        if (features.contains("READ_UNKNOWN_ENUM_VALUES_AS_NULL")) {
            return !use.constraints().forbidsNull();
        }
        return features.contains("READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE")
                && constants(type).stream().anyMatch(constant -> annotation(constant, "JsonEnumDefaultValue") != null);
    }

    private static List<JsonNode> texts(List<JsonNode> names) {
        List<JsonNode> texts = new ArrayList<>();
        names.forEach(name -> texts.add(JsonNodeFactory.instance.stringNode(name.asString())));
        return texts;
    }

    /** The names as keys of a map: always text, and of the JDK's enums their own. */
    public ObjectNode keys(TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> type = use.type().raw();
        List<Method> factories = factories(type);
        if (!factories.isEmpty() && answers(type, factories).isOfText()) {
            made(type, factories, false, use.place()); // For its warning.
            return answers(type, factories).key();
        }
        boolean code = !type.getName().startsWith("java.") && needsCode(type);
        return values(texts(
                code ? EnumCode.values(jackson, factories.isEmpty() ? side : Side.OUTPUT, type) : declared(type)));
    }

    private JsonFormat format(Class<?> type, @Nullable JacksonProperty property) throws BindingException {
        JsonFormat own = JsonFormat.of(property);
        return own.isOfAnyShape() ? JsonFormat.of(annotation(type, "JsonFormat")) : own;
    }

    /** Jackson 3 writes no position of a constant that an annotation names. */
    private List<JsonNode> positions(List<Field> constants) {
        List<JsonNode> positions = new ArrayList<>();
        for (int i = 0; i < constants.size(); i++) {
            String renamed = jackson.generation() == Generation.JACKSON_3 ? renamed(constants.get(i)) : "";
            positions.add(
                    renamed.isEmpty()
                            ? JsonNodeFactory.instance.numberNode(i)
                            : JsonNodeFactory.instance.stringNode(renamed));
        }
        return positions;
    }

    private static ObjectNode values(List<JsonNode> names) {
        boolean text = names.stream().allMatch(JsonNode::isString);
        boolean whole = !names.isEmpty() && names.stream().allMatch(JsonNode::isIntegralNumber);
        ObjectNode schema = text
                ? ScalarTypes.type("string")
                : whole ? ScalarTypes.type("integer") : JsonNodeFactory.instance.objectNode();
        schema.putArray(Keyword.ENUM.word()).addAll(names);
        return schema;
    }

    private static List<Field> constants(Class<?> type) {
        List<Field> constants = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.isEnumConstant()) {
                constants.add(field);
            }
        }
        return constants;
    }

    private List<JsonNode> declared(Class<?> type) throws BindingException {
        List<JsonNode> names = new ArrayList<>();
        for (Field constant : constants(type)) {
            String renamed = renamed(constant);
            names.add(JsonNodeFactory.instance.stringNode(renamed.isEmpty() ? constant.getName() : renamed));
            if (side == Side.INPUT && jackson.readsEnumAliases()) {
                addAliases(constant, names);
            }
        }
        return names;
    }

    private void addAliases(Field constant, List<JsonNode> names) {
        Annotation alias = annotation(constant, "JsonAlias");
        Object aliases = alias == null ? null : Attributes.of(alias).get("value");
        for (String name : aliases instanceof String[] given ? given : new String[0]) {
            JsonNode text = JsonNodeFactory.instance.stringNode(name);
            if (!names.contains(text)) {
                names.add(text);
            }
        }
    }

    private String renamed(Field constant) {
        Annotation renamed = annotation(constant, "JsonProperty");
        Map<String, Object> values = renamed == null ? Map.of() : Attributes.of(renamed);
        return String.valueOf(values.getOrDefault("value", ""));
    }

    private @Nullable Annotation annotation(AnnotatedElement element, String simpleName) {
        Class<? extends Annotation> type = jackson.annotation(simpleName);
        return type == null ? null : element.getAnnotation(type);
    }

    private boolean needsCode(Class<?> type) {
        if (type.getName().startsWith("java.") || jackson.hasEnumNaming(type)) {
            return true;
        }
        boolean named =
                constants(type).stream().noneMatch(constant -> renamed(constant).isEmpty());
        boolean toText = jackson.generation() == Generation.JACKSON_3 && !named && overridesToString(type);
        return toText || hasMember(type, "JsonValue");
    }

    /** Constants with bodies may override it where the enum itself does not. */
    private static boolean overridesToString(Class<?> type) {
        if (!Modifier.isFinal(type.getModifiers())) {
            return true;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("toString") && method.getParameterCount() == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasMember(Class<?> type, String annotation) {
        List<AnnotatedElement> members = new ArrayList<>(List.of(type.getDeclaredMethods()));
        members.addAll(List.of(type.getDeclaredFields()));
        for (Class<?> face : type.getInterfaces()) {
            members.addAll(List.of(face.getMethods()));
        }
        return members.stream().anyMatch(member -> annotation(member, annotation) != null);
    }
}
