package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Contracts that are recorded to be committed. */
class ContractFolderTest {

    @TempDir
    Path directory;

    @Test
    void anActionJsonThatThisBuildHasTooIsNotParsedAndAnyOtherIs() throws Exception {
        Path recorded = directory.resolve("recorded");
        contract(recorded, "A", "{}");
        Path file = recorded.resolve("A/action.json");
        Files.writeString(file, "as generate wrote it");
        Map<String, FileContent> own = ContractFolder.contents(ContractFolder.files(recorded.resolve("A")));
        StoredContracts present = ContractFolder.of(directory.resolve("made"), Map.of("A", own), Map.of("A", "1.2.3"));

        assertThat(ContractFolder.baseline(recorded, "here", present.all(), Comparator.naturalOrder()))
                .isInstanceOfSatisfying(Baseline.Stored.class, stored -> assertThat(
                                stored.contracts().all())
                        .extracting(StoredContract::version)
                        .containsExactly("1.2.3"));

        Files.writeString(file, "as somebody wrote it");
        assertThatThrownBy(() -> ContractFolder.baseline(recorded, "here", present.all(), Comparator.naturalOrder()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("A/action.json is not JSON");

        Files.writeString(file, "{\"format\":2,\"name\":\"A\",\"version\":\"1.2.3\",\"timeoutMs\":1}");
        assertThatThrownBy(() -> ContractFolder.baseline(recorded, "here", present.all(), Comparator.naturalOrder()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("is of format 2, which a newer cxone-maven-plugin wrote");
    }

    @Test
    void whatIsRecordedIsTheFilesAsTheyAre() throws Exception {
        Path made = directory.resolve("made");
        Path recorded = directory.resolve("src/main/cxone/baseline");
        contract(made, "A", "{}");
        contract(made, "B", "{}");

        assertThat(ContractFolder.baseline(recorded, "here", List.of(), Comparator.naturalOrder()))
                .isInstanceOfSatisfying(Baseline.Missing.class, missing -> assertThat(missing.reason())
                        .isEqualTo("No contracts are recorded in here. Record those of this build and commit them: "
                                + "mvn process-classes cxone:check -Dcxone.record"));
        assertThat(ContractFolder.copy(made, recorded, List.of("A", "B"))).containsExactly("A", "B");
        assertThat(ContractFolder.copy(made, recorded, List.of("A", "B"))).isEmpty();
        contract(made, "B", "{\"type\":\"string\"}");
        assertThat(ContractFolder.copy(made, recorded, List.of("A", "B"))).containsExactly("B");

        assertThat(files(recorded))
                .containsExactly(
                        "A/action.json",
                        "A/input.schema.json",
                        "A/output.schema.json",
                        "B/action.json",
                        "B/input.schema.json",
                        "B/output.schema.json");
        assertThat(recorded.resolve("B/input.schema.json")).hasContent("{\"type\":\"string\"}");
        assertThat(ContractFolder.baseline(recorded, "here", List.of(), Comparator.naturalOrder()))
                .isInstanceOfSatisfying(Baseline.Stored.class, stored -> {
                    assertThat(stored.isWhole()).isTrue();
                    assertThat(stored.contracts().all())
                            .extracting(StoredContract::name)
                            .containsExactly("A", "B");
                });
    }

    @Test
    void whatThisModuleHasNoMoreIsTakenOut() throws Exception {
        contract(directory, "A", "{}");
        contract(directory, "Gone", "{}");
        contract(directory, "Noted", "{}");
        Files.writeString(directory.resolve("Noted/README.md"), "why");

        assertThat(ContractFolder.retain(directory, List.of("A"))).containsExactly("Gone", "Noted");

        assertThat(files(directory))
                .containsExactly("A/action.json", "A/input.schema.json", "A/output.schema.json", "Noted/README.md");
        assertThat(directory.resolve("Gone")).doesNotExist();
    }

    private static void contract(Path directory, String action, String input) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(action));
        Files.writeString(
                folder.resolve("action.json"),
                "{\"format\":1,\"name\":\"" + action + "\",\"version\":\"1.0.0\",\"timeoutMs\":1}");
        Files.writeString(folder.resolve("input.schema.json"), input);
        Files.writeString(folder.resolve("output.schema.json"), "{}");
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
