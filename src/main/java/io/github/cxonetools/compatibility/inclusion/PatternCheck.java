package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds patterns that cannot be run: the validator passes over them, so its word on payloads would count for nothing. */
final class PatternCheck {

    private PatternCheck() {}

    /** What is wrong with the first such pattern anywhere in {@code schema}, as a clause. */
    static Optional<String> problem(JsonNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            Optional<String> problem = problem(member.getKey(), member.getValue());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return schema.isArray()
                ? schema.valueStream()
                        .map(PatternCheck::problem)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> problem(String keyword, JsonNode value) {
        if (keyword.equals("pattern") && value.isString()) {
            return problemOf(value.stringValue());
        }
        Optional<String> ofNames = keyword.equals("patternProperties")
                ? value.propertyNames().stream()
                        .map(PatternCheck::problemOf)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
        return ofNames.or(() -> problem(value));
    }

    private static Optional<String> problemOf(String pattern) {
        try {
            EcmaPattern.compile(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException | StackOverflowError e) {
            return Optional.of("the pattern " + pattern + " "
                    + (e instanceof IllegalArgumentException ? e.getMessage() : "is nested too deeply"));
        }
    }
}
