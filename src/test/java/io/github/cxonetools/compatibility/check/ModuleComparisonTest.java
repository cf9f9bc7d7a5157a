package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.compatibility.baseline.Baseline;
import io.github.cxonetools.compatibility.baseline.ContractFolder;
import io.github.cxonetools.compatibility.baseline.StoredContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A module beside what it was. */
class ModuleComparisonTest {

    private static final String TEXT = "{\"type\":\"string\"}";

    @TempDir
    Path directory;

    private final CompatibilityCheck check = CompatibilityRules.DEFAULT.check(
            (action, side, pointer) -> null, LocalDate.EPOCH, Comparator.naturalOrder());

    @Test
    void whatIsGoneBreaksAndWhatIsNewIsSaid() throws Exception {
        put("old", "Same", "1.0.0", TEXT);
        put("old", "Lost", "1.0.0", TEXT);
        put("old", "Moved", "1.0.0", TEXT);
        put("new", "Same", "1.1.0", TEXT);
        put("new", "Fresh", "1.1.0", TEXT);

        ModuleComparison comparison = compare(Set.of("Moved"), false);

        assertThat(comparison.results())
                .extracting(result -> result.action() + " " + result.passes() + " " + result.needed())
                .containsExactly("Same true 1.0.0", "Lost false 2.0.0");
        assertThat(comparison.results().get(1).refusal())
                .isEqualTo(
                        "Lost 1.1.0 needs 2.0.0, against 1.0.0 of old (central): input /: the action is gone. "
                                + "Raise the version to 2.0.0, or accept each break: <acceptedBreak><action>Lost</action>"
                                + "<side>input</side><pointer>/</pointer><code>action</code><reason>why</reason></acceptedBreak>");
        assertThat(comparison.results().get(1).rejected())
                .extracting(ContractBreak::witness)
                .containsExactly("\"\"");
        assertThat(comparison.notes())
                .containsExactly(
                        "Fresh 1.1.0 is new, or was renamed: old (central) has no action of this name",
                        "Moved has moved to another module: there, <baselineArtifact> names where it was");
        assertThat(comparison.findings()).isEmpty();
        assertThat(comparison.actions()).containsExactlyInAnyOrder("Same", "Fresh", "Lost", "Moved");
    }

    @Test
    void wherePartOfTheModuleIsLookedAtNothingIsGone() throws Exception {
        put("old", "Same", "1.0.0", TEXT);
        put("old", "Other", "1.0.0", TEXT);
        put("new", "Same", "1.1.0", TEXT);

        assertThat(compare(Set.of(), true).results())
                .extracting(ActionCompatibility::action)
                .containsExactly("Same");
    }

    @Test
    void everyContractThatCannotBeComparedIsAFinding() throws Exception {
        put("old", "broken", "1.0.0", "{");
        put("old", "routing", "1.0.0", TEXT);
        put("old", "tag", "latest", TEXT);
        put("old", "tagged", "1.0.0", TEXT);
        put("old", "works", "1.0.0", TEXT);
        put("new", "broken", "1.1.0", TEXT);
        put("new", "Routing", "1.1.0", TEXT);
        put("new", "tag", "1.1.0", "{}");
        put("new", "tagged", "next", "{}");
        put("new", "works", "1.1.0", "{}");

        ModuleComparison comparison = compare(Set.of(), false);

        assertThat(comparison.results()).extracting(ActionCompatibility::action).containsExactly("works");
        assertThat(comparison.actions()).containsExactly("works");
        assertThat(comparison.findings())
                .satisfiesExactlyInAnyOrder(
                        finding -> assertThat(finding).contains("broken/input.schema.json is not JSON"),
                        finding -> assertThat(finding).startsWith("Routing: ").contains(" has it as routing. "),
                        finding -> assertThat(finding)
                                .startsWith("tag: the version latest does not begin with numbers")
                                .endsWith("Compare with another version (-Dcxone.baseline=<version>)"),
                        finding -> assertThat(finding)
                                .startsWith("tagged: the version next does not begin with numbers")
                                .endsWith("Set <version> in the action, or the project's"));
    }

    private ModuleComparison compare(Set<String> elsewhere, boolean isFiltered) throws Exception {
        StoredContracts before = ContractFolder.read(directory.resolve("old"));
        ModuleComparison comparison =
                new ModuleComparison(check, ContractFolder.read(directory.resolve("new")), "1.1.0", () -> elsewhere);
        comparison.with(new Baseline.Stored("old (central)", before, true), isFiltered);
        return comparison;
    }

    private void put(String folder, String action, String version, String input) throws IOException {
        Path home = Files.createDirectories(directory.resolve(folder).resolve(action));
        Files.writeString(
                home.resolve("action.json"),
                "{\"name\":\"" + action + "\",\"version\":\"" + version + "\",\"timeoutMs\":1}");
        Files.writeString(home.resolve("input.schema.json"), input);
        Files.writeString(home.resolve("output.schema.json"), "{}");
    }
}
