package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample's own models, changed. */
class DecidedComparerTest {

    private static final String EVENT = """
            {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {
            "interaction_id": {"description": "The interaction's unique identifier", "type": "string"},
            "channel_type": {"type": "string", "pattern": "^(voice|chat|email|sms)$"},
            "customer_phone": {"type": ["string", "null"]},
            "sentiment_score": {"type": ["number", "null"], "minimum": -1.0, "maximum": 1.0},
            "tags": {"type": "array", "items": {"type": "string"}}},
            "required": ["interaction_id", "channel_type"]}""";

    private static final String DECISION = """
            {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {
            "enriched_data": {"type": "object", "additionalProperties": {}},
            "routing_recommendation": {"type": "string", "default": "default-queue"},
            "confidence_score": {"type": "number", "minimum": 0.0, "maximum": 1.0, "default": 0.0},
            "processed_at": {"type": "string", "pattern": "^[^\\\\n\\\\r\\\\u0085\\\\u2028\\\\u2029]*Z$"}},
            "required": ["enriched_data", "routing_recommendation", "processed_at"]}""";

    /** Of each: what changed, then the bump where undeclared properties are ignored, and where they are compared. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "description; unique identifier; identifier; PATCH; PATCH; ",
                "default added; {\"type\": \"array\"; {\"default\": [], \"type\": \"array\"; PATCH; PATCH; ",
                "order of types; [\"string\", \"null\"]; [\"null\", \"string\"]; PATCH; PATCH; ",
                "optional added; \"tags\": {; \"language\": {\"type\": \"string\"}, \"tags\": {; MINOR; MAJOR; /language",
                "untyped optional added; \"tags\": {; \"language\": {}, \"tags\": {; MINOR; PATCH; ",
                "required added; \"interaction_id\", \"channel_type\"]; \"interaction_id\", \"channel_type\", \"tags\"]; MAJOR; MAJOR; /tags",
                "required dropped; \"interaction_id\", \"channel_type\"]; \"interaction_id\"]; MINOR; MINOR; ",
                "optional removed; \"customer_phone\": {\"type\": [\"string\", \"null\"]},; ; MINOR; MINOR; ",
                "upper bound widened; \"maximum\": 1.0; \"maximum\": 2; MINOR; MINOR; ",
                "upper bound narrowed; \"maximum\": 1.0; \"maximum\": 0.5; MAJOR; MAJOR; /sentiment_score",
                "lower bound dropped; \"minimum\": -1.0,; ; MINOR; MINOR; ",
                "bound made exclusive; \"minimum\": -1.0; \"exclusiveMinimum\": -1.0; MAJOR; MAJOR; /sentiment_score",
                "bound written otherwise; \"minimum\": -1.0; \"minimum\": -1; PATCH; PATCH; ",
                "alternative lost; (voice|chat|email|sms); (voice|chat|email); MAJOR; MAJOR; /channel_type",
                "alternative gained; (voice|chat|email|sms); (voice|chat|email|sms|fax); MINOR; MINOR; ",
                "alternatives in another order; (voice|chat|email|sms); (sms|email|chat|voice); PATCH; PATCH; ",
                "pattern to equal enum; \"pattern\": \"^(voice|chat|email|sms)$\"; \"enum\": [\"voice\", \"chat\", \"email\", \"sms\"]; PATCH; PATCH; ",
                "pattern to smaller enum; \"pattern\": \"^(voice|chat|email|sms)$\"; \"enum\": [\"voice\", \"chat\"]; MAJOR; MAJOR; /channel_type",
                "anchor lost; sms)$; sms); MINOR; MINOR; ",
                "null dropped; [\"string\", \"null\"]; \"string\"; MAJOR; MAJOR; /customer_phone",
                "null added; \"tags\": {\"type\": \"array\"; \"tags\": {\"type\": [\"array\", \"null\"]; MINOR; MINOR; ",
                "items widened; \"items\": {\"type\": \"string\"}; \"items\": {}; MINOR; MINOR; ",
                "items narrowed; \"items\": {\"type\": \"string\"}; \"items\": {\"type\": \"string\", \"maxLength\": 5}; MAJOR; MAJOR; /tags/0",
                "fewer items; \"items\": {\"type\": \"string\"}; \"items\": {\"type\": \"string\"}, \"maxItems\": 3; MAJOR; MAJOR; /tags",
                "distinct items; \"items\": {\"type\": \"string\"}; \"items\": {\"type\": \"string\"}, \"uniqueItems\": true; MAJOR; MAJOR; /tags",
                "type to integer; [\"number\", \"null\"]; [\"integer\", \"null\"]; MAJOR; MAJOR; /sentiment_score",
                "type to another; \"tags\": {\"type\": \"array\"; \"tags\": {\"type\": \"object\"; MAJOR; MAJOR; /tags",
                "length from one on; unique identifier\", \"type\": \"string\"; \", \"type\": \"string\", \"minLength\": 1; MAJOR; MAJOR; /interaction_id",
                "length from none on; unique identifier\", \"type\": \"string\"; \", \"type\": \"string\", \"minLength\": 0; PATCH; PATCH; ",
                "closed; \"required\": [\"interaction_id\"; \"additionalProperties\": false, \"required\": [\"interaction_id\"; PATCH; MAJOR; /",
                "nullable as anyOf; {\"type\": [\"string\", \"null\"]}; {\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"string\"}]}; PATCH; PATCH; ",
                "format; {\"type\": \"array\"; {\"format\": \"x\", \"type\": \"array\"; PATCH; PATCH; ",
            })
    void anInputIsJudged(
            String change, String old, String made, VersionBump ignoring, VersionBump comparing, String pointer) {
        String changed = replaced(EVENT, old, made);
        assertSide(side(EVENT, changed, DECISION, DECISION, false, 0), ignoring, pointer);
        assertSide(side(EVENT, changed, DECISION, DECISION, true, 0), comparing, pointer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "property added; \"processed_at\": {; \"reason\": {\"type\": \"string\"}, \"processed_at\": {; MINOR; MINOR; ",
                "property removed; \"confidence_score\": {\"type\": \"number\", \"minimum\": 0.0, \"maximum\": 1.0, \"default\": 0.0},; ; MINOR; MAJOR; /confidence_score",
                "less promised; \"routing_recommendation\", \"processed_at\"]; \"processed_at\"]; MAJOR; MAJOR; /routing_recommendation",
                "more promised; \"processed_at\"]; \"processed_at\", \"confidence_score\"]; MINOR; MINOR; ",
                "bound widened; \"maximum\": 1.0; \"maximum\": 100; MAJOR; MAJOR; /confidence_score",
                "bound narrowed; \"maximum\": 1.0; \"maximum\": 0.9; MINOR; MINOR; ",
                "null possible; \"routing_recommendation\": {\"type\": \"string\"; \"routing_recommendation\": {\"type\": [\"string\", \"null\"]; MAJOR; MAJOR; /routing_recommendation",
            })
    void anOutputIsJudged(
            String change, String old, String made, VersionBump ignoring, VersionBump comparing, String pointer) {
        String changed = replaced(DECISION, old, made);
        assertSide(side(EVENT, EVENT, DECISION, changed, false, 1), ignoring, pointer);
        assertSide(side(EVENT, EVENT, DECISION, changed, true, 1), comparing, pointer);
    }

    private static String replaced(String schema, String old, String made) {
        assertThat(schema).contains(old);
        return schema.replace(old, made == null ? "" : made);
    }

    private static void assertSide(SideComparison side, VersionBump bump, String pointer) {
        assertThat(side.bump()).as(side.toString()).isEqualTo(bump);
        if (bump == VersionBump.MAJOR) {
            assertThat(side.breaks()).extracting(ContractBreak::pointer).containsExactly(pointer);
            assertThat(side.breaks()).noneMatch(ContractBreak::isUndecided);
        } else {
            assertThat(side.breaks()).isEmpty();
        }
    }

    @Test
    void everyBreakIsFoundWithItsWitnessMemberAndFingerprint() {
        String changed = EVENT.replace("|sms", "")
                .replace("\"maximum\": 1.0", "\"maximum\": 0.5")
                .replace("[\"string\", \"null\"]", "\"string\"")
                .replace("\"channel_type\"]", "\"channel_type\", \"tags\"]");
        SideComparison side = side(EVENT, changed, DECISION, DECISION, false, 0);
        assertThat(side.breaks())
                .extracting(found -> found.pointer() + " " + found.code() + " " + found.member())
                .containsExactlyInAnyOrder(
                        "/channel_type pattern input/channel_type",
                        "/sentiment_score maximum input/sentiment_score",
                        "/customer_phone type input/customer_phone",
                        "/tags required input/tags");
        PayloadValidator accepts = PayloadValidator.of(Json.read(EVENT));
        PayloadValidator refuses = PayloadValidator.of(Json.read(changed));
        for (ContractBreak found : side.breaks()) {
            JsonNode witness = Json.read(String.valueOf(found.witness()));
            assertThat(accepts.validate(witness)).isEmpty();
            assertThat(refuses.validate(witness)).isNotEmpty();
        }
        assertThat(side(EVENT, changed, DECISION, DECISION, false, 0).breaks()).isEqualTo(side.breaks());
        assertThat(side.breaks()).extracting(ContractBreak::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void anEnumSaysWhichValuesItLost() {
        String old = "{\"properties\": {\"c\": {\"enum\": [\"a\", \"b\", \"c\"]}}}";
        String made = "{\"properties\": {\"c\": {\"enum\": [\"c\", \"a\", \"d\"]}}}";
        assertThat(side(old, made, DECISION, DECISION, false, 0).breaks())
                .extracting(ContractBreak::change)
                .containsExactly("enum lost \"b\", gained \"d\"");
    }

    @Test
    void whatCannotBeDecidedSaysWhy() {
        String old = "{\"properties\": {\"c\": {\"$ref\": \"http://x/y\"}}}";
        assertThat(side(old, EVENT, DECISION, DECISION, false, 0).breaks())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.isUndecided()).isTrue();
                    assertThat(found.change()).contains("$ref");
                });
    }

    @Test
    void changedSubtypesAreToldOneByOne() {
        String old = "{\"oneOf\": [{\"properties\": {\"k\": {\"const\": \"a\"}, \"x\": {\"type\": \"number\"}}, "
                + "\"required\": [\"k\"]}, {\"properties\": {\"k\": {\"const\": \"b\"}, \"y\": {\"maxLength\": 5}}, "
                + "\"required\": [\"k\"]}]}";
        String made = old.replace("number", "integer").replace("5", "4");
        assertThat(side(old, made, DECISION, DECISION, false, 0).breaks())
                .extracting(found -> found.pointer() + " " + found.change())
                .containsExactlyInAnyOrder("/x type \"number\" → \"integer\"", "/y maxLength 5 → 4");
    }

    /** A tenant's schema may have its parts elsewhere; each break is told where it stands all the same. */
    @Test
    void whatIsReferredToIsComparedInItsPlace() {
        String old = """
                {"type": "object", "properties": {"home": {"$ref": "#/definitions/address"}, "office": {"$ref": "#/definitions/address"}},
                "definitions": {"address": {"type": "object", "properties": {"zip": {"$ref": "#/definitions/zip"}}},
                "zip": {"type": "string", "maxLength": 9}}}""";
        String made = """
                {"type": "object", "properties": {
                "home": {"type": "object", "properties": {"zip": {"type": "string", "maxLength": 5}, "new": {"type": "string"}}},
                "office": {"type": "object", "properties": {"zip": {"type": ["string", "null"], "maxLength": 9}}}}}""";

        assertThat(side(old, made, DECISION, DECISION, false, 0).breaks())
                .extracting(found -> found.pointer() + " " + found.change())
                .containsExactly("/home/zip maxLength 9 → 5");
        assertThat(side(EVENT, EVENT, old, made, false, 1).breaks())
                .extracting(found -> found.pointer() + " " + found.change())
                .containsExactly("/office/zip type \"string\" → [\"string\",\"null\"]");
        assertThat(side(old, made.replace("5", "9").replace(", \"null\"", ""), DECISION, DECISION, false, 0)
                        .bump())
                .isEqualTo(VersionBump.MINOR);
    }

    /** What a condition lets pass in the newer schema breaks nothing, although the older condition would not let it pass. */
    @Test
    void aPayloadThatTheNewerContractTakesIsNoBreak() {
        String old = "{\"if\": true, \"else\": {\"required\": [\"a\"]}, \"type\": [\"integer\", \"array\"]}";
        String made = "{\"if\": {\"exclusiveMinimum\": 1}, \"then\": {\"not\": {\"multipleOf\": 2}}, \"minimum\": -1,"
                + " \"type\": [\"integer\", \"array\"]}";
        PayloadValidator refuses = PayloadValidator.of(Json.read(made));

        assertThat(side(old, made, DECISION, DECISION, false, 0).breaks())
                .hasSizeGreaterThan(1)
                .allSatisfy(found -> assertThat(refuses.validate(Json.read(String.valueOf(found.witness()))))
                        .as(found.toString())
                        .isNotEmpty());
    }

    /** In a map's values, in a tuple, behind a condition: what breaks is told where it stands, and not at what is around. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'additionalProperties': {'properties': {'x': {'enum': ['a', 'b']}}}}; , 'b'; ; /*/x enum",
                "{'properties': {'m': {'additionalProperties': {'type': 'number'}}}}; number; integer; /m/* type",
                "{'additionalProperties': {'additionalProperties': {'maximum': 5}}}; 5; 4; /*/* maximum",
                "{'additionalProperties': {'items': {'type': ['string', 'null']}}}; ['string', 'null']; 'string'; /*/0 type",
                "{'patternProperties': {'^x': {'maxLength': 5}}}; 5; 4; /* maxLength",
                "{'items': [{}, {'properties': {'n': {'maximum': 5}}}]}; 5; 4; /1/n maximum",
                "{'items': [{}], 'additionalItems': {'maximum': 5}}; 5; 4; /1 maximum",
                "{'if': {'required': ['a']}, 'then': {'properties': {'b': {'maximum': 5}}}}; 5; 4; /b maximum",
                "{'if': {'required': ['a']}, 'else': {'required': ['b']}}; ['b']; ['b', 'c']; /c required",
                "{'if': {'required': ['a']}, 'then': {'minProperties': 1}}; {'minProperties': 1}; false; / then",
                "{'dependencies': {'a': {'properties': {'b': {'maximum': 5}}}}}; 5; 4; /b maximum",
                "{'additionalProperties': {'type': 'string'}}; {'type': 'string'}; false; / additionalProperties",
            })
    void aBreakIsToldWhereItStands(String old, String part, String made, String place) {
        String before = old.replace('\'', '"');
        String after = replaced(before, part.replace('\'', '"'), made == null ? null : made.replace('\'', '"'));

        assertThat(side(before, after, DECISION, DECISION, false, 0).breaks())
                .extracting(found -> found.pointer() + " " + found.code() + " " + found.member())
                .containsExactly(place + " input" + place.split(" ")[0]);
        assertThat(side(EVENT, EVENT, after, before, false, 1).breaks())
                .extracting(found -> found.pointer() + " " + found.code())
                .containsExactly(place);
    }

    private static SideComparison side(
            String input, String newInput, String output, String newOutput, boolean comparing, int side) {
        ContractComparer comparer = new DecidedComparer(comparing, (action, where, pointer) -> where + pointer);
        return comparer.compare(contract(input, output), contract(newInput, newOutput))
                .get(side);
    }

    private static Contract contract(String input, String output) {
        return new Contract("Sample", "1.0.0", null, 5000, Json.read(input), Json.read(output));
    }

    @Test
    void equalSchemasAreNotCompared() {
        assertThat(new DecidedComparer(false, (action, where, pointer) -> null)
                        .compare(contract("{\"type\": 5}", "{}"), contract("{\"type\": 5}", "{}")))
                .isEqualTo(List.of(
                        new SideComparison("input", VersionBump.NONE, List.of()),
                        new SideComparison("output", VersionBump.NONE, List.of())));
    }
}
