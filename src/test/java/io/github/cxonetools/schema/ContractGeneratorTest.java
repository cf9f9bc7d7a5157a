package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.schema.corpus.SentimentRouting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractGeneratorTest {

    private static final ActionDefinition ROUTING = TestProject.action("Routing", SentimentRouting.class.getName());
    private static final ActionDefinition OTHER = TestProject.action("Other", SentimentRouting.class.getName());

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(directory);
    }

    @Test
    void aRecordBecomesADraft07SchemaWithItsWireNames() throws Exception {
        project.generate(ROUTING);

        assertThat(project.schemas().resolve("Routing/input.schema.json")).hasContent("""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "type": "object",
                  "properties": {
                    "interaction_id": {
                      "description": "The interaction's unique identifier",
                      "type": "string"
                    },
                    "channel_type": {
                      "type": "string",
                      "pattern": "^(voice|chat|email|sms)$"
                    },
                    "customer_phone": {
                      "type": [
                        "string",
                        "null"
                      ]
                    },
                    "sentiment_score": {
                      "type": [
                        "number",
                        "null"
                      ],
                      "minimum": -1.0,
                      "maximum": 1.0
                    },
                    "tags": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  },
                  "required": [
                    "interaction_id",
                    "channel_type",
                    "tags"
                  ]
                }
                """);
    }

    @Test
    void aBeanBecomesADraft07SchemaWithItsDefaults() throws Exception {
        project.generate(ROUTING);

        assertThat(project.schemas().resolve("Routing/output.schema.json")).hasContent("""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "type": "object",
                  "properties": {
                    "enriched_data": {
                      "type": "object",
                      "additionalProperties": {}
                    },
                    "routing_recommendation": {
                      "type": "string",
                      "default": "default-queue"
                    },
                    "confidence_score": {
                      "type": "number",
                      "minimum": 0.0,
                      "maximum": 1.0,
                      "default": 0.0
                    },
                    "processed_at": {
                      "type": "string",
                      "pattern": "^[^\\\\n\\\\r\\\\u0085\\\\u2028\\\\u2029]*Z$"
                    }
                  },
                  "required": [
                    "enriched_data",
                    "routing_recommendation",
                    "processed_at"
                  ]
                }
                """);
    }

    @Test
    void theJarCarriesWhatNoEnvironmentChanges() throws Exception {
        project.generate(ROUTING);

        assertThat(project.schemas().resolve("Routing/action.json")).hasContent("""
                {
                  "format": 1,
                  "name": "Routing",
                  "version": "1.0.0",
                  "timeoutMs": 5000
                }
                """);
    }

    @Test
    void aContractsFolderHoldsItsFourFilesAloneWithTheUsualPermissions() throws Exception {
        project.generate(ROUTING);

        Path usual = Files.writeString(directory.resolve("usual"), "");
        try (var files = Files.list(project.schemas().resolve("Routing"))) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).endsWith(".json"))
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo(permissions(usual)));
        }
    }

    private static Object permissions(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                ? Files.getPosixFilePermissions(file)
                : Files.isReadable(file);
    }

    @Test
    void whatIsUpToDateIsNotGeneratedAgain() throws Exception {
        Contract first = project.generate(ROUTING).get(0);
        Path input = project.schemas().resolve("Routing/input.schema.json");
        Files.setLastModifiedTime(input, FileTime.fromMillis(1000));

        Contract second = project.generate(ROUTING).get(0);

        assertThat(second).isEqualTo(first);
        assertThat(project.events.told).containsExactly("written Routing", "up to date 1");
        assertThat(Files.getLastModifiedTime(input).toMillis()).isEqualTo(1000);
    }

    @Test
    void filesThatWouldHoldTheSameAreNotRewritten() throws Exception {
        project.generate(ROUTING);
        Path input = project.schemas().resolve("Routing/input.schema.json");
        Files.setLastModifiedTime(input, FileTime.fromMillis(1000));

        project.pom("another").generate(ROUTING);

        assertThat(Files.getLastModifiedTime(input).toMillis()).isEqualTo(1000);
    }

    @Test
    void manyAreWrittenAndToldInTheirOrder() throws Exception {
        ActionDefinition[] many = many();

        project.generate(many);

        assertThat(project.events.told)
                .containsExactlyElementsOf(Stream.of(many)
                        .map(action -> "written " + action.name())
                        .toList());
        for (ActionDefinition action : many) {
            assertThat(project.schemas().resolve(action.name())).isDirectoryContaining("glob:**.json");
        }
    }

    @Test
    void ofManyTheFirstThatCannotBeWrittenIsNamed() throws Exception {
        Files.createDirectories(project.schemas());
        Files.writeString(project.schemas().resolve("Action12"), "a file");
        Files.writeString(project.schemas().resolve("Action14"), "a file");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> project.generate(many()))
                .withMessageContaining("Action12")
                .withMessageNotContaining("Action14");
        assertThat(project.schemas().resolve("Action10/input.schema.json")).exists();
    }

    private static ActionDefinition[] many() {
        return IntStream.range(10, 30)
                .mapToObj(number -> TestProject.action("Action" + number, SentimentRouting.class.getName()))
                .toArray(ActionDefinition[]::new);
    }

    @Test
    void anEditedOrDeletedFileIsNoticed() throws Exception {
        project.generate(ROUTING);
        Path input = project.schemas().resolve("Routing/input.schema.json");
        String before = Files.readString(input);
        Files.writeString(input, "{}");

        project.generate(ROUTING);
        assertThat(input).hasContent(before);

        Files.delete(input);
        project.generate(ROUTING);
        assertThat(input).hasContent(before);
    }

    @Test
    void contractsOfRemovedActionsDisappear() throws Exception {
        project.generate(ROUTING, OTHER);

        project.generate(ROUTING);

        assertThat(project.schemas().resolve("Other")).doesNotExist();
        assertThat(project.events.told).containsExactly("written Routing", "written Other", "removed Other");
    }

    @Test
    void theLastActionsContractDisappearsToo() throws Exception {
        project.execution("one").generate(OTHER);
        project.execution("two").generate(ROUTING);

        project.clear();

        assertThat(project.schemas().resolve("Routing")).doesNotExist();
        assertThat(project.schemas().resolve("Other/input.schema.json")).exists();
        assertThat(project.events.told).endsWith("removed Routing");
        project.clear();
        assertThat(project.events.told).hasSize(3);
    }

    @Test
    void anActionThatMovedToAnotherExecutionKeepsItsContract() throws Exception {
        project.execution("one").generate(ROUTING, OTHER);
        project.execution("two").generate(OTHER);

        project.execution("one").generate(ROUTING);

        assertThat(project.schemas().resolve("Other/input.schema.json")).exists();
        assertThat(project.execution("two").generate(OTHER)).hasSize(1);
        assertThat(project.events.told).endsWith("up to date 1");
    }

    @Test
    void whatSomebodyKeepsBesideAContractStays() throws Exception {
        project.generate(ROUTING, OTHER);
        Path note = Files.writeString(project.schemas().resolve("Other/README.md"), "mine");

        project.generate(ROUTING);

        assertThat(note).exists();
        assertThat(project.schemas().resolve("Other/input.schema.json")).doesNotExist();
    }

    @Test
    void underAFilterNothingOfOthersIsRemoved() throws Exception {
        project.generate(ROUTING, OTHER);

        project.filtered(true).generate(ROUTING);

        assertThat(project.schemas().resolve("Other/input.schema.json")).exists();
    }

    @Test
    void anotherExecutionsContractsAreLeftAlone() throws Exception {
        project.execution("one").generate(OTHER);

        project.execution("two").generate(ROUTING);

        assertThat(project.schemas().resolve("Other/input.schema.json")).exists();
        assertThat(project.confirmed(ROUTING, OTHER)).hasSize(2);
    }

    @Test
    void twoActionsForOneFolderAreRefused() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.generate(ROUTING, TestProject.action("ROUTING", "x")))
                .withMessage("ROUTING: there is an action Routing too, and both would be written to one folder. "
                        + "Give one of them another name");
    }

    @Test
    void allFindingsComeAtOnce() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () -> project.generate(TestProject.action("B", "no.Such"), TestProject.action("A", "no.Other")))
                .withMessageStartingWith("The contracts cannot be generated (2 findings):\n"
                        + "  - A: handler no.Other is not on the class path.");
    }

    @Test
    void deployTakesWhatGenerateConfirmed() throws Exception {
        Contract generated = project.generate(ROUTING).get(0);

        assertThat(project.confirmed(ROUTING)).containsExactly(generated);
    }

    @Test
    void deployRefusesContractsThatAreMissingEditedOrStale() throws Exception {
        refused("Routing: its contract is missing: there is no ");
        project.generate(ROUTING);

        project.pom("another");
        refused("Routing: the POM changed since its contract was generated.");
        project.pom("pom");

        Path classes = Files.createDirectories(directory.resolve("more/META-INF"));
        Files.writeString(classes.resolve("validation.xml"), "<validation-config/>");
        project.with(classes.getParent());
        refused("Routing: the classes changed since its contract was generated.");
        project.generate(ROUTING);

        Files.writeString(project.schemas().resolve("Routing/output.schema.json"), "{}");
        refused("Routing: its contract was edited after it was generated.");
    }

    private void refused(String message) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.confirmed(ROUTING))
                .withMessageStartingWith(message)
                .withMessageEndingWith("Run: mvn process-classes cxone:deploy");
    }
}
