package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds patterns that cannot be run: the validator passes over them, so its word on payloads would count for nothing. */
final class PatternCheck {

    private PatternCheck() {}

    /** What is wrong with the first such pattern anywhere in {@code schema}, as a clause; null where nothing is. */
    static @Nullable String problem(JsonNode schema) {
        if (schema.isObject()) {
            for (Map.Entry<String, JsonNode> member : schema.properties()) {
                String problem = problem(member.getKey(), member.getValue());
                if (problem != null) {
                    return problem;
                }
            }
        } else if (schema.isArray()) {
            for (JsonNode item : schema) {
                String problem = problem(item);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static @Nullable String problem(String keyword, JsonNode value) {
        if (keyword.equals("pattern") && value.isString()) {
            return problemOf(value.stringValue());
        }
        if (keyword.equals("patternProperties")) {
            for (String name : value.propertyNames()) {
                String problem = problemOf(name);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return problem(value);
    }

    private static @Nullable String problemOf(String pattern) {
        try {
            EcmaPattern.compile(pattern);
            return null;
        } catch (IllegalArgumentException | StackOverflowError e) {
            return "the pattern " + pattern + " "
                    + (e instanceof IllegalArgumentException ? e.getMessage() : "is nested too deeply");
        }
    }
}
