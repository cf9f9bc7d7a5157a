package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordTest {

    @Test
    void thereIsAKeywordForEachThatTheMetaSchemaDescribes() throws Exception {
        Set<String> described = new TreeSet<>(metaSchema().path("properties").propertyNames());
        described.add("writeOnly"); // Of the specification; the meta-schema's first edition leaves it out.

        assertThat(Keyword.words(Keyword.values())).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void whatHoldsSchemasDoesSoInTheMetaSchema() throws Exception {
        JsonNode properties = metaSchema().path("properties");
        for (Keyword keyword : Keyword.values()) {
            JsonNode described = properties.path(keyword.word());
            boolean byName = described.path("additionalProperties").isObject();
            boolean schemas =
                    !byName && Json.compact(described).matches(".*\"\\$ref\":\"#(/definitions/schemaArray)?\".*");

            assertThat(keyword.value().isByName()).as(keyword.word()).isEqualTo(byName);
            assertThat(keyword.value().isSchemas()).as(keyword.word()).isEqualTo(schemas);
        }
    }

    @Test
    void schemasBelowEveryKeywordAreOrderedAndUnknownWordsComeLast() {
        ObjectNode schema = (ObjectNode)
                Json.read(
                        "{\"x-b\":{\"type\":1,\"$schema\":2},\"else\":{\"minimum\":1,\"type\":\"a\"},"
                                + "\"items\":[{\"enum\":[],\"title\":\"\"}],\"dependencies\":{\"b\":[\"z\",\"a\"],"
                                + "\"a\":{\"not\":{},\"type\":\"b\"}},\"x-a\":1,\"const\":{\"type\":1,\"$schema\":2},\"type\":\"c\"}");

        assertThat(Json.compact(Keywords.ordered(schema)))
                .isEqualTo("{\"type\":\"c\",\"const\":{\"type\":1,\"$schema\":2},\"dependencies\":{\"b\":[\"z\",\"a\"],"
                        + "\"a\":{\"type\":\"b\",\"not\":{}}},\"items\":[{\"title\":\"\",\"enum\":[]}],"
                        + "\"else\":{\"type\":\"a\",\"minimum\":1},\"x-b\":{\"type\":1,\"$schema\":2},\"x-a\":1}");
    }

    private static JsonNode metaSchema() throws Exception {
        try (InputStream in = Draft07.class.getResourceAsStream("/draft-07/schema")) {
            return Json.read(in.readAllBytes());
        }
    }
}
