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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Everything stands inline: what that makes of a few classes is told, and not made where it is too much. */
class SchemaSizeTest {

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

        refused("A: the input schema has more than 8.0 MiB", "L0.a → L1.a", "4 × L1 in L0", "cxone.maxSchemaBytes");
    }

    @Test
    void listsMapsAndOptionalValuesMultiplyAsWell() throws Exception {
        levels(30, "java.util.List<%s> a, java.util.Map<String, %<s> b, java.util.Optional<%<s> c");

        refused("more than 8.0 MiB", "3 × L1 in L0");
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

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.generate(TestProject.types("A", "java.lang.String", "L0")))
                .withMessageContaining("A: the output schema has more than 8.0 MiB");
    }

    /** Other shapes that multiply, with the way through them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unwrapped    | public class L%1$d { @JsonUnwrapped(prefix = "a") public L%2$d a; @JsonUnwrapped(prefix = "b") public L%2$d b; public int n; } | L0.a → L1.a
            generics     | public record L%1$d<T>(L%2$d<List<T>> a, L%2$d<Map<String, T>> b, T c) {} | L0.a → L1.a
            maps of maps | public record L%1$d(Map<String, Map<String, L%2$d>> a, Map<String, List<Map<String, L%2$d>>> b) {} | 2 × L1 in L0
            constrained  | public record L%1$d(@NotNull @Valid L%2$d a, @Valid L%2$d b, @Size(min = 1) List<@Valid @NotNull L%2$d> c) {} | 3 × L1 in L0
            arrays       | public class L%1$d { public L%2$d[] a; public L%2$d[][] b; } | 2 × L1 in L0
            inherited    | public class L%1$d extends L%2$d { public L%2$d b%1$d; } | L0.b
            any          | public class L%1$d { public L%2$d a; @JsonAnySetter public void set(String k, L%2$d v) {} @JsonAnyGetter public Map<String, L%2$d> all() { return null; } } | L0.a → L1.a
            external ids | public class L%1$d { public String t; @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "t") @JsonSubTypes({@JsonSubTypes.Type(value = P.class, name = "p"), @JsonSubTypes.Type(value = Q.class, name = "q")}) public V v; public interface V {} public static class P implements V { public L%2$d p; } public static class Q implements V { public L%2$d q; } } | L0.v
            by id        | @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes({@JsonSubTypes.Type(L%1$d.P.class), @JsonSubTypes.Type(L%1$d.Q.class)}) public interface L%1$d { class P implements L%1$d { public L%2$d p; public L%2$d more; } class Q implements L%1$d { public L%2$d q; } } | L1
            built        | @com.fasterxml.jackson.databind.annotation.JsonDeserialize(builder = L%1$d.B.class) public class L%1$d { public L%2$d a, b; @com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder public static class B { public B withA(L%2$d a) { return this; } public B withB(L%2$d b) { return this; } public L%1$d build() { return new L%1$d(); } } } | 2 × L1 in L0
            delegated    | public class L%1$d { private J j; @JsonCreator(mode = JsonCreator.Mode.DELEGATING) public static L%1$d of(J j) { L%1$d l = new L%1$d(); l.j = j; return l; } @NotNull @Valid public L%2$d getA() { return j.a; } @Valid public L%2$d getB() { return j.b; } public static class J { public L%2$d a, b; } } | L1
            """)
    void whateverMultipliesIsRefusedInTimeWithTheWay(String kind, String level, String way) throws Exception {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String source = String.format(level, i, i + 1);
            sources.add("import com.fasterxml.jackson.annotation.*; import jakarta.validation.*;"
                    + " import jakarta.validation.constraints.*; import java.util.*; " + source);
        }
        sources.add(
                kind.equals("generics")
                        ? "public record L30<T>(T name) {}"
                        : "public class L30 { public String name; }");
        compile(sources);
        String type = kind.equals("generics") ? "L0<java.lang.String>" : "L0";

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.generate(TestProject.types("A", type, "java.lang.String")))
                .withMessageContainingAll("A: the input schema has more than 8.0 MiB", way, "cxone.maxSchemaBytes");
    }

    /** Nothing but many parts that are large by themselves. */
    @Test
    void manyLongPatternsAreRefusedAsWell() throws Exception {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            fields.append(" public java.time.OffsetDateTime t")
                    .append(i)
                    .append("; public E e")
                    .append(i)
                    .append(';');
        }
        StringBuilder names = new StringBuilder("A");
        for (int i = 0; i < 400; i++) {
            names.append(", A_LONG_NAME_OF_AN_ENUM_").append(i);
        }
        compile(List.of(
                "public class L0 { public L1 a, b, c; }",
                "public class L1 {" + fields + " }",
                "public enum E { " + names + " }"));

        refused("A: the input schema has more than 8.0 MiB", " → L1.e", "3 × L1 in L0");
    }

    /** What was made once and is copied is what is made each time. */
    @Test
    void whatIsRepeatedIsTheSame() throws Exception {
        List<CorpusCase> repeated = CorpusCase.all(new SchemaLimits(1, SchemaLimits.DEFAULT.maxBytes()));

        List<CorpusCase> made = CorpusCase.all();
        for (int i = 0; i < made.size(); i++) {
            CorpusCase one = repeated.get(i);
            assertThat(one.input()).isEqualTo(made.get(i).input());
            assertThat(one.output()).isEqualTo(made.get(i).output());
            assertThat(one.members()).isEqualTo(made.get(i).members());
            assertThat(one.warnings().stream()
                            .filter(warning -> !warning.contains("cxone.warnSchemaBytes"))
                            .toList())
                    .isEqualTo(made.get(i).warnings());
        }
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
