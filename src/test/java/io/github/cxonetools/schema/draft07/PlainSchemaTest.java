package io.github.cxonetools.schema.draft07;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class PlainSchemaTest {

    private static final List<String> KEYWORDS = List.of(
            "'type':'string'",
            "'type':'integer'",
            "'type':'number'",
            "'type':['object','null']",
            "'type':['array','boolean']",
            "'enum':['a',1,null,1.50]",
            "'const':2",
            "'const':'ab'",
            "'pattern':'^a'",
            "'minLength':2",
            "'maxLength':1",
            "'minimum':1",
            "'maximum':1.5",
            "'exclusiveMinimum':0",
            "'exclusiveMaximum':2",
            "'required':['a']",
            "'minProperties':1",
            "'maxProperties':1",
            "'minItems':1",
            "'maxItems':1",
            "'uniqueItems':true",
            "'additionalProperties':false",
            "'additionalProperties':SCHEMA",
            "'properties':{'a':SCHEMA,'b':SCHEMA}",
            "'items':SCHEMA",
            "'allOf':[SCHEMA,SCHEMA]",
            "'anyOf':[SCHEMA,SCHEMA]",
            "'title':'a'",
            "'format':'date'",
            "'multipleOf':2",
            "'not':SCHEMA",
            "'oneOf':[SCHEMA,SCHEMA]");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "1.0",
            "1.5",
            "1.50",
            "2",
            "-1",
            "1E400",
            "'a'",
            "'ab'",
            "''",
            "'\\uD83D\\uDE00'",
            "[]",
            "[VALUE]",
            "['a','a']",
            "[1,1.0]",
            "[VALUE,VALUE]",
            "{}",
            "{'a':VALUE}",
            "{'a':VALUE,'b':VALUE}");

    private final Random random = new Random(21);

    /** The validator is the one that knows draft-07; here is only what it would have said at last. */
    @Test
    void nothingIsAcceptedThatTheValidatorRefuses() {
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            JsonNode schema = read(schema(2));
            PlainSchema plain = PlainSchema.of(schema);
            JsonNode value = read(value(2));
            if (plain != null && plain.accepts(value)) {
                accepted++;
                assertThat(Draft07.compile(schema).validate(value))
                        .as("%s by %s", value, schema)
                        .isEmpty();
            }
        }
        assertThat(accepted).isGreaterThan(2_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'type':'object','required':['a'],'properties':{'a':{'type':'string','pattern':'^(x|y)$'}}};{'a':'x','z':1}",
                "{'type':['integer','null'],'minimum':0};7",
                "{'type':'number','exclusiveMaximum':1};0.25",
                "{'items':{'type':'string','maxLength':1},'uniqueItems':true};['a','\uD83D\uDE00']",
                "{'additionalProperties':{'type':'boolean'}};{'any':true}",
                "{'anyOf':[{'type':'null'},{'enum':['a']}]};'a'",
                "true;[1]",
                "{'anyOf':[true]};{'a':[1]}",
                "{'allOf':[true,{}]};[1]",
            })
    void whatCommonKeywordsSayIsAcceptedWithoutTheValidator(String schema, String value) {
        assertThat(requireNonNull(PlainSchema.of(read(schema))).accepts(read(value)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#/definitions/a','definitions':{'a':{}}}",
                "{'oneOf':[{},{'type':'string'}]}",
                "{'not':{'type':'string'}}",
                "{'items':[{}]}",
                "{'patternProperties':{'^a':{}}}",
                "{'propertyNames':{'maxLength':1}}",
                "{'contains':{}}",
                "{'$schema':'https://json-schema.org/draft/2020-12/schema'}",
                "{'pattern':'('}",
                "{'minLength':'1'}",
                "{'minLength':1E20}",
                "{'unknown':1}",
                "{'properties':{'a':false}}",
            })
    void whatItDoesNotKnowIsTheValidatorsToSay(String schema) {
        assertThat(PlainSchema.of(read(schema))).isNull();
    }

    private String schema(int depth) {
        if (random.nextInt(10) == 0) {
            return "true";
        }
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String member = KEYWORDS.get(random.nextInt(KEYWORDS.size()));
            String name = member.substring(0, member.indexOf(':'));
            if (members.stream().noneMatch(other -> other.startsWith(name + ":"))) {
                while (member.contains("SCHEMA")) {
                    member = member.replaceFirst("SCHEMA", depth == 0 ? "true" : schema(depth - 1));
                }
                members.add(member);
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private String value(int depth) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        while (value.contains("VALUE")) {
            value = value.replaceFirst(
                    "VALUE", depth == 0 ? "0" : value(depth - 1).replace("\\", "\\\\"));
        }
        return value;
    }

    private static JsonNode read(String json) {
        return Json.read(json.replace('\'', '"'));
    }
}
