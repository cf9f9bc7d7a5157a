package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told by the properties that differ is what a search over both schemas tells. */
class DifferingPropertiesTest {

    private static final int DEPTH = 2;
    private static final List<String> NAMES = List.of("a", "b", "ab", "c");

    private static int pairs;
    private static int told;

    @Property
    void bothWaysTellTheSame(@ForAll Random random) {
        RandomSchemas schemas = new RandomSchemas(random);
        ObjectNode sub = object(schemas, random);
        ObjectNode sup = changed(sub, schemas, random);

        Inclusion whole = Inclusion.decideWhole(sub, sup);
        Inclusion decided = Inclusion.decide(sub, sup);

        pairs++;
        told += DifferingProperties.of(sub, sup) == null ? 0 : 1;
        if (whole.verdict() != Verdict.UNDECIDED) {
            assertThat(decided.verdict()).as(sub + " in " + sup).isEqualTo(whole.verdict());
        }
        if (decided.verdict() == Verdict.NOT_INCLUDED) {
            assertThat(PayloadValidator.of(sub).validate(decided.witness())).isEmpty();
            assertThat(PayloadValidator.of(sup).validate(decided.witness())).isNotEmpty();
        }
    }

    private static ObjectNode object(RandomSchemas schemas, Random random) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.array();
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                properties.set(name, schemas.schema(DEPTH));
            }
            if (random.nextBoolean() && (properties.has(name) || random.nextInt(6) == 0)) {
                required.add(name);
            }
        }
        if (random.nextInt(4) > 0) {
            schema.set("required", required);
        }
        switch (random.nextInt(5)) {
            case 0 -> schema.put("additionalProperties", random.nextBoolean());
            case 1 -> {
                ArrayNode names = schema.putObject("propertyNames").putArray("enum");
                NAMES.stream().filter(name -> random.nextInt(6) > 0).forEach(names::add);
            }
            case 2 -> schema.put("minProperties", random.nextInt(3));
            default -> schema.put("title", "An object");
        }
        return schema;
    }

    private static ObjectNode changed(ObjectNode sub, RandomSchemas schemas, Random random) {
        ObjectNode sup = sub.deepCopy();
        ObjectNode properties = (ObjectNode) sup.path("properties");
        for (String name : List.copyOf(properties.propertyNames())) {
            if (random.nextInt(3) == 0) {
                properties.set(name, schemas.changed(properties.get(name), DEPTH));
            }
        }
        if (random.nextInt(3) == 0) {
            sup.remove(List.of("propertyNames", "type", "required", "additionalProperties")
                    .get(random.nextInt(4)));
        }
        return sup;
    }

    @AfterContainer
    static void manyPairsAreToldSo() {
        assertThat(told).isGreaterThan(pairs / 10);
        pairs = 0;
        told = 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void theOthersThatAreRequiredHaveTheValuesThatASearchOverAllFinds(String changed) {
        JsonNode sub = Json.read("{\"type\":\"object\",\"required\":[\"c\",\"a\"],\"properties\":{"
                + "\"a\":{\"description\":\"x\",\"type\":\"string\",\"minLength\":3,\"pattern\":\"^[b-d]\"},"
                + "\"b\":{\"type\":\"integer\",\"minimum\":7},"
                + "\"c\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":2}},"
                + "\"propertyNames\":{\"enum\":[\"a\",\"b\",\"c\"]}}");
        ObjectNode sup = (ObjectNode) sub.deepCopy();
        sup.remove("propertyNames");
        ((ObjectNode) sup.path("properties")).set(changed, Json.read("{\"enum\":[1]}"));

        assertThat(DifferingProperties.of(sub, sup)).isNotNull();
        assertThat(Inclusion.decide(sub, sup)).isEqualTo(Inclusion.decideWhole(sub, sup));
        assertThat(Inclusion.decide(sub, sup).verdict()).isEqualTo(Verdict.NOT_INCLUDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties':{'b':{'$ref':'#/properties/a'}}} | a reference of what is alike",
                "{'properties':{'b':false}} | nothing fits what is alike",
                "{'properties':{'b':{'type':'thing'}}} | what is alike cannot be read",
                "{'properties':{'b':{'pattern':'('}}} | a pattern of what is alike cannot be run",
                "{'required':['z']} | nobody says what is required",
                "{'required':[1]} | no name is required",
                "{'additionalProperties':{'type':'null'}} | others are spoken of",
                "{'propertyNames':{'pattern':'a'}} | names are spoken of",
                "{'minProperties':1} | members are counted",
                "{'patternProperties':{'a':{}}} | names have patterns",
                "{'dependencies':{'a':['b']}} | members depend on each other",
                "{'if':{},'then':{}} | there are conditions",
                "{'type':['object','null']} | there are other types"
            })
    void whatElseIsSaidIsSearchedAsAWhole(String more, String why) {
        ObjectNode sub = with("{\"type\":\"string\",\"maxLength\":2}", more);
        ObjectNode sup = with("{\"type\":\"string\",\"maxLength\":1}", more);

        assertThat(DifferingProperties.of(sub, sup)).as(why).isNull();
        assertThat(Inclusion.decide(sub, sup)).isEqualTo(Inclusion.decideWhole(sub, sup));
    }

    @Test
    void aPropertyOfOnlyOneIsSearchedAsAWhole() {
        ObjectNode sub = with("{}", "{}");
        ObjectNode sup = with("{}", "{}");
        ((ObjectNode) sup.path("properties")).putObject("c").put("type", "string");

        assertThat(DifferingProperties.of(sub, sup)).isNull();
        assertThat(DifferingProperties.of(sup, sub)).isNull();
        assertThat(DifferingProperties.of(sub, sub)).isNull();
    }

    private static ObjectNode with(String a, String more) {
        ObjectNode schema = (ObjectNode) Json.read("{\"type\":\"object\",\"properties\":{\"a\":" + a + ",\"b\":{}}}");
        ObjectNode others = (ObjectNode) Json.read(more.replace('\'', '"'));
        if (others.get("properties") instanceof ObjectNode properties) {
            ((ObjectNode) schema.path("properties")).setAll(properties);
            others.remove("properties");
        }
        schema.setAll(others);
        return schema;
    }
}
