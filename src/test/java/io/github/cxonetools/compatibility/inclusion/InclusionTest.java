package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict;
import io.github.cxonetools.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict.INCLUDED;
import static io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict.NOT_INCLUDED;
import static io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

class InclusionTest {

    private static Inclusion decide(String sub, String sup) {
        return Inclusion.decide(Json.read(sub.replace('\'', '"')), Json.read(sup.replace('\'', '"')));
    }

    private static void assertVerdict(String sub, String sup, Verdict expected) {
        Inclusion inclusion = decide(sub, sup);
        assertThat(inclusion.verdict())
                .as(inclusion.witness() + " " + inclusion.reason())
                .isEqualTo(expected);
    }

    @Test
    void aReferenceByNameIsNotTheRoot() {
        assertVerdict(
                "{'properties':{'a':{'$ref':'#x'}},'definitions':{'x':{'$id':'#x','type':'string'}},'type':'object'}",
                "{'type':'object','properties':{'a':{'type':'object'}}}",
                UNDECIDED);
    }

    /** The validator passes over a pattern that it cannot run: what it then accepts proves nothing. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"(", "[", "a{2,1}", "(?<!", "*"})
    void aPatternThatCannotBeRunIsNoWitness(String pattern) {
        String text = "{'type':'string','pattern':'" + pattern + "'}";
        String names = "{'type':'object','patternProperties':{'" + pattern + "':{'type':'string'}}}";

        for (String schema : new String[] {text, names, "{'items':[true," + text + "]}"}) {
            assertVerdict(schema, schema, INCLUDED);
            for (String other : new String[] {"{'type':'boolean'}", "{'maxLength':1,'maxProperties':1,'maxItems':1}"}) {
                assertThat(decide(schema, other).reason()).contains("the pattern " + pattern + " ");
                assertThat(decide(other, schema).verdict()).isNotEqualTo(NOT_INCLUDED);
            }
        }
    }

    /** A tenant adds what it likes; the validator's log is the console of the user's build. */
    @Test
    void whatDraft07DoesNotKnowIsNoMatterAndNotWarnedOf() {
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertVerdict(
                    "{'x-unheard-of':1,'properties':{'a':{'unheard-of':{'type':'null'},'nullable':true,'maximum':5}}}",
                    "{'properties':{'a':{'maximum':4}}}",
                    NOT_INCLUDED);
            assertVerdict("{'pattern':'('}", "{'maxLength':3}", UNDECIDED);
            assertVerdict("{'id':'http://x/y','items':{'id':5}}", "{'items':{'type':'string'}}", NOT_INCLUDED);
        } finally {
            System.setErr(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContain("unheard-of", "validator id")
                .doesNotContain("pattern '('");
    }

    @Test
    void aReferenceUnderAnotherIdIsNoPointerIntoTheDocument() {
        assertVerdict(
                "{'properties':{'a':{'$id':'http://x/y','items':{'$ref':'#/definitions/n'}}},"
                        + "'definitions':{'n':{'type':'integer'}}}",
                "{'properties':{'a':{'items':{'type':'number'}}}}",
                UNDECIDED);
    }

    @Test
    void aReferenceThroughAnotherIdIsUndecided() {
        assertVerdict(
                "{'$ref':'#/definitions/a/definitions/b','definitions':{'a':{'$id':'http://x/y','definitions':"
                        + "{'b':{'$ref':'#/definitions/n'}}},'n':{'type':'integer'}}}",
                "{'type':'number'}",
                UNDECIDED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"#/definitions/none", "http://x/y.json", "y.json#/a", "#/definitions/%zz"})
    void aReferenceThatIsRemoteOrLeadsNowhereIsUndecided(String reference) {
        Inclusion inclusion = decide("{'items':{'$ref':'" + reference + "'}}", "{'items':{'type':'string'}}");
        assertThat(inclusion.verdict()).isEqualTo(UNDECIDED);
        assertThat(inclusion.reason()).contains("$ref");
    }

    @Test
    void aReferenceThatLeadsToItselfIsUndecided() {
        assertVerdict("{'$ref':'#/definitions/a','definitions':{'a':{'$ref':'#/definitions/a'}}}", "false", UNDECIDED);
    }

    @Test
    void siblingsOfAReferenceDoNotCount() {
        String sub = "{'items':{'$ref':'#/definitions/s','maxLength':1},'definitions':{'s':{'type':'string'}}}";
        assertVerdict(sub, "{'items':{'type':'string','maxLength':1}}", NOT_INCLUDED);
        assertVerdict("{'items':{'type':'string'}}", sub, INCLUDED);
    }

    @Test
    void aReferenceInsideEnumOrConstIsData() {
        assertVerdict("{'enum':[{'$ref':'#x'}]}", "{'type':'object'}", INCLUDED);
        assertVerdict("{'const':{'$ref':'http://x'}}", "{'required':['$ref']}", INCLUDED);
        assertVerdict("{'const':{'$ref':'http://x'}}", "{'maxProperties':0}", NOT_INCLUDED);
    }

    @Test
    void pointersAreDecoded() {
        assertVerdict(
                "{'items':{'$ref':'#/definitions/a~1b%25~0'},'definitions':{'a/b%~':{'type':'integer'}}}",
                "{'items':{'type':'number'}}", INCLUDED);
    }

    @Test
    void recursiveSchemasAreDecided() {
        String tree = "{'$ref':'#/definitions/t','definitions':{'t':{'type':'object','properties':{'v':{'type':'%s'},"
                + "'next':{'$ref':'#/definitions/t'}},'required':['v']}}}";
        assertVerdict(tree.formatted("integer"), tree.formatted("number"), INCLUDED);
        assertVerdict(tree.formatted("number"), tree.formatted("integer"), NOT_INCLUDED);
    }

    @Test
    void whatHasNoFiniteValueIsIncludedInEverything() {
        assertVerdict("{'type':'object','required':['next'],'properties':{'next':{'$ref':'#'}}}", "false", INCLUDED);
    }

    @Test
    void additionalItemsWithoutAnArrayOfItemsDoesNothing() {
        assertVerdict("{'type':'array'}", "{'items':{},'additionalItems':false}", INCLUDED);
        assertVerdict("{'type':'array'}", "{'additionalItems':false}", INCLUDED);
        assertVerdict("{'type':'array'}", "{'items':[{}],'additionalItems':false}", NOT_INCLUDED);
    }

    @Test
    void oneAndOnePointZeroAreEqual() {
        assertVerdict("{'const':1.0}", "{'enum':[1]}", INCLUDED);
        assertVerdict("{'const':[1.0]}", "{'enum':[[1]]}", INCLUDED);
        assertVerdict("{'enum':[1.0,2.50]}", "{'enum':[1,2.5]}", INCLUDED);
        assertVerdict("{'const':1.0}", "{'type':'integer'}", INCLUDED);
        assertVerdict(
                "{'type':'array','items':[{'const':1},{'const':1.0}],'minItems':2,'uniqueItems':true}",
                "false",
                INCLUDED);
    }

    @Test
    void divisorsAreExact() {
        assertVerdict("{'type':'number','multipleOf':0.03}", "{'multipleOf':0.01}", INCLUDED);
        assertVerdict("{'type':'number','multipleOf':0.01}", "{'multipleOf':0.03}", NOT_INCLUDED);
        assertVerdict("{'type':'number','multipleOf':0.01,'minimum':0.001,'maximum':0.009}", "false", INCLUDED);
        assertVerdict(
                "{'type':'integer','multipleOf':2}", "{'not':{'type':'integer','not':{'multipleOf':2}}}", INCLUDED);
    }

    @Test
    void lengthsCountCodePoints() {
        assertVerdict("{'const':'\uD83D\uDE00'}", "{'maxLength':1}", INCLUDED);
        assertVerdict("{'type':'string','pattern':'^.$'}", "{'maxLength':1}", INCLUDED);
    }

    @Test
    void theEndIsTheVeryEnd() {
        assertVerdict("{'type':'string','pattern':'^a$'}", "{'const':'a'}", INCLUDED);
        assertVerdict("{'const':'a\\n'}", "{'pattern':'^a$'}", NOT_INCLUDED);
    }

    @Test
    void aPatternThatLosesItsAnchorsAcceptsMore() {
        assertVerdict("{'type':'string','pattern':'^ab$'}", "{'pattern':'ab'}", INCLUDED);
        assertVerdict("{'type':'string','pattern':'ab'}", "{'pattern':'^ab$'}", NOT_INCLUDED);
    }

    @Test
    void aRequiredPropertyWithADefaultIsRequired() {
        assertVerdict("{'type':'object'}", "{'required':['a'],'properties':{'a':{'default':1}}}", NOT_INCLUDED);
    }

    @Test
    void removingAnOptionalPropertyWidensAndAddingATypedOneNarrows() {
        String without = "{'type':'object','properties':{'a':{'type':'string'}}}";
        String with = "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'}}}";
        assertVerdict(with, without, INCLUDED);
        assertVerdict(without, with, NOT_INCLUDED);
    }

    /** Where there is room for one, a member that one rule asks for has to have a name that another rule asks for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'not':{'minProperties':1,'patternProperties':{'^a$':{'pattern':'^.{2}$'}}}}",
                "{'not':{'minProperties':1,'propertyNames':{'maxLength':1}}}",
                "{'anyOf':[{'maxProperties':0},{'not':{'patternProperties':{'^a$':{'type':'null'}}}}]}",
                "{'if':{'minProperties':1,'patternProperties':{'^.{2}$':true,'^(?:a|b)+c?$':{'pattern':'^.{2}$'}}},'then':false}",
                "{'not':{'anyOf':[{'maxProperties':0},{'propertyNames':{'pattern':'^[ab]'}},{'patternProperties':{'c$':false}}]}}"
            })
    void oneMemberDoesForSeveralRulesThatAskForSome(String sub) {
        String narrow = "{'allOf':[{'type':'object','maxProperties':1}," + sub + "]}";

        assertVerdict(narrow, "{'additionalProperties':false}", NOT_INCLUDED);
    }

    @Test
    void formatIsANote() {
        assertVerdict("{'type':'string'}", "{'format':'email'}", INCLUDED);
    }

    /** To the decision and to the validator, which looks at the payload again. */
    @Test
    void whatATextEncodesIsANote() {
        assertVerdict("{'const':'%'}", "{'contentEncoding':'base64'}", INCLUDED);
        assertVerdict("{'contentEncoding':'base64'}", "{'not':{'const':'%'}}", NOT_INCLUDED);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "^(voice|chat)$ ^(chat|voice|fax)$ INCLUDED",
                "^(voice|chat|fax)$ ^(chat|voice)$ NOT_INCLUDED",
                "^(?!a).+$ ^[^a] INCLUDED",
                "^(?:(?!ab).)*$ ^[^]*$ INCLUDED",
                "^(?:(?!ab).)*$ a NOT_INCLUDED",
                "^(?=.*\\\\d)(?=.*[a-z]).{8,}$ \\\\d INCLUDED",
                "\\\\bab\\\\b ab INCLUDED",
                "ab \\\\bab\\\\b NOT_INCLUDED",
                ".*a.{12} .*b.{12} NOT_INCLUDED",
                "^a{2,1000}$ ^a{1,1001}$ INCLUDED",
                "^\\\\p{L}+$ ^\\\\P{Nd}*$ INCLUDED",
                "(a)\\\\1 a UNDECIDED",
                "^(a)\\\\1$ ^(b)\\\\1$ NOT_INCLUDED",
            })
    void patternsAreCompared(String sub, String sup, Verdict expected) {
        assertVerdict("{'type':'string','pattern':'" + sub + "'}", "{'pattern':'" + sup + "'}", expected);
    }

    @Test
    void anUnreadableSchemaIsUndecided() {
        assertThat(decide("{'type':'strin'}", "{'type':'string'}").reason()).contains("type", "/type");
        assertThat(decide("{'minimum':1,'exclusiveMinimum':true}", "false").verdict())
                .isEqualTo(UNDECIDED);
        assertThat(decide("{'const':1e400000}", "{'maximum':5}").verdict()).isEqualTo(UNDECIDED);
        assertThat(decide("{'minLength':-1}", "false").verdict()).isEqualTo(UNDECIDED);
    }

    @Test
    void aHundredSubtypesOfWhichOneHasChanged() {
        for (String keyword : new String[] {"oneOf", "anyOf"}) {
            assertVerdict(subtypes(keyword, -1, "integer"), subtypes(keyword, 57, "number"), INCLUDED);
            assertVerdict(subtypes(keyword, 57, "number"), subtypes(keyword, -1, "integer"), NOT_INCLUDED);
        }
    }

    @Test
    void aHundredSubtypesThatAreToldApartAreTheSameUnderAnyOfAndOneOf() {
        assertVerdict(subtypes("anyOf", 57, "number"), subtypes("oneOf", 57, "number"), INCLUDED);
        assertVerdict(subtypes("oneOf", 57, "number"), subtypes("anyOf", 57, "number"), INCLUDED);
        assertVerdict(subtypes("anyOf", 57, "number"), subtypes("oneOf", -1, "integer"), NOT_INCLUDED);
    }

    /** What looks like a discriminator and is none: it may be missing, on no object, or the same in two. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type':'object','properties':{'k':{'const':1}}},{'type':'object','properties':{'k':{'const':2}}}]",
                "[{'required':['k'],'properties':{'k':{'const':1}}},{'required':['k'],'properties':{'k':{'const':2}}}]",
                "[{'type':'object','required':['k'],'properties':{'k':{'const':1}}},"
                        + "{'type':'object','required':['k'],'properties':{'k':{'enum':[2,1.0]}}}]",
                "[{'type':['object','null'],'required':['k'],'properties':{'k':{'const':1}}},"
                        + "{'type':['object','null'],'required':['k'],'properties':{'k':{'const':2}}}]",
                "[{'type':'object','required':['k'],'properties':{'k':{'const':1}}},"
                        + "{'type':'object','required':['l'],'properties':{'l':{'const':2}}}]"
            })
    void subtypesThatAreNotToldApartArePairedUnderOneOf(String subtypes) {
        assertVerdict("{'anyOf':" + subtypes + "}", "{'oneOf':" + subtypes + "}", NOT_INCLUDED);
        assertVerdict("{'oneOf':" + subtypes + "}", "{'anyOf':" + subtypes + "}", INCLUDED);
    }

    private static void assertVerdict(JsonNode sub, JsonNode sup, Verdict expected) {
        Inclusion inclusion = Inclusion.decide(sub, sup);
        assertThat(inclusion.verdict()).as(inclusion.reason()).isEqualTo(expected);
    }

    /** Each has a discriminator, and a property whose type is {@code type} in the subtype {@code odd}, integer in others. */
    private static JsonNode subtypes(String keyword, int odd, String type) {
        ObjectNode schema = Json.object();
        ArrayNode list = schema.putArray(keyword);
        for (int i = 0; i < 100; i++) {
            ObjectNode subtype = list.addObject().put("type", "object");
            ObjectNode properties = subtype.putObject("properties");
            properties.putObject("kind").put("const", "kind" + i);
            properties.putObject("value" + i).put("type", i == odd ? type : "integer");
            subtype.putArray("required").add("kind");
        }
        return schema;
    }

    @Test
    void anEnumOfFiveHundredValues() {
        ArrayNode old = Json.array();
        for (int i = 0; i < 500; i++) {
            old.add("value" + i);
        }
        ObjectNode all = Json.object().set("enum", old);
        ArrayNode fewer = old.deepCopy();
        fewer.remove(250);
        ObjectNode lost = Json.object().set("enum", fewer);
        assertVerdict(lost, all, INCLUDED);
        assertVerdict(all, lost, NOT_INCLUDED);
        assertVerdict(all, Json.object().put("pattern", "^(" + words(old) + ")$"), INCLUDED);
        assertVerdict(Json.object().put("type", "string").put("pattern", "^(" + words(old) + ")$"), all, INCLUDED);
        assertVerdict(Json.object().put("type", "string").put("pattern", "^(" + words(old) + ")$"), lost, NOT_INCLUDED);
    }

    private static String words(ArrayNode values) {
        StringBuilder words = new StringBuilder();
        values.forEach(value -> words.append(words.isEmpty() ? "" : "|").append(value.stringValue()));
        return words.toString();
    }

    @Test
    void twoHundredOptionalPropertiesAreDecided() {
        assertVerdict(properties("integer"), properties("number"), INCLUDED);
        assertVerdict(properties("number"), properties("integer"), NOT_INCLUDED);
    }

    private static ObjectNode properties(String type) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode names = schema.putObject("propertyNames").putArray("enum");
        for (int i = 0; i < 200; i++) {
            properties.putObject("property" + i).put("type", type);
            names.add("property" + i);
        }
        return schema;
    }

    @Test
    void aPatternOfThreeThousandCharacters() {
        String letters = "[a-z][0-9]".repeat(250);
        ObjectNode sub = Json.object().put("type", "string").put("pattern", "^" + "ab".repeat(1500) + "$");
        assertVerdict(sub, Json.object().put("pattern", "^" + "ab".repeat(1500)), INCLUDED);
        assertVerdict(sub, Json.object().put("pattern", "^" + "ab".repeat(1499) + "aa$"), NOT_INCLUDED);
        assertThat(Inclusion.decide(
                                Json.object().put("type", "string").put("pattern", "^" + letters + "$"),
                                Json.object().put("minLength", 500))
                        .verdict())
                .isEqualTo(INCLUDED);
    }
}
