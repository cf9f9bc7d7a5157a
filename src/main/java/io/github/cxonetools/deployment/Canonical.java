package io.github.cxonetools.deployment;

import io.github.cxonetools.action.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One text for all ways to write the same value or schema: keys sorted, numbers by value, sets sorted. */
final class Canonical {

    /** Arrays whose order says nothing, as keywords of a schema. */
    static final Set<String> SETS = Set.of("required", "type", "enum");

    /** Keywords whose value is no schema but a value, in which nothing is a keyword. */
    static final Set<String> VALUES = Set.of("enum", "const", "default", "examples");

    /** Keywords whose value maps names to schemas: the names are no keywords. */
    static final Set<String> NAMES = Set.of("properties", "patternProperties", "definitions", "dependencies");

    private Canonical() {}

    /** A plain value: arrays keep their order. */
    static String value(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toString();
        }
        if (node.isArray()) {
            return node.valueStream().map(Canonical::value).collect(Collectors.joining(",", "[", "]"));
        }
        if (node.isObject()) {
            return new TreeSet<>(node.propertyNames())
                    .stream()
                            .map(key -> quoted(key) + ":" + value(node.path(key)))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return Json.compact(node);
    }

    /** A schema; {@code $schema} at its root is left out, because a tenant may leave it out. */
    static String schema(JsonNode root) {
        return schema(root, true);
    }

    private static String schema(JsonNode node, boolean isRoot) {
        if (node.isArray()) {
            return node.valueStream().map(item -> schema(item, false)).collect(Collectors.joining(",", "[", "]"));
        }
        if (!node.isObject()) {
            return value(node);
        }
        return new TreeSet<>(node.propertyNames())
                .stream()
                        .filter(key -> !(isRoot && key.equals("$schema")))
                        .map(key -> quoted(key) + ":" + keyword(key, node.path(key)))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String keyword(String key, JsonNode value) {
        if (SETS.contains(key) && value.isArray()) {
            return set(value).stream().collect(Collectors.joining(",", "[", "]"));
        }
        if (VALUES.contains(key)) {
            return value(value);
        }
        if (NAMES.contains(key) && value.isObject()) {
            return new TreeSet<>(value.propertyNames())
                    .stream()
                            .map(name -> quoted(name) + ":" + schema(value.path(name), false))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return schema(value, false);
    }

    static Set<String> set(JsonNode array) {
        return array.valueStream().map(Canonical::value).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code sha256:} and the digest in lower-case hexadecimal. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String quoted(String key) {
        return Json.quoted(key);
    }
}
