package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a producer is taken to send where its schema is open: the names that it declares, in any of its branches. */
class DeclaredPropertiesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'properties': {'a': {}}}; {'b': 1}; false",
                "{'properties': {'a': {}}}; {'a': 1}; true",
                "{'required': ['a']}; {'a': 1}; true",
                "{'required': ['a']}; {'a': 1, 'b': 1}; false",
                "{'anyOf': [{'properties': {'a': {}}}, {'required': ['b']}], 'properties': {'c': {}}}; {'a': 1, 'b': 1, 'c': 1}; true",
                "{'anyOf': [{'properties': {'a': {}}}, {'required': ['b']}], 'properties': {'c': {}}}; {'d': 1}; false",
                "{'allOf': [{'properties': {'a': {}}}, {'properties': {'b': {}}}]}; {'a': 1, 'b': 1}; true",
                "{'oneOf': [{'required': ['a']}, {'required': ['b']}]}; {'a': 1}; true",
                "{'oneOf': [{'required': ['a']}, {'required': ['b']}]}; {'a': 1, 'b': 1}; false",
                "{'properties': {'m': {'properties': {'a': {}}}}}; {'m': {'b': 1}}; false",
                "{'items': {'properties': {'a': {}}}}; [{'b': 1}]; false",
                "{'items': [{'properties': {'a': {}}}], 'additionalItems': {'properties': {'b': {}}}}; [{'a': 1}, {'b': 1}]; true",
                "{'items': [{'properties': {'a': {}}}], 'additionalItems': {'properties': {'b': {}}}}; [{}, {'c': 1}]; false",
                "{'additionalProperties': {'properties': {'a': {}}}}; {'any': {'a': 1}}; true",
                "{'additionalProperties': {'properties': {'a': {}}}}; {'any': {'b': 1}}; false",
            })
    void namesThatAreDeclaredAreAllThatIsSent(String schema, String payload, boolean sent) {
        assertThat(accepts(DeclaredProperties.only(json(schema)), payload)).isEqualTo(sent);
        if (sent) {
            assertThat(accepts(json(schema), payload)).isTrue();
        }
    }

    /** Too narrow a list would hide breaks. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}",
                "{'type': 'object'}",
                "{'additionalProperties': true, 'properties': {'a': {}}}",
                "{'patternProperties': {'^x': {}}, 'properties': {'a': {}}}",
                "{'propertyNames': {'maxLength': 9}, 'properties': {'a': {}}}",
                "{'$ref': '#/definitions/d', 'definitions': {'d': {'properties': {'a': {}}}}}",
                "{'not': {'required': ['z']}, 'properties': {'a': {}}}",
                "{'if': {'required': ['a']}, 'then': {'properties': {'c': {}}}}",
                "{'dependencies': {'a': ['b']}, 'properties': {'a': {}}}",
                "{'anyOf': [{'properties': {'a': {}}}, {'additionalProperties': {}}]}",
            })
    void whereInDoubtItIsLeftOpen(String schema) {
        assertThat(accepts(DeclaredProperties.only(json(schema)), "{'b': 1}")).isTrue();
    }

    @Test
    void theSchemaItselfIsNotChanged() {
        JsonNode schema = json("{'properties': {'a': {'properties': {'b': {}}}}}");
        JsonNode before = schema.deepCopy();

        DeclaredProperties.only(schema);

        assertThat(schema).isEqualTo(before);
    }

    private static boolean accepts(JsonNode schema, String payload) {
        return PayloadValidator.of(schema).validate(json(payload)).isEmpty();
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }
}
