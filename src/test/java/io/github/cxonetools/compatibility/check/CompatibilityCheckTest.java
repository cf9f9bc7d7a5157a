package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.ContractFolder;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A version must rise as far as its contract changed. */
class CompatibilityCheckTest {

    private static final String TWO =
            "{\"type\":\"object\",\"properties\":{\"c\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}},"
                    + "\"required\":[\"c\"]}";
    private static final String ONE = TWO.replace(",\"b\"", "");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "MAJOR, 1.4.2, 2.0.0",
        "MAJOR, 0.4.2, 0.5.0",
        "MINOR, 1.4.2, 1.5.0",
        "PATCH, 1.4.2, 1.4.3",
        "NONE, 1.4.2, 1.4.2",
        "MAJOR, 1, 2.0.0",
        "MINOR, 1.4.2-rc.1, 1.5.0",
        "PATCH, 1.4.3-beta-1, 1.4.3",
        "MINOR, 1.5.0-rc.1, 1.5.0",
        "MAJOR, 1.5.0-rc.1, 2.0.0",
        "MAJOR, 2.0.0-RC2, 2.0.0",
        "MINOR, 2.0-M3, 2.0.0",
        "MAJOR, 0.5.0-alpha.1, 0.5.0",
        "MINOR, 1.5.0-b12, 1.5.0",
        "MINOR, 1.5.0-jre, 1.6.0",
        "MINOR, 1.5.0-build7, 1.6.0"
    })
    void aBumpNamesTheVersionItNeeds(VersionBump bump, String old, String needed) {
        assertThat(bump.after(old)).isEqualTo(needed);
        assertThat(bump.isReached(old, needed)).isTrue();
        assertThat(bump.isReached(old, needed + "-SNAPSHOT")).isTrue();
        assertThat(bump.isReached(old, old)).isEqualTo(bump == VersionBump.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "", "v1.2", "99999999999.0.0"})
    void aVersionThatIsNoneIsRefused(String version) {
        assertThatThrownBy(() -> VersionBump.MINOR.after(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not begin with numbers");
    }

    @Test
    void aBreakFailsUntilTheVersionHasRisen() throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.SEMVER, List.of());

        ActionCompatibility tooLow = check.compare(contract("1.0.0", TWO), contract("1.1.0", ONE), "x");
        ActionCompatibility enough = check.compare(contract("1.0.0", TWO), contract("2.0.0", ONE), "x");

        assertThat(tooLow.needed()).isEqualTo("2.0.0");
        assertThat(check.fails(tooLow)).isTrue();
        assertThat(tooLow.rejected()).singleElement().satisfies(broken -> {
            assertThat(broken.side()).isEqualTo("input");
            assertThat(broken.pointer()).isEqualTo("/c");
            assertThat(broken.witness()).isEqualTo("{\"c\":\"b\"}");
            assertThat(broken.fingerprint()).matches("[0-9a-f]{12}");
        });
        assertThat(check.fails(enough)).isFalse();
    }

    @Test
    void strictFailsOfABreakWhateverTheVersion() throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.STRICT, List.of());

        assertThat(check.fails(check.compare(contract("1.0.0", TWO), contract("2.0.0", ONE), "x")))
                .isTrue();
    }

    @Test
    void aReportFailsOfNothing() throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.REPORT, List.of());

        assertThat(check.fails(check.compare(contract("1.0.0", TWO), contract("1.0.1", ONE), "x")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', false", "2026-06-01, false", "2026-05-31, true", "1.1.0, false", "1.0.9, true"})
    void anAcceptedBreakPassesUntilItExpires(String until, boolean fails) throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.SEMVER, List.of(accepted("/c", until)));

        assertThat(check.fails(check.compare(contract("1.0.0", TWO), contract("1.1.0", ONE), "x")))
                .isEqualTo(fails);
        assertThat(check.unused()).isEmpty();
    }

    @Test
    void anAcceptedBreakThatExpiredIsTold() throws Exception {
        CompatibilityCheck check =
                check(CompatibilityPolicy.SEMVER, List.of(accepted("/c", "2026-05-31"), accepted("/d", "2026-05-31")));
        check.compare(contract("1.0.0", TWO), contract("1.1.0", ONE), "x");

        assertThat(check.expired()).extracting(AcceptedBreak::label).containsExactly("A input /c refused");
    }

    @Test
    void aBreakIsAcceptedAsLongAsOneOfItsEntriesHolds() throws Exception {
        CompatibilityCheck check =
                check(CompatibilityPolicy.SEMVER, List.of(accepted("/c", "2026-05-31"), accepted("/c", "2026-07-01")));

        assertThat(check.fails(check.compare(contract("1.0.0", TWO), contract("1.1.0", ONE), "x")))
                .isFalse();
        assertThat(check.expired()).isEmpty();
    }

    @Test
    void anAcceptedBreakThatFitsNothingIsTold() throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.SEMVER, List.of(accepted("/d", "")));
        check.compare(contract("1.0.0", TWO), contract("1.1.0", ONE), "x");

        assertThat(check.unused()).extracting(AcceptedBreak::label).containsExactly("A input /d refused");
    }

    @Test
    void anAcceptedBreakNeedsAReason() {
        Properties element = element("/c", "");
        element.remove("reason");

        assertThatThrownBy(() -> AcceptedBreak.of(element))
                .isInstanceOf(RejectedException.class)
                .hasMessage("An <acceptedBreak> of A has no <reason>. Write one: why this break does no harm");
    }

    @Test
    void whatCannotBeDecidedIsNoPass() throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.SEMVER, List.of());

        ActionCompatibility result = check.compare(contract("1.0.0", ONE), contract("1.1.0", TWO), "x");

        assertThat(check.fails(result)).isTrue();
        assertThat(result.rejected()).extracting(ContractBreak::code).containsExactly("undecided");
    }

    @Test
    void equalContractsNeedNoVersionThatHasNumbers() throws Exception {
        CompatibilityCheck check = check(CompatibilityPolicy.SEMVER, List.of());

        ActionCompatibility result = check.compare(contract("latest", ONE), contract("latest", ONE), "x");

        assertThat(check.fails(result)).isFalse();
        assertThat(result.needed()).isEqualTo("latest");
    }

    @Test
    void equalFilesAreNotCompared() throws Exception {
        CompatibilityCheck check = new CompatibilityCheck(
                (before, after) -> {
                    throw new AssertionError("compared");
                },
                CompatibilityPolicy.SEMVER,
                true,
                List.of(),
                TODAY,
                Comparator.naturalOrder());

        assertThat(check.compare(contract("1.0.0", TWO), contract("1.0.1", TWO), "x")
                        .passes())
                .isTrue();
    }

    @Test
    void aBreakNamesTheMemberOfTheNewerContractOrElseOfTheOlder() throws Exception {
        StoredContract before = contract("1.0.0", TWO, "{\"input\":{\"/\":\"Old\",\"/c\":\"Old.c\"}}");
        StoredContract after = contract("1.0.1", ONE, "{\"input\":{\"/\":\"New\",\"/c\":\"New.c\"}}");
        StoredContract without = contract("1.0.2", ONE, "{\"input\":{\"/\":\"New\"}}");
        StoredContract unknown = contract("1.0.3", ONE, "");

        assertThat(members(before, after)).containsExactly("New.c");
        assertThat(members(before, without)).containsExactly("Old.c");
        assertThat(members(before, unknown)).containsExactly("Old.c");
        assertThat(members(unknown, contract("1.0.4", TWO.replace("\"a\",", ""), "")))
                .containsExactly((String) null);
    }

    private List<String> members(StoredContract before, StoredContract after) throws Exception {
        return check(CompatibilityPolicy.STRICT, List.of()).compare(before, after, "x").rejected().stream()
                .map(ContractBreak::member)
                .toList();
    }

    private static CompatibilityCheck check(CompatibilityPolicy policy, List<AcceptedBreak> accepted) {
        return new CompatibilityCheck(new SampledComparer(), policy, true, accepted, TODAY, Comparator.naturalOrder());
    }

    private static AcceptedBreak accepted(String pointer, String until) throws RejectedException {
        return AcceptedBreak.of(element(pointer, until));
    }

    private static Properties element(String pointer, String until) {
        Properties element = new Properties();
        element.setProperty("action", "A");
        element.setProperty("side", "input");
        element.setProperty("pointer", pointer);
        element.setProperty("code", "refused");
        element.setProperty("reason", "nobody sends it");
        element.setProperty("until", until);
        return element;
    }

    private StoredContract contract(String version, String input) throws Exception {
        return contract(version, input, "");
    }

    private StoredContract contract(String version, String input, String members) throws Exception {
        Path folder = Files.createDirectories(directory.resolve(version).resolve("A"));
        Files.writeString(
                folder.resolve("action.json"), "{\"name\":\"A\",\"version\":\"" + version + "\",\"timeoutMs\":1}");
        Files.writeString(folder.resolve("input.schema.json"), input);
        Files.writeString(folder.resolve("output.schema.json"), "{}");
        Files.writeString(folder.resolve("members.json"), members);
        return ContractFolder.read(folder.getParent()).find("A").orElseThrow();
    }
}
