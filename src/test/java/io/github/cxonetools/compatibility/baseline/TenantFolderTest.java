package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FolderName;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was pulled, as a baseline. */
class TenantFolderTest {

    @TempDir
    private Path tenant;

    @ParameterizedTest
    @CsvSource({"1.5, 1.4", "1.4, 1.4", "1.3, 1.2", "9, 2.0", "1.2, 1.2"})
    void callersUseTheNewestActiveReleaseThatIsNotAbove(String version, String used) throws Exception {
        write("Routing/1.2", "Routing", "1.2", "");
        write("Routing/1.3", "Routing", "1.3", ",\"isDeprecated\":true");
        write("Routing/1.4", "Routing", "1.4", "");
        write("Routing/1.5-SNAPSHOT", "Routing", "1.5-SNAPSHOT", "");
        write("Routing/2.0", "Routing", "2.0", "");
        write("%2E%2E/1", "..", "1", "");
        write("Others/1", "Others", "1", "");

        Baseline.Stored stored = baseline("Routing", version);

        assertThat(stored.contracts().all()).hasSize(1);
        assertThat(stored.contracts().find("Routing").orElseThrow().version()).isEqualTo(used);
        assertThat(stored.isWhole()).isFalse();
    }

    @Test
    void namesThatDifferInCaseOnlyAreFoundApart() throws Exception {
        write(FolderName.distinct("Routing") + "/1", "Routing", "1", "");
        write(FolderName.distinct("routing") + "/2", "routing", "2", "");

        assertThat(baseline("Routing", "5").contracts().all())
                .extracting(StoredContract::version)
                .containsExactly("1");
    }

    @Test
    void whatIsNotThereYetIsNew() throws Exception {
        write("Others/1", "Others", "1", "");

        assertThat(baseline("Routing", "1").contracts().isEmpty()).isTrue();
    }

    @Test
    void aVersionThatCannotBeReadIsNotPassedOver() throws Exception {
        write("Routing/1", "Routing", "1", "");
        write("Routing/2", "Routing", "2", ",\"format\":9");

        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> baseline("Routing", "3"));

        Files.writeString(tenant.resolve("Routing/2/action.json"), "{\"format\":9,\"name\":\"Routing\"}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> baseline("Routing", "3"))
                .withMessageContaining("is of format 9, which a newer cxone-maven-plugin wrote");
    }

    @Test
    void aTimeoutThatTheTenantDidNotTellIsNone() throws Exception {
        write("Routing/1", "Routing", "1", "");
        Path facts = tenant.resolve("Routing/1/action.json");
        Files.writeString(facts, Files.readString(facts).replace("5000", "null"));

        assertThat(baseline("Routing", "1")
                        .contracts()
                        .find("Routing")
                        .orElseThrow()
                        .contract()
                        .timeoutMs())
                .isZero();
    }

    private Baseline.Stored baseline(String name, String version) throws Exception {
        StoredContract present =
                StoredContract.of(new Contract(name, version, null, 5000, Json.object(), Json.object()));
        return (Baseline.Stored)
                ContractFolder.baseline(tenant, "target/cxone/tenant", List.of(present), Comparator.naturalOrder());
    }

    private void write(String folder, String name, String version, String more) throws IOException {
        Path directory = Files.createDirectories(tenant.resolve(folder));
        Files.writeString(
                directory.resolve("action.json"),
                "{\"format\":1,\"name\":\"" + name + "\",\"version\":\"" + version + "\",\"timeoutMs\":5000" + more
                        + "}");
        Files.writeString(directory.resolve("input.schema.json"), "{}");
        Files.writeString(directory.resolve("output.schema.json"), "{}");
    }
}
