package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.schema.sample.PayloadSamples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class PayloadSamplesTest {

    private static final JsonNode SCHEMA = Json.read("""
            {"type":"object","required":["id","channel"],"additionalProperties":false,"properties":{
              "id":{"type":"string","minLength":2,"maxLength":5},
              "channel":{"type":"string","pattern":"^(voice|chat)$"},
              "score":{"type":["number","null"],"minimum":-1.0,"maximum":1.0},
              "count":{"type":"integer","minimum":0,"maximum":2147483647},
              "kind":{"enum":["A","B",null]},
              "tags":{"type":"array","items":{"type":"string"},"maxItems":2,"uniqueItems":true},
              "line":{"type":"object","required":["n"],"properties":{"n":{"type":"integer"},"note":{"type":"string"}}}
            }}""");

    private final List<PayloadSample> samples = PayloadSamples.derive(SCHEMA, 1000, 7);
    private final PayloadValidator validator = PayloadValidator.of(SCHEMA);

    @Test
    void saysOfEachPayloadWhatTheValidatorSays() {
        assertThat(samples).allSatisfy(sample -> assertThat(
                        validator.validate(sample.payload()).isEmpty())
                .isEqualTo(sample.valid()));
        assertThat(samples).filteredOn(PayloadSample::valid).hasSizeGreaterThan(100);
        assertThat(samples).filteredOn(sample -> !sample.valid()).hasSizeGreaterThan(20);
    }

    /** Places of several types, and such as no contract has, where the full value is no object. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":[\"object\",\"array\"],\"minProperties\":1,\"items\":{\"type\":\"string\"}}",
                "{\"type\":[\"object\",\"string\"],\"maxProperties\":2}",
                "{\"minProperties\":1,\"properties\":{\"a\":true},\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]}",
                "{\"type\":\"object\",\"maxProperties\":1,\"additionalProperties\":{\"type\":\"integer\"},"
                        + "\"oneOf\":[{\"type\":\"integer\"},{\"type\":\"object\"}]}",
                "{\"properties\":{\"a\":{\"type\":\"string\"}},\"anyOf\":[{\"properties\":{\"a\":true}},true]}",
                "{\"properties\":{\"a\":false,\"b\":true},\"allOf\":[{\"minProperties\":1},true]}",
                "true",
                "false"
            })
    void derivesFromPlacesOfSeveralTypes(String schema) {
        JsonNode mixed = Json.read(schema);
        PayloadValidator judge = PayloadValidator.of(mixed);

        assertThat(PayloadSamples.derive(mixed, 200, 1))
                .allSatisfy(sample ->
                        assertThat(judge.validate(sample.payload()).isEmpty()).isEqualTo(sample.valid()));
        assertThat(PayloadSamples.underivable(mixed)).isNotNull();
    }

    @Test
    void leavesOutEachOptional() {
        for (String optional : List.of("score", "count", "kind", "tags", "line")) {
            assertThat(valid()).anyMatch(payload -> !payload.has(optional) && payload.size() == 6);
        }
        assertThat(valid()).anyMatch(payload -> payload.size() == 2);
    }

    @Test
    void triesEveryBoundaryAndItsNeighbours() {
        assertThat(valid("score")).contains("-1", "1", "-0.999", "0.999", "0", "null");
        assertThat(invalid("score")).contains("-1.001", "1.001");
        assertThat(valid("count")).contains("0", "1", "2147483646", "2147483647");
        assertThat(invalid("count")).contains("-1", "2147483648");
        assertThat(valid("id")).contains("\"aa\"", "\"aaaaa\"");
        assertThat(invalid("id")).contains("\"a\"", "\"aaaaaa\"");
        assertThat(valid("tags")).contains("[]").anyMatch(tags -> tags.startsWith("[\"aaa\",\""));
    }

    @Test
    void triesEveryEnumValueAndThePatternsOwn() {
        assertThat(valid("kind")).contains("\"A\"", "\"B\"", "null");
        assertThat(valid("channel")).containsOnly("\"voice\"", "\"chat\"");
        assertThat(invalid("channel")).isNotEmpty();
    }

    @Test
    void triesEachChoiceAmongTheMembersOfAnObject() {
        JsonNode paired = Json.read("""
                {"type":"object","required":["id"],
                 "properties":{"id":{"type":"integer"},"kind":{"enum":["a","b"]},"value":{"type":["object","null"]},
                   "other":{"type":"string"},"old":{"type":"string"}},
                 "oneOf":[
                   {"properties":{"kind":{"const":"a"},"value":{"type":"object","required":["n"],
                     "properties":{"n":{"type":"integer"}}}},"required":["kind","value"]},
                   {"properties":{"kind":{"const":"b"},"value":{"type":"object","required":["s"],
                     "properties":{"s":{"type":"string"}}}},"required":["kind","value"]},
                   {"properties":{"value":{"type":"null"}},"not":{"required":["kind"]}}],
                 "allOf":[{"oneOf":[{"required":["other"]},{"required":["old"]},
                   {"not":{"anyOf":[{"required":["other"]},{"required":["old"]}]}}]}]}""");

        List<JsonNode> tried = PayloadSamples.derive(paired, 1000, 7).stream()
                .filter(PayloadSample::valid)
                .map(PayloadSample::payload)
                .toList();

        assertThat(tried)
                .anyMatch(payload -> payload.at("/value/n").isIntegralNumber() && payload.has("other"))
                .anyMatch(payload -> payload.at("/value/s").isString() && payload.has("old"))
                .anyMatch(payload -> payload.path("value").isNull() && payload.size() == 2);
    }

    @Test
    void triesTheEndsOfAPattern() {
        JsonNode digits = Json.read("{\"type\":\"string\",\"pattern\":\"^[0-9]{1,10}$\"}");

        for (long seed = 0; seed < 20; seed++) {
            List<String> tried = PayloadSamples.derive(digits, 1000, seed).stream()
                    .filter(PayloadSample::valid)
                    .map(sample -> sample.payload().asString())
                    .toList();

            assertThat(tried).anyMatch(text -> text.length() == 1);
            assertThat(tried).anyMatch(text -> Long.parseLong(text) > Integer.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'pattern':'[^\\\\u0000- ]','allOf':[{'pattern':'^[A-Z]{3}-[0-9]{4}$'}]",
                "'pattern':'^[a-z0-9]+$','allOf':[{'pattern':'[0-9]'},{'pattern':'^.{4}$'},{'pattern':'z'}]",
                "'pattern':'^(?=.*[A-Z])(?=.*[0-9])(?=.*[!?]).*$','minLength':12,'maxLength':14",
                "'allOf':[{'pattern':'^[a-z]+$'},{'minLength':40},{'maxLength':41},{'minLength':3}]",
                "'pattern':'^(?:ab|cd)*$','allOf':[{'pattern':'^(?:abc|d)*$'}],'minLength':9",
                "'pattern':'^\\\\p{Lu}.$','allOf':[{'pattern':'é'}]",
                "'pattern':'^(?!abc)[a-c]{3}$','allOf':[{'pattern':'^[^b]*c'}]",
            })
    void findsTextsOfSeveralPatternsAndLengths(String rules) {
        JsonNode schema =
                Json.read(("{'type':'object','required':['p'],'properties':{'p':{'type':'string'," + rules + "}}}")
                        .replace('\'', '"'));

        assertThat(PayloadSamples.derive(schema, 100, 1)).anyMatch(PayloadSample::valid);
        assertThat(PayloadSamples.underivable(schema)).isEmpty();
    }

    @Test
    @Timeout(20)
    void triesNumbersWithHugeExponents() {
        JsonNode schema = Json.read("{\"type\":\"number\",\"minimum\":-1e999999999,\"maximum\":1e50000000}");

        assertThat(PayloadSamples.derive(schema, 100, 1))
                .anyMatch(sample ->
                        sample.valid() && sample.payload().decimalValue().scale() == -50_000_000);
    }

    @Test
    @Timeout(20)
    void givesUpOnPatternsThatNoTextMatches() {
        JsonNode schema =
                Json.read("{\"type\":\"object\",\"required\":[\"p\"],\"properties\":{\"p\":{\"type\":\"string\","
                        + "\"pattern\":\"^(a|b)*a(a|b){12}$\",\"allOf\":[{\"pattern\":\"^(a|b)*b(a|b){12}$\"}]}}}");

        assertThat(PayloadSamples.derive(schema, 100, 1)).noneMatch(PayloadSample::valid);
        assertThat(PayloadSamples.underivable(schema)).containsExactly("/p");
    }

    @Test
    void triesCharactersOutsideTheBasicPlaneAtBothOffsets() {
        assertThat(valid("id")).contains("\"😀😀\"", "\"a😀\"");
    }

    @Test
    void goesDownIntoObjectsAndArrays() {
        assertThat(valid("line")).contains("{\"n\":1}");
        assertThat(valid("tags")).contains("[\"\"]");
        assertThat(invalid("line")).contains("{\"note\":\"aaa\"}");
    }

    @Test
    void breaksTheRulesForRequiredAndFurtherMembers() {
        assertThat(samples)
                .anyMatch(sample -> !sample.valid() && !sample.payload().has("id"));
        assertThat(samples)
                .anyMatch(sample -> !sample.valid() && sample.payload().has("unexpected member"));
    }

    @Test
    void givesTheSameForTheSameSeedAndNotMoreThanAsked() {
        assertThat(PayloadSamples.derive(SCHEMA, 1000, 7)).isEqualTo(samples);
        assertThat(PayloadSamples.derive(SCHEMA, 30, 7)).hasSize(30).isEqualTo(samples.subList(0, 30));
    }

    /** Pinned, because it must be the same on every JDK, machine and day. */
    @Test
    void givesTheSameOnEveryJdk() {
        CRC32 digest = new CRC32();
        samples.forEach(sample -> digest.update(Json.compact(sample.payload()).getBytes(StandardCharsets.UTF_8)));
        assertThat(Long.toHexString(digest.getValue())).isEqualTo("72ccccce");
    }

    private List<JsonNode> valid() {
        return samples.stream()
                .filter(PayloadSample::valid)
                .map(PayloadSample::payload)
                .toList();
    }

    private List<String> valid(String member) {
        return members(member, true);
    }

    private List<String> invalid(String member) {
        return members(member, false);
    }

    private List<String> members(String member, boolean valid) {
        return samples.stream()
                .filter(sample -> sample.valid() == valid && sample.payload().has(member))
                .map(sample -> sample.payload().get(member).toString())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'array','minItems':1000000000}",
                "{'type':'array','minItems':1000000000,'items':{'type':'array','minItems':1000000000,'items':{'type':'string'}}}",
                "{'type':'string','pattern':'^a{100000000}$'}",
                "{'type':'string','pattern':'^((a{1000}){1000}){1000}$'}",
                "{'type':'string','minLength':2000000000}",
                "{'type':'object','minProperties':1000000000}",
            })
    void boundsThatNoHeapHoldsEndInTime(String schema) {
        assertThat(assertTimeout(
                        Duration.ofSeconds(60),
                        () -> PayloadSamples.derive(Json.read(schema.replace('\'', '"')), 20, 0)))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aHundredThousandRequiredMembersEndInTime() {
        StringBuilder members = new StringBuilder();
        StringBuilder required = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            members.append(i == 0 ? "" : ",").append("\"m").append(i).append("\":{\"type\":\"string\"}");
            required.append(i == 0 ? "" : ",").append("\"m").append(i).append('"');
        }
        String schema = "{\"type\":\"object\",\"properties\":{" + members + "},\"required\":[" + required + "]}";

        assertTimeout(Duration.ofSeconds(60), () -> PayloadSamples.derive(Json.read(schema), 20, 0));
    }

    @Test
    void aPatternThatAllowsForManyRepetitionsStillHasItsTexts() {
        assertThat(PayloadSamples.derive(Json.read("{\"type\":\"string\",\"pattern\":\"^[a-c]{2,100000000}$\"}"), 5, 0))
                .anySatisfy(sample -> assertThat(sample.valid()).isTrue());
    }
}
