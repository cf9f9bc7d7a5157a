package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class PayloadValidatorTest {

    private static final String EVENT = """
            {"type":"object","required":["interaction_id"],"properties":{
             "interaction_id":{"type":"string"},
             "channel_type":{"type":"string","pattern":"^(voice|chat|email|sms)$"},
             "tags":{"type":"array","items":{"type":"string"}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"interaction_id\":\"a\",\"channel_type\":\"fax\"};/channel_type does not match ^(voice|chat|email|sms)$",
                "{};/ lacks interaction_id",
                "[];/ is an array, not an object",
                "{\"interaction_id\":null};/interaction_id is null, not a string",
                "{\"interaction_id\":\"a\",\"tags\":[\"x\",1]};/tags/1 is a number, not a string",
            })
    void aFindingBeginsWithThePlaceAndGoesOnInOurWords(String payload, String finding) {
        assertThat(findings(EVENT, payload)).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"enum\":[\"a\",null,1]};2;/ is none of a, null, 1",
                "{\"const\":4};5;/ is not 4",
                "{\"minimum\":1};0;/ is less than 1",
                "{\"maximum\":1};2;/ is greater than 1",
                "{\"exclusiveMinimum\":1};1;/ is not greater than 1",
                "{\"exclusiveMaximum\":1};1;/ is not less than 1",
                "{\"multipleOf\":3};4;/ is not a multiple of 3",
                "{\"minLength\":2};\"a\";/ is shorter than 2 characters",
                "{\"maxLength\":1};\"ab\";/ is longer than 1 characters",
                "{\"minItems\":1};[];/ has fewer than 1 items",
                "{\"maxItems\":1};[1,2];/ has more than 1 items",
                "{\"minProperties\":1};{};/ has fewer than 1 properties",
                "{\"maxProperties\":0};{\"a\":1};/ has more than 0 properties",
                "{\"uniqueItems\":true};[1,1.0];/ has an item more than once",
                "{\"contains\":{\"const\":1}};[2];/ has no item of the kind that it must contain",
                "{\"additionalProperties\":false};{\"a/b\":1};/ has the unknown property a/b",
                "{\"items\":[{}],\"additionalItems\":false};[1,2];/ has more items than the schema describes",
                "{\"propertyNames\":{\"maxLength\":1}};{\"ab\":1};/ has the property ab, whose name is not allowed",
                "{\"dependencies\":{\"a\":[\"b\"]}};{\"a\":1};/ lacks a property that a calls for",
                "{\"not\":{}};1;/ matches what the schema excludes",
                "{\"oneOf\":[{},{}]};1;/ matches more than one of the alternatives",
                "{\"properties\":{\"a/~\":{\"type\":\"integer\"}}};{\"a/~\":1.5};/a~1~0 is a number, not an integer",
                "{\"type\":[\"string\",\"null\"]};1;/ is a number, not a string or null",
                "false;1;/ is not allowed",
            })
    void everyKeywordHasWords(String schema, String payload, String finding) {
        assertThat(findings(schema, payload)).containsExactly(finding);
    }

    /** A tenant's schema may have keywords of others. */
    @Test
    void aKeywordThatIsNoneIsPassedOverInSilence() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            PayloadValidator validator = PayloadValidator.of(
                    Json.read(
                            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"string\",\"not-of-draft-07\":1}"));
            assertThat(validator.validate(Json.read("5"))).containsExactly("/ is a number, not a string");
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("not-of-draft-07");
    }

    @Test
    void manyErrorsOfALargeRuleTakeTimeInProportion() {
        String names =
                IntStream.range(0, 100_000).mapToObj(i -> "\"k" + i + "\"").collect(Collectors.joining(","));

        assertTimeout(Duration.ofSeconds(20), () -> assertThat(findings("{\"required\":[" + names + "]}", "{}"))
                .hasSize(100_000));
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(
                        findings("{\"items\":{\"enum\":[" + names + "]}}", "[" + "1,".repeat(999) + "1]"))
                .hasSize(1000)
                .allMatch(finding -> finding.endsWith(", k98, k99 and 99900 more")));
    }

    @Test
    void aNumberBeyondEveryRangeIsJudgedToo() {
        for (String bound : new String[] {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}) {
            PayloadValidator validator =
                    PayloadValidator.of(Json.read("{\"type\": \"integer\", \"" + bound + "\": 0}"));

            assertThat(validator.validate(Json.read("1E400")).isEmpty()).isEqualTo(bound.endsWith("inimum"));
            assertThat(validator.validate(Json.read("-1E400")).isEmpty()).isEqualTo(bound.endsWith("aximum"));
        }
    }

    @Test
    void amongAlternativesTheOneThatWasMeantIsTold() {
        String schema = """
                {"oneOf":[
                 {"properties":{"kind":{"const":"a"},"n":{"type":"integer"}},"required":["kind"]},
                 {"properties":{"kind":{"const":"b"},"n":{"type":"string"}},"required":["kind"]}]}""";

        assertThat(findings(schema, "{\"kind\":\"a\",\"n\":\"x\"}")).containsExactly("/n is a string, not an integer");
        assertThat(findings(schema, "{\"kind\":\"c\"}")).containsExactly("/ matches none of the alternatives");
    }

    @Test
    void alternativesInsideAListAreToldByItem() {
        String schema = """
                {"items":{"anyOf":[{"type":"null"},{"type":"object","required":["a"]}]}}""";

        assertThat(findings(schema, "[null,{},4]"))
                .containsExactly("/1 lacks a", "/2 matches none of the alternatives");
    }

    @Test
    void findingsAreSortedAndStandOnce() {
        assertThat(findings("{\"required\":[\"b\",\"a\"],\"allOf\":[{\"required\":[\"b\"]}]}", "{}"))
                .containsExactly("/ lacks a", "/ lacks b");
    }

    @Test
    void numbersAreComparedWithoutRounding() {
        assertThat(findings("{\"maximum\":9007199254740993}", "9007199254740993.0000000000000000001"))
                .isNotEmpty();
        assertThat(findings("{\"maximum\":9007199254740993}", "9007199254740993"))
                .isEmpty();
        assertThat(findings("{\"type\":\"integer\"}", "1.0")).isEmpty();
    }

    @Test
    void formatIsANoteToTheReader() {
        assertThat(findings("{\"format\":\"email\"}", "\"nobody\"")).isEmpty();
    }

    /** As draft-07 allows, and as what is decided about schemas takes them. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"contentEncoding\":\"base64\"}", "{\"contentMediaType\":\"application/json\"}"})
    void whatTextsEncodeIsANoteToTheReader(String schema) {
        assertThat(findings(schema, "\"{%\"")).isEmpty();
    }

    @Test
    void wordsDoNotFollowTheMachinesLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(findings("{\"minimum\":1.5}", "0")).containsExactly("/ is less than 1.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> findings(String schema, String payload) {
        return PayloadValidator.of(Json.read(schema)).validate(Json.read(payload));
    }
}
