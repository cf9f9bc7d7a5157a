package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One text for all ways to write the same value or schema: keys sorted, numbers by value, sets sorted. */
final class Canonical {

    /** Where draft-07 has {@code definitions}, later drafts have this. */
    static final String LATER_DEFINITIONS = "$defs";

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

    /** A schema: two that take the same payloads for the reasons that {@link SchemaMeaning} knows have one text. */
    static String schema(JsonNode root) {
        return meaning(SchemaMeaning.of(root));
    }

    /** The text of what {@link SchemaMeaning} made. */
    static String meaning(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(Canonical::meaning).collect(Collectors.joining(",", "[", "]"));
        }
        if (!node.isObject()) {
            return value(node);
        }
        return new TreeSet<>(node.propertyNames())
                .stream()
                        .map(key -> quoted(key) + ":" + keyword(key, node.path(key)))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String keyword(String key, JsonNode value) {
        Keyword.ValueKind kind = kind(key);
        if (kind == null) {
            return meaning(value);
        }
        if (kind.isSet() && value.isArray()) {
            return set(value).stream().collect(Collectors.joining(",", "[", "]"));
        }
        if (kind == Keyword.ValueKind.ALTERNATIVES && value.isArray()) {
            return value.valueStream().map(Canonical::meaning).sorted().collect(Collectors.joining(",", "[", "]"));
        }
        if (kind.isOfPayload()) {
            return value(value);
        }
        if (kind.isByName() && value.isObject()) {
            return new TreeSet<>(value.propertyNames())
                    .stream()
                            .map(name -> quoted(name) + ":" + meaning(value.path(name)))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return meaning(value);
    }

    /** What stands under a keyword; null where it is none that is known. */
    static Keyword.@Nullable ValueKind kind(String word) {
        return word.equals(LATER_DEFINITIONS) ? Keyword.ValueKind.NAMED_SCHEMAS : Keyword.valueUnder(word);
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
