package io.github.cxonetools;

import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.deployment.ActionOutcome;
import io.github.cxonetools.deployment.PlannedAction;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Schemas of the files that the plugin reads and writes are themselves what they say. */
class ReportSchemasTest {

    @ParameterizedTest
    @ValueSource(strings = {"compatibility", "deployment", "expectation", "metrics", "plan", "simulation"})
    void eachIsADraft07SchemaThatSaysWhatItIsOf(String name) throws Exception {
        JsonNode schema = ReportSchemas.of(name);

        assertThat(schema.path("$schema").asString()).isEqualTo(Draft07.ID);
        assertThat(Draft07.metaFindings(schema)).isEmpty();
        assertThat(schema.path("title").asString("")).isNotBlank();
        assertThat(Files.readAllBytes(Path.of("src/site/resources/schemas", name + ".schema.json")))
                .as("the site has the same")
                .isEqualTo(ReportSchemas.class
                        .getResourceAsStream("/io/github/cxonetools/schemas/" + name + ".schema.json")
                        .readAllBytes());
    }

    @Test
    void thePageLeadsToEach() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/files.md"));
        List<String> linked = Pattern.compile("\\(schemas/([^)]+)\\)")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .sorted()
                .toList();
        try (Stream<Path> schemas = Files.list(Path.of("src/site/resources/schemas"))) {
            assertThat(linked)
                    .isEqualTo(schemas.map(schema -> schema.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void wordsAreThoseOfTheCode() {
        List<String> kinds = Stream.of(PlannedAction.Kind.values())
                .map(PlannedAction.Kind::words)
                .toList();
        List<String> dones = Stream.of(ActionOutcome.Done.values())
                .map(ActionOutcome.Done::words)
                .distinct()
                .toList();

        assertThat(words("plan", "/properties/actions/items/properties/kind"))
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(words("deployment", "/properties/actions/items/properties/planned"))
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(words("deployment", "/properties/actions/items/properties/done"))
                .containsExactlyInAnyOrderElementsOf(dones);
        assertThat(words("compatibility", "/properties/compatibility"))
                .containsExactlyInAnyOrderElementsOf(lowerCase(CompatibilityPolicy.values()));
        assertThat(words("compatibility", "/definitions/action/properties/bump"))
                .containsExactlyInAnyOrderElementsOf(lowerCase(VersionBump.values()));
    }

    private static List<String> words(String schema, String pointer) {
        List<String> words = new ArrayList<>();
        ReportSchemas.of(schema).at(pointer + "/enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    private static List<String> lowerCase(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void testsAreToldOfAMemberThatNoSchemaTellsOfAndReadersAreNot() {
        JsonNode report = Json.read("{\"actions\": [], \"findings\": [], \"more\": 1}");

        assertThatThrownBy(() -> ReportSchemas.assertValid("simulation", report))
                .hasMessageContaining("unknown property more");
        assertThat(PayloadValidator.of(ReportSchemas.of("simulation")).validate(report))
                .isEmpty();
    }

    @Test
    void expectationsOfTheExamplesAreValid() throws Exception {
        PayloadValidator validator = PayloadValidator.of(ReportSchemas.of("expectation"));
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of("src/it"))) {
            files = found.filter(file -> file.toString().endsWith(".expected.json"))
                    .filter(file -> !file.toString().contains("simulate-bad-fixtures"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(5).allSatisfy(file -> assertThat(
                        validator.validate(Json.read(Files.readAllBytes(file))))
                .as(file.toString())
                .isEmpty());
    }
}
