package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class KeywordTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/cxonetools");

    /** Where schemas are read or written. */
    private static final List<String> ROOMS =
            List.of("schema", "compatibility/formula", "compatibility/breaks", "deployment/difference");

    /** Whose texts are no keywords of a schema, or which stand on a floor below that of keywords. */
    private static final Set<String> OTHERS = Set.of(
            "Keyword", // It spells them.
            "ContractFiles", // A member of action.json.
            "IntegerPatterns", // Patterns stand on the lowest floor.
            "BoundedPattern", // A thread's name.
            "JsonFormat", // An attribute of Jackson's annotation.
            "Presence", // An attribute of Jackson's annotation.
            "MapperCode", // A method of Jackson's.
            "KnownCalls", // A method of the JDK's.
            "ContractText", // Members of our own files.
            "Comparison", // Fields of an action.
            "FieldDifference"); // Fields of an action.

    /** A text by itself; what annotations say is asked by {@code text}. */
    private static final Pattern TEXT = Pattern.compile("(?<!\\btext\\()\"([$\\w]+)\"");

    /** A switch's labels must be constants. */
    private static final String LABELS = "\\bcase \"[^\"]*\"(,\\s*\"[^\"]*\")* ->";

    @Test
    void whereSchemasAreMadeNoOtherSourceSpellsAKeyword() throws Exception {
        Set<String> spelled = new TreeSet<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    if (!OTHERS.contains(type)) {
                        TEXT.matcher(code(file))
                                .results()
                                .filter(text -> Keyword.of(text.group(1)) != null)
                                .forEach(text -> spelled.add(type + " spells " + text.group()));
                    }
                }
            }
        }
        assertThat(spelled).isEmpty();
    }

    private static String code(Path file) throws Exception {
        return Files.readString(file)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)//.*$", "")
                .replaceAll(LABELS, "");
    }

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
