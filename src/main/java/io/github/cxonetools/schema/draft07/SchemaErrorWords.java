package io.github.cxonetools.schema.draft07;

import com.networknt.schema.Error;
import io.github.cxonetools.schema.pattern.PatternWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One error of the validator in this plugin's words: independent of the machine's locale and the library's version. */
final class SchemaErrorWords {

    /** Of an enumeration: each error names them anew. */
    private static final int MOST_ITEMS = 100;

    private SchemaErrorWords() {}

    /** The property's name that only the payload knows and the words quote, or null. */
    static @Nullable String quotedName(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties", "propertyNames", "dependencies" -> error.getProperty();
            default -> null;
        };
    }

    /** @param name what to say for {@link #quotedName} */
    static String of(Error error, String name) {
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> "is " + type(error.getInstanceNode()) + ", not " + types(rule);
            case "required" -> "lacks " + error.getProperty();
            case "pattern" -> pattern(text(rule));
            case "enum" -> "is none of " + items(rule);
            case "const" -> "is not " + text(rule);
            case "minimum" -> "is less than " + text(rule);
            case "maximum" -> "is greater than " + text(rule);
            case "exclusiveMinimum" -> "is not greater than " + text(rule);
            case "exclusiveMaximum" -> "is not less than " + text(rule);
            case "multipleOf" -> "is not a multiple of " + text(rule);
            case "minLength" -> "is shorter than " + text(rule) + " characters";
            case "maxLength" -> "is longer than " + text(rule) + " characters";
            case "minItems" -> "has fewer than " + text(rule) + " items";
            case "maxItems" -> "has more than " + text(rule) + " items";
            case "minProperties" -> "has fewer than " + text(rule) + " properties";
            case "maxProperties" -> "has more than " + text(rule) + " properties";
            case "uniqueItems" -> "has an item more than once";
            case "contains" -> "has no item of the kind that it must contain";
            case "additionalProperties" -> "has the unknown property " + name;
            case "additionalItems" -> "has more items than the schema describes";
            case "propertyNames" -> "has the property " + name + ", whose name is not allowed";
            case "dependencies" -> "lacks a property that " + name + " calls for";
            case "oneOf" -> "matches more than one of the alternatives";
            case "anyOf" -> "matches none of the alternatives";
            case "not" -> excluded(rule);
            case "false" -> "is not allowed";
            default -> "breaks the rule " + error.getKeyword();
        };
    }

    private static String pattern(String pattern) {
        String known = PatternWords.of(pattern);
        return known == null ? "does not match " + pattern : "must " + known;
    }

    private static String excluded(JsonNode rule) {
        JsonNode names = rule.path(Keyword.REQUIRED.word());
        if (rule.size() == 1 && rule.path(Keyword.TYPE.word()).stringValue("").equals("null")) {
            return "must not be null";
        }
        if (rule.size() == 1 && rule.has(Keyword.CONST.word())) {
            return "must not be " + text(rule.get(Keyword.CONST.word()));
        }
        return rule.size() == 1 && names.size() == 1
                ? "must not have " + text(names.get(0))
                : "matches what the schema excludes";
    }

    private static String type(@Nullable JsonNode value) {
        if (value == null) {
            return "absent";
        }
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case NULL, MISSING -> "null";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case STRING, BINARY -> "a string";
        };
    }

    private static String types(JsonNode rule) {
        List<String> names = new ArrayList<>();
        if (rule.isArray()) {
            rule.forEach(type -> names.add(article(text(type))));
        } else {
            names.add(article(text(rule)));
        }
        return String.join(" or ", names);
    }

    private static String article(String type) {
        return switch (type) {
            case "null" -> type;
            case "array", "object", "integer" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String items(JsonNode rule) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : rule) {
            if (items.size() == MOST_ITEMS) {
                return String.join(", ", items) + " and " + (rule.size() - MOST_ITEMS) + " more";
            }
            items.add(text(item));
        }
        return String.join(", ", items);
    }

    private static String text(@Nullable JsonNode rule) {
        if (rule == null) {
            return "";
        }
        return rule.isString() ? rule.stringValue() : rule.toString();
    }
}
