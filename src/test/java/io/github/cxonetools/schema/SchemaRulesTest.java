package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.SchemaRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "true",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}",
                "{\"properties\":{\"$ref\":{},\"definitions\":{},\"$defs\":{},\"unevaluatedItems\":{\"type\":\"null\"}}}",
                "{\"default\":{\"$ref\":1},\"enum\":[{\"$defs\":{}}],\"const\":{\"x\":1},\"examples\":[{\"y\":2}]}",
                "{\"dependencies\":{\"a\":[\"b\"],\"c\":{\"type\":\"object\"}},\"readOnly\":true}",
                "{\"pattern\":\"^(voice|chat|email|sms)$\"}",
            })
    void schemasThatCxoneTakesAreTaken(String schema) {
        assertThat(SchemaRules.findings(Json.read(schema))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"minimum\":\"-1.0\"}~/minimum is a string, not a number",
                "{\"type\":\"foo\"}~/type is none of array, boolean, integer, null, number, object, string",
                "{\"items\":{\"$ref\":\"#\"}}~/items/$ref is not allowed: everything must be inline",
                "{\"definitions\":{}}~/definitions is not allowed: everything must be inline",
                "{\"$defs\":{}}~/$defs is not allowed: everything must be inline",
                "{\"properties\":{\"a\":{\"minContains\":1}}}~/properties/a/minContains is not a keyword of draft-07",
                "{\"anyOf\":[{},{\"unevaluatedItems\":true}]}~/anyOf/1/unevaluatedItems is not a keyword of draft-07",
                "{\"patternProperties\":{\"(?<n>a)\":{}}}~"
                        + "/patternProperties/(?<n>a): the pattern (?<n>a) has a named group; write (…)",
                "{\"pattern\":\"a++\"}~/pattern: the pattern a++ has a possessive quantifier, which ECMA-262 does not know",
                "{\"pattern\":\"\\\\Aa\"}~/pattern: the pattern \\Aa has \\A, which ECMA-262 does not know",
                "{\"pattern\":\"(?i)a\"}~"
                        + "/pattern: the pattern (?i)a has flags or an atomic group, (?…, which ECMA-262 does not know",
                "{\"pattern\":\"(a\"}~/pattern: the pattern (a has an unclosed group",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}~"
                        + "/$schema is https://json-schema.org/draft/2020-12/schema, not http://json-schema.org/draft-07/schema#",
            })
    void schemasThatCxoneRefusesAreRefused(String schema, String finding) {
        assertThat(SchemaRules.findings(Json.read(schema))).containsExactly(finding);
    }

    @Test
    void everythingIsFoundAtOnce() {
        assertThat(SchemaRules.findings(Json.read("{\"foo\":1,\"bar\":2,\"maximum\":\"1\"}")))
                .hasSize(3);
    }
}
