package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** References into a schema itself, replaced by what they lead to; and those that are better left. */
class InlinedReferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'$ref': '#/definitions/a', 'definitions': {'a': {'type': 'string'}}}; {'type': 'string'}",
                "{'items': {'$ref': '#/definitions/a', 'maxLength': 1}, 'definitions': {'a': {'type': 'string'}}}; {'items': {'type': 'string'}}",
                "{'properties': {'a': {'not': {'$ref': '#/properties/b'}}, 'b': {'type': 'null'}}}; {'properties': {'a': {'not': {'type': 'null'}}, 'b': {'type': 'null'}}}",
                "{'anyOf': [{'$ref': '#/definitions/a~1b%25~0'}, true], 'definitions': {'a/b%~': false}}; {'anyOf': [false, true]}",
                "{'items': [{'$ref': '#/anyOf/0'}], 'anyOf': [{'type': 'array'}]}; {'items': [{'type': 'array'}], 'anyOf': [{'type': 'array'}]}",
                "{'dependencies': {'a': ['b'], 'c': {'$ref': '#/definitions/d'}}, 'definitions': {'d': {}}}; {'dependencies': {'a': ['b'], 'c': {}}}",
                "{'$ref': '#/definitions/a', 'definitions': {'a': {'$ref': '#/definitions/b'}, 'b': {'type': 'null'}}}; {'type': 'null'}",
                "{'enum': [{'$ref': '#x'}], 'const': {'$ref': '#/y'}, 'items': {'$ref': '#/definitions/a'}, 'definitions': {'a': {}}}; {'enum': [{'$ref': '#x'}], 'const': {'$ref': '#/y'}, 'items': {}}",
                "{'properties': {'$ref': {'type': 'string'}}}; {'properties': {'$ref': {'type': 'string'}}}",
            })
    void whatIsReferredToIsPutInPlace(String schema, String expected) {
        JsonNode given = json(schema);

        assertThat(InlinedReferences.in(given)).isEqualTo(json(expected));
        assertThat(given).as("the schema itself is not changed").isEqualTo(json(schema));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref': '#'}",
                "{'$ref': '#name', 'definitions': {'a': {'$id': '#name'}}}",
                "{'$ref': 'https://example.com/#/a'}",
                "{'items': {'$ref': '#/definitions/none'}}",
                "{'items': {'$ref': 5}}",
                "{'items': {'$ref': '#/definitions/%zz'}}",
                "{'$ref': '#/definitions/a', 'definitions': {'a': {'items': {'$ref': '#/definitions/a'}}}}",
                "{'$ref': '#/definitions/a', 'definitions': {'a': {'$ref': '#/definitions/b'}, 'b': {'$ref': '#/definitions/a'}}}",
                "{'items': {'$id': 'http://x/y', 'items': {'$ref': '#/definitions/a'}}, 'definitions': {'a': {}}}",
                "{'$ref': '#/definitions/a/definitions/b', 'definitions': {'a': {'$id': 'http://x/y', 'definitions': {'b': {}}}}}",
            })
    void whatGoesRoundOrLeadsElsewhereIsLeft(String schema) {
        assertThat(InlinedReferences.in(json(schema))).isEqualTo(json(schema));
    }

    @Test
    void whatWouldBecomeTooLargeIsLeft() {
        StringBuilder definitions = new StringBuilder("'d0': {'type': 'string'}");
        for (int i = 1; i < 40; i++) {
            String below = "{'$ref': '#/definitions/d" + (i - 1) + "'}";
            definitions
                    .append(", 'd")
                    .append(i)
                    .append("': {'items': [")
                    .append(below)
                    .append(", ")
                    .append(below)
                    .append("]}");
        }
        JsonNode schema = json("{'$ref': '#/definitions/d39', 'definitions': {" + definitions + "}}");

        assertThat(InlinedReferences.in(schema)).isSameAs(schema);
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }
}
