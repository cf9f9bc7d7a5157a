package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What may be meant as a constant of an enum: what is written of each, its names, its fields, and what stands in its code. */
final class EnumCandidates {

    private EnumCandidates() {}

    /** What each is written as. */
    static Set<JsonNode> written(Jackson jackson, Class<?> type) throws BindingException {
        Set<JsonNode> written = new LinkedHashSet<>();
        for (Object constant : constants(type)) {
            written.add(Json.read(jackson.write(constant)));
        }
        return written;
    }

    static Set<String> texts(Class<?> type) {
        Set<String> texts = ownTexts(type);
        texts.addAll(ClassFile.texts(type));
        return texts;
    }

    /** Without what only its code knows. */
    static Set<String> ownTexts(Class<?> type) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object constant : constants(type)) {
            texts.add(((Enum<?>) constant).name());
            texts.add(String.valueOf(constant));
        }
        for (Object value : held(type)) {
            if (value instanceof CharSequence || value instanceof Character) {
                texts.add(value.toString());
            }
        }
        return texts;
    }

    static Set<JsonNode> wholeNumbers(Class<?> type) {
        Set<JsonNode> numbers = new LinkedHashSet<>();
        for (Object value : held(type)) {
            if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
                numbers.add(number(((Number) value).longValue()));
            }
        }
        for (int i = -1; i <= constants(type).length; i++) {
            numbers.add(number(i));
        }
        return numbers;
    }

    static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(BigInteger.valueOf(value));
    }

    /** The same with another case of each letter. */
    static List<UnaryOperator<String>> cases() {
        return List.of(
                text -> mapped(text, Character::toLowerCase),
                text -> mapped(text, Character::toUpperCase),
                text -> mapped(
                        text, c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
    }

    /**
     * The same with other separators between its words, its words, and what is left or made when a text of the code is taken
     * off it or put to it.
     */
    static Set<String> related(String name, Set<String> texts) {
        Set<String> related = new LinkedHashSet<>();
        for (String separator : List.of("_", "-", " ", "")) {
            related.add(name.replaceAll("[-_ ]", separator));
        }
        related.addAll(List.of(name.split("[-_ ]")));
        for (String text : texts) {
            String affix = text.replaceAll("[\\u0001\\u0002]", ""); // Where javac's concatenation puts values.
            if (!affix.isEmpty() && !affix.equals(name)) {
                related.add(affix + name);
                related.add(name + affix);
                related.add(name.startsWith(affix) ? name.substring(affix.length()) : name);
                related.add(name.endsWith(affix) ? name.substring(0, name.length() - affix.length()) : name);
            }
        }
        related.remove("");
        return related;
    }

    /** What has more, or less, than the text itself. */
    static List<String> near(String text) {
        List<String> near = new ArrayList<>(List.of(text + "x", "x" + text, text + text));
        if (text.length() > 1) {
            near.add(text.substring(0, text.length() - 1));
            near.add(text.substring(1));
        }
        return near;
    }

    private interface OfCharacter {
        char of(char c);
    }

    private static String mapped(String text, OfCharacter mapping) {
        StringBuilder mapped = new StringBuilder();
        for (char c : text.toCharArray()) {
            mapped.append(mapping.of(c));
        }
        return mapped.toString();
    }

    private static List<Object> held(Class<?> type) {
        List<Object> held = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                for (Object constant : constants(type)) {
                    add(field, constant, held);
                }
            }
        }
        return held;
    }

    private static void add(Field field, Object constant, List<Object> held) {
        try {
            field.setAccessible(true);
            Object value = field.get(constant);
            if (value instanceof Iterable<?> several) {
                several.forEach(held::add);
            } else if (value instanceof Object[] several) {
                held.addAll(List.of(several));
            } else if (value != null) {
                held.add(value);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            return; // One source of several.
        }
    }

    private static Object[] constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null ? new Object[0] : constants;
    }
}
