package io.github.cxonetools.schema;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.derive.SchemaLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Everything stands inline: what that makes of a few classes is told, and not made where it is too much. */
class SchemaSizeTest {

    /** Lower than the default, which takes a minute to reach. */
    private static final int LIMIT = 1 << 19;

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(directory.resolve("project"));
    }

    @Test
    void aSmallSchemaIsNotToldOf() throws Exception {
        levels(3, "%s a, %<s b, %<s c, %<s d");

        generate();

        assertThat(project.events.warnings).isEmpty();
    }

    @Test
    void aLargeSchemaIsWarnedOfWithTheWayThatMultipliesIt() throws Exception {
        levels(6, "%s a, %<s b, %<s c, %<s d");

        generate();

        assertThat(project.events.warnings).hasSize(2).anySatisfy(warning -> assertThat(warning)
                .startsWith("A: the input schema has ")
                .contains(
                        "because everything stands inline: L0.a → L1.a → L2.a",
                        "(4 × L1 in L0, 4 × L2 in L1",
                        "cxone.warnSchemaBytes"));
    }

    @Test
    void aSchemaThatWouldBeFarTooLargeIsRefusedBeforeItIsMade() throws Exception {
        levels(30, "%s a, %<s b, %<s c, %<s d");
        project.limits(LIMIT, LIMIT);

        refused("A: the input schema has more than 512 KiB", "L0.a → L1.a", "4 × L1 in L0", "cxone.maxSchemaBytes");
    }

    @Test
    void listsMapsAndOptionalValuesMultiplyAsWell() throws Exception {
        levels(30, "java.util.List<%s> a, java.util.Map<String, %<s> b, java.util.Optional<%<s> c");
        project.limits(LIMIT, LIMIT);

        refused("more than 512 KiB", "3 × L1 in L0");
    }

    @Test
    void otherNamesOfAPropertyMultiplyAsWell() throws Exception {
        levels(30, "@com.fasterxml.jackson.annotation.JsonAlias({\"x\", \"y\"}) %s a");

        refused("A: the input schema has more than 8.0 MiB", "L0.a → L1.a");
    }

    @Test
    void subtypesMultiplyAsWell() throws Exception {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String next = i == 19 ? "String" : "L" + (i + 1);
            sources.add(
                    "public sealed interface L" + i + " permits L" + i + ".P, L" + i + ".Q, L" + i + ".R { record P("
                            + next + " p) implements L" + i + " {} record Q(" + next + " q) implements L" + i
                            + " {} record R(" + next + " r) implements L" + i + " {} }");
        }
        compile(sources);
        project.limits(LIMIT, LIMIT);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.generate(TestProject.types("A", "java.lang.String", "L0")))
                .withMessageContaining("A: the output schema has more than 512 KiB");
    }

    @Test
    void aSchemaIsMeasuredByTheSizeOfItsFile() throws Exception {
        levels(2, "%s a");
        generate();
        long bytes = Files.size(project.schemas().resolve("A/input.schema.json"));

        project.limits(bytes, bytes);
        generate();
        assertThat(project.events.warnings).isEmpty();

        project.limits(bytes - 1, bytes);
        generate();
        assertThat(project.events.warnings).hasSize(2);

        project.limits(1, bytes - 1);
        refused(
                "A: the input schema has " + bytes + " bytes, more than " + (bytes - 1) + " bytes",
                "cxone.maxSchemaBytes");
    }

    @Test
    void aLimitIsASize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaLimits(0, 1))
                .withMessage("cxone.warnSchemaBytes is 0. Use 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaLimits(1, -1))
                .withMessage("cxone.maxSchemaBytes is -1. Use 1 or more");
    }

    private void levels(int depth, String components) throws Exception {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            sources.add("public record L" + i + "(" + String.format(components, "L" + (i + 1)) + ") {}");
        }
        sources.add("public record L" + depth + "(String name) {}");
        compile(sources);
    }

    private void compile(List<String> sources) throws Exception {
        project.with(Compiled.into(directory.resolve("classes"), project.libraries(), sources.toArray(String[]::new)));
    }

    private void generate() throws Exception {
        project.generate(TestProject.types("A", "L0", "L0"));
    }

    private void refused(String... messages) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::generate)
                .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(messages));
    }
}
