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
            "'multipleOf':0.01",
            "'multipleOf':0.5",
            "'propertyNames':SCHEMA",
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
            "9007199254740993",
            "-0.010",
            "4.35",
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
    void whatIsPlainIsWhatTheValidatorSays() {
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < 20_000; i++) {
            JsonNode schema = read(schema(2));
            PlainSchema plain = PlainSchemaReader.read(schema);
            JsonNode value = read(value(2));
            PlainSchema.Validity verdict = plain == null ? PlainSchema.Validity.UNKNOWN : plain.judge(value);
            valid += verdict == PlainSchema.Validity.VALID ? 1 : 0;
            invalid += verdict == PlainSchema.Validity.INVALID ? 1 : 0;
            if (verdict != PlainSchema.Validity.UNKNOWN) {
                assertThat(Draft07.compile(schema).validate(value).isEmpty())
                        .as("%s by %s", value, schema)
                        .isEqualTo(verdict == PlainSchema.Validity.VALID);
            }
        }
        assertThat(valid).isGreaterThan(2_000);
        assertThat(invalid).isGreaterThan(2_000);
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
                "{'multipleOf':0.01};1.15",
                "{'propertyNames':{'enum':['a','b']}};{'a':1}",
            })
    void whatCommonKeywordsSayIsAcceptedWithoutTheValidator(String schema, String value) {
        assertThat(requireNonNull(PlainSchemaReader.read(read(schema))).judge(read(value)))
                .isEqualTo(PlainSchema.Validity.VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'type':'object','required':['a']};{'b':1}",
                "{'additionalProperties':false};{'any':true}",
                "{'properties':{'a':{'maxLength':2}}};{'a':'xyz'}",
                "{'type':['integer','null']};'7'",
                "{'type':'number','exclusiveMaximum':1};1.0",
                "{'items':{'enum':['a','b']}};['a','c']",
                "{'uniqueItems':true};['a','a']",
                "{'minItems':2};['a']",
                "{'maxProperties':1};{'a':1,'b':2}",
                "{'anyOf':[{'type':'null'},{'enum':['a']}]};'b'",
                "{'allOf':[{},{'pattern':'^a'}]};'b'",
                "{'multipleOf':0.01};1.155",
                "{'propertyNames':{'enum':['a','b']}};{'c':1}",
            })
    void whatCommonKeywordsSayIsRefusedWithoutTheValidator(String schema, String value) {
        assertThat(requireNonNull(PlainSchemaReader.read(read(schema))).judge(read(value)))
                .isEqualTo(PlainSchema.Validity.INVALID);
    }

    /** Numbers count by value, and these are written in ways of which each needs a look. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'type':'integer'};1.0",
                "{'enum':[1]};1.0",
                "{'enum':[1],'const':1.0};1",
                "{'const':[1]};[1.0]",
                "{'uniqueItems':true};[1,1.0]",
                "{'multipleOf':0.01};1E400",
                "{'multipleOf':2};9007199254740993",
                "{'minItems':1,'minProperties':3,'type':'integer'};1.0",
            })
    void whatMayBeValidInAnotherNotationIsTheValidatorsToSay(String schema, String value) {
        assertThat(requireNonNull(PlainSchemaReader.read(read(schema))).judge(read(value)))
                .isEqualTo(PlainSchema.Validity.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#/definitions/a','definitions':{'a':{}}}",
                "{'oneOf':[{},{'type':'string'}]}",
                "{'not':{'type':'string'}}",
                "{'items':[{}]}",
                "{'patternProperties':{'^a':{}}}",
                "{'contains':{}}",
                "{'$schema':'https://json-schema.org/draft/2020-12/schema'}",
                "{'pattern':'('}",
                "{'minLength':'1'}",
                "{'minLength':1E20}",
                "{'unknown':1}",
                "{'properties':{'a':false}}",
            })
    void whatItDoesNotKnowIsTheValidatorsToSay(String schema) {
        assertThat(PlainSchemaReader.read(read(schema))).isNull();
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
