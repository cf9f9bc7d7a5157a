package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict;
import io.github.cxonetools.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Patterns that the generator makes, of types and of constraints, each beside each other one. */
class GeneratedPatternsTest {

    private static final Path SCHEMAS = Path.of("src/test/resources/io/github/cxonetools/schema/corpus-schemas.json");

    @Test
    void nearlyEveryPairIsDecided() throws Exception {
        Set<String> patterns = new TreeSet<>();
        collect(Json.read(Files.readAllBytes(SCHEMAS)), patterns);
        assertThat(patterns).hasSizeGreaterThan(40);
        List<String> undecided = new ArrayList<>();
        for (String sub : patterns) {
            for (String sup : patterns) {
                Inclusion inclusion = Inclusion.decide(text(sub), text(sup));
                if (inclusion.verdict() == Verdict.UNDECIDED) {
                    undecided.add(sub + " in " + sup + ": " + inclusion.reason());
                }
                if (sub.equals(sup)) {
                    assertThat(inclusion.verdict()).as(sub).isEqualTo(Verdict.INCLUDED);
                }
            }
        }
        assertThat(undecided).hasSizeLessThanOrEqualTo(patterns.size() * patterns.size() / 100);
    }

    private static ObjectNode text(String pattern) {
        return Json.object().put("type", "string").put("pattern", pattern);
    }

    private static void collect(JsonNode schema, Set<String> patterns) {
        if (schema.path("pattern").isString()) {
            patterns.add(schema.path("pattern").stringValue());
        }
        schema.forEach(part -> collect(part, patterns));
    }
}
