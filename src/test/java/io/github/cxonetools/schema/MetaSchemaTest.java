package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.MetaSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the quick check to what the validator says. */
class MetaSchemaTest {

    private static final List<String> KEYWORDS = List.of(
            "$id",
            "$schema",
            "$ref",
            "$comment",
            "title",
            "description",
            "default",
            "readOnly",
            "writeOnly",
            "examples",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "additionalItems",
            "items",
            "maxItems",
            "minItems",
            "uniqueItems",
            "contains",
            "maxProperties",
            "minProperties",
            "required",
            "additionalProperties",
            "definitions",
            "properties",
            "patternProperties",
            "dependencies",
            "propertyNames",
            "const",
            "enum",
            "type",
            "format",
            "contentMediaType",
            "contentEncoding",
            "if",
            "then",
            "else",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "unknown");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "1.0",
            "1.5",
            "0.0",
            "1E400",
            "-0.5",
            "\"\"",
            "\"string\"",
            "\"object\"",
            "\"a(b\"",
            "[]",
            "[1]",
            "[true]",
            "[1,1.0]",
            "[1,\"1\",null]",
            "[{},{}]",
            "[\"a\"]",
            "[\"a\",\"a\"]",
            "[\"string\"]",
            "[\"string\",\"null\"]",
            "[\"string\",\"string\"]",
            "[{}]",
            "[{\"type\":1}]",
            "[null]",
            "{}",
            "{\"a\":{}}",
            "{\"a\":true}",
            "{\"a\":1}",
            "{\"a\":[\"b\"]}",
            "{\"a\":{\"minLength\":-1}}",
            "{\"type\":\"string\"}",
            "{\"type\":\"text\"}",
            "{\"items\":{\"items\":[]}}");

    @Test
    void whatItAcceptsTheValidatorAcceptsAsWell() {
        for (JsonNode schema : schemas()) {
            assertThat(Draft07.metaFindings(schema))
                    .as(schema.toString())
                    .matches(findings -> !MetaSchema.accepts(schema) || findings.isEmpty());
        }
    }

    @Test
    void aSchemaOfEveryKeywordOfContractsIsAccepted() {
        JsonNode schema = Json.read("""
                {"$schema": "http://json-schema.org/draft-07/schema#", "type": ["object", "null"],
                 "properties": {"a": {"type": "string", "pattern": "^a$", "minLength": 1.0, "maxLength": 2},
                                "b": {"type": "array", "items": {"enum": [1, null]}, "uniqueItems": true},
                                "c": {"anyOf": [{"type": "null"}, {"const": 1, "multipleOf": 0.01}]}},
                 "required": ["a"], "additionalProperties": false, "patternProperties": {"^x": true},
                 "allOf": [{"not": {"required": ["b"]}}], "default": {}, "examples": [1], "maximum": 1E400}
                """);

        assertThat(MetaSchema.accepts(schema)).isTrue();
    }

    /** Each keyword with each value, at the root and below. */
    private static List<JsonNode> schemas() {
        List<JsonNode> schemas = new ArrayList<>(VALUES.stream().map(Json::read).toList());
        for (String keyword : KEYWORDS) {
            for (String value : VALUES) {
                ObjectNode schema = JsonNodeFactory.instance.objectNode();
                schema.set(keyword, Json.read(value));
                schemas.add(schema);
                ObjectNode outer = JsonNodeFactory.instance.objectNode();
                outer.putObject("properties").set("p", schema);
                schemas.add(outer);
            }
        }
        return schemas;
    }
}
