package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ClassNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Every schema and every warning of the corpus is what is committed in {@code corpus-schemas.json}: as JSON, its members in
 * their order, an {@code anyOf} in an {@code anyOf} as one. Where a change of them is meant, it is recorded with
 * {@code mvn test -Dtest=CorpusBaselineTest -Dtest.jvm=-Dcorpus.record=true} and reviewed as a diff.
 */
class CorpusBaselineTest {

    private static final Path BASELINE = Path.of("src/test/resources/io/github/cxonetools/schema/corpus-schemas.json");

    @Test
    void theCorpusHasTheSchemasAndWarningsThatAreCommitted() throws Exception {
        assumeTrue(System.getProperty("corpus.only") == null, "only a part of the corpus is looked at");
        Map<String, JsonNode> now = now();
        if (Boolean.getBoolean("corpus.record")) {
            record(now);
        }
        Map<String, String> committed = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one :
                Json.read(Files.readAllBytes(BASELINE)).properties()) {
            committed.put(one.getKey(), Json.compact(flattened(one.getValue())));
        }
        Map<String, String> found = new TreeMap<>();
        now.forEach((name, json) -> found.put(name, Json.compact(flattened(json))));
        assertThat(found).isEqualTo(committed);
    }

    private static Map<String, JsonNode> now() throws Exception {
        Map<String, JsonNode> now = new TreeMap<>();
        for (CorpusCase one : CorpusCase.all()) {
            String name = ClassNames.simple(one.type()) + " on " + one.runtime();
            now.put(name + ", input", one.input());
            now.put(name + ", output", one.output());
            ArrayNode warnings = JsonNodeFactory.instance.arrayNode();
            one.warnings().forEach(warnings::add);
            now.put("Warnings on " + one.runtime(), warnings);
        }
        return now;
    }

    /** One schema a line, so that a diff shows which have changed. */
    private static void record(Map<String, JsonNode> schemas) throws Exception {
        StringBuilder text = new StringBuilder("{\n");
        schemas.forEach((name, json) -> text.append(text.length() > 2 ? ",\n" : "")
                .append(Json.quoted(name))
                .append(": ")
                .append(Json.compact(json)));
        Files.createDirectories(BASELINE.getParent());
        Files.write(BASELINE, text.append("\n}\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Either of a, or of (b or c), is either of a, b and c. */
    private static JsonNode flattened(JsonNode json) {
        if (json instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> items.add(flattened(item)));
            return items;
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> flat.set(member.getKey(), flattened(member.getValue())));
        if (flat.get("anyOf") instanceof ArrayNode alternatives) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (JsonNode alternative : alternatives) {
                if (alternative.size() == 1 && alternative.get("anyOf") instanceof ArrayNode nested) {
                    all.addAll(nested);
                } else {
                    all.add(alternative);
                }
            }
            flat.set("anyOf", all);
        }
        return flat;
    }
}
