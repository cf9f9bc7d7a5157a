package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.schema.contract.ClassShape;
import io.github.cxonetools.schema.contract.ConfirmedContracts;
import io.github.cxonetools.schema.contract.ContractFiles;
import io.github.cxonetools.schema.contract.GenerateRequest;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What plan and deploy take for a change of a contract's classes, and what not. */
class ReachedClassesTest {

    private static final ActionDefinition ACTION = TestProject.types("A", "Event", "java.lang.String");
    private static final String EVENT =
            "public record Event(@Marked String id, Inner inner) { int twice() { return 2; } }";
    private static final String INNER = "public class Inner { public int a; int hidden() { return 1; } }";
    private static final String MARKED = "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
            + " public @interface Marked { int value() default 1; }";
    private static final String OTHER = "public class Other { public int a; }";

    @TempDir
    private Path directory;

    private TestProject project;
    private Path classes;

    @BeforeEach
    void generate() throws Exception {
        classes = Compiled.into(directory.resolve("own"), List.of(), EVENT, INNER, MARKED, OTHER);
        project = new TestProject(directory).with(classes);
        project.generate(ACTION);
        confirm();
    }

    @Test
    void whatNoContractWasMadeFromMayComeChangeAndGo() throws Exception {
        Compiled.into(classes, List.of(), "public class Event__BeanDefinitions {}");
        Compiled.into(classes, List.of(), OTHER.replace("int a", "long b"));
        Files.writeString(
                Files.createDirectories(classes.resolve("META-INF/native-image"))
                        .resolve("reflect.xml"),
                "<a/>");
        confirm();

        Files.delete(classes.resolve("Other.class"));
        confirm();
    }

    /** As where a plugin adds to the bytes of classes after the contract was made of them. */
    @Test
    void whatGenerateLookedAtInThisBuildIsNotLookedAtAgain() throws Exception {
        Map<String, String> made = made();
        Compiled.into(classes, List.of(), INNER.replace("int a", "long a"));

        assertThat(require(made)).containsOnlyKeys("A");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> require(Map.of("B", made.get("A"))))
                .withMessageContaining("A: the classes changed since its contract was generated");

        Files.writeString(project.schemas().resolve("A/input.schema.json"), "{}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> require(made))
                .withMessageContaining("A: its contract was edited after it was generated");
    }

    @Test
    void aContractThatNoGoalHasWrittenSinceIsKnownByItsChecksum() throws Exception {
        Path input = project.schemas().resolve("A/input.schema.json");
        byte[] made = Files.readAllBytes(input);
        FileTime time = Files.getLastModifiedTime(input);
        FileContent content = require(made()).get("A").get("input.schema.json");

        assertThat(content.isSameAs(FileContent.of(made))).isTrue();
        assertThat(content.isSameAs(FileContent.of("{}".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(content.bytes()).isEqualTo(made);

        FileContent unread = require(made()).get("A").get("input.schema.json");
        Files.write(input, new byte[made.length]);
        Files.setLastModifiedTime(input, time);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(unread::bytes)
                .withMessage(input + " has changed since this build generated it");
    }

    @Test
    void aContractThatTwoExecutionsHaveMadeIsRead() throws Exception {
        project.execution("another")
                .additionalProperties(AdditionalProperties.FORBID)
                .generate(ACTION);
        byte[] made = Files.readAllBytes(project.schemas().resolve("A/input.schema.json"));

        assertThat(require(made()).get("A").get("input.schema.json").isSameAs(FileContent.of(made)))
                .isTrue();
        project.execution("default")
                .additionalProperties(AdditionalProperties.ALLOW)
                .generate(ACTION);
        assertThat(require(made()).get("A").get("input.schema.json").isSameAs(FileContent.of(made)))
                .isFalse();
    }

    @Test
    void aContractThatWasWrittenAgainAsItWasIsStillConfirmed() throws Exception {
        Map<String, String> made = made();
        Path input = project.schemas().resolve("A/input.schema.json");
        Files.setLastModifiedTime(input, FileTime.fromMillis(0));
        assertThat(require(made)).containsOnlyKeys("A");

        Files.delete(input);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> require(made))
                .withMessageContaining("A: its contract is missing: there is no " + input);
    }

    @Test
    void ofManyThatAreStaleTheFirstAreNamed() throws Exception {
        ActionDefinition[] actions = IntStream.range(0, 12)
                .mapToObj(i -> TestProject.types("Action" + i, "Event", "java.lang.String"))
                .toArray(ActionDefinition[]::new);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.confirmed(actions))
                .withMessageStartingWith("The contracts of 12 actions are not those of the present classes and POM."
                        + " The first of them (10 findings):\n  - Action0: its contract is missing: there is no ")
                .withMessageContaining("\n  - Action9: ")
                .withMessageNotContaining("Action10");
    }

    private Map<String, String> made() {
        return Map.of("A", ConfirmedContracts.stamp(project.schemas(), "A"));
    }

    private Map<String, Map<String, FileContent>> require(Map<String, String> made) throws Exception {
        GenerateRequest request = project.request(ACTION);
        return new ConfirmedContracts(
                        request.schemaDirectory(),
                        request.stateDirectory(),
                        request.classPath(),
                        request.pomConfiguration(),
                        request.pluginVersion())
                .require(request.actions(), made, "mvn process-classes cxone:check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Inner { public long a; int hidden() { return 1; } }",
                "public class Inner { public int a; int hidden() { return 2; } }",
                "public class Inner { @Deprecated public int a; int hidden() { return 1; } }",
                "public class Inner { public int a, b; int hidden() { return 1; } }"
            })
    void aClassThatWasReachedMayNotChange(String changed) throws Exception {
        Compiled.into(classes, List.of(), changed);

        assertChanged();
    }

    @Test
    void anAnnotationThatWasReachedMayNotChangeOrGo() throws Exception {
        Compiled.into(classes, List.of(), MARKED.replace("1", "2"));
        assertChanged();

        Files.delete(classes.resolve("Marked.class"));
        assertChanged();
    }

    @Test
    void aClassBeforeTheReachedOneOnTheClassPathCounts() throws Exception {
        Path front = Compiled.into(directory.resolve("front"), List.of(), INNER.replace("int a", "long a"));
        TestProject other = new TestProject(directory);
        other.on(Stream.concat(Stream.of(front), project.request(ACTION).classPath().stream())
                .toList());

        assertChanged(other);
    }

    @Test
    void aJarIsAsGoodAsTheFolder() throws Exception {
        Path jar = directory.resolve("own.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Marked.class", "Event.class", "Inner.class")) {
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readAllBytes(classes.resolve(name)));
            }
        }
        TestProject other = new TestProject(directory);
        other.on(project.request(ACTION).classPath().stream()
                .map(element -> element.equals(classes) ? jar : element)
                .toList());

        confirm(other);
    }

    @Test
    void coverageChangesNoShapeAndOnlyCoverageMayChangeCode() throws Exception {
        Path again = Compiled.into(
                directory.resolve("again"),
                List.of(),
                INNER.replace("return 1", "return 2"),
                MARKED,
                EVENT.replace("@Marked String", "String"));
        String inner = shape(classes, "Inner");

        assertThat(shape(again, "Inner")).isEqualTo(inner);
        assertThat(shape(again, "Event")).isNotEqualTo(shape(classes, "Event"));
        assertThat(ClassShape.isSameButForCoverage(inner, inner)).isFalse();
        assertThat(ClassShape.isSameButForCoverage(inner, "+" + inner)).isTrue();
        assertThat(ClassShape.isSameButForCoverage("+" + inner, inner)).isTrue();
        assertThat(ClassShape.isSameButForCoverage(inner, "+" + shape(classes, "Event")))
                .isFalse();
        assertThat(ClassShape.of(new byte[] {1, 2, 3})).isEqualTo("?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.List; public class S { public List<@T(1) String> a; }",
                "import java.util.List; public class S { public List<@T(2) String> a; }",
                "import java.util.List; public class S { public List<Integer> a; }",
                "import java.util.List; public class S { public List<String> b; }",
                "import java.util.List; public class S { private List<String> a; }",
                "import java.util.List; public class S extends Thread { public List<String> a; }",
                "import java.util.List; public class S implements Runnable { public List<String> a; public void run() {} }",
                "import java.util.List; public class S { public List<String> a; public S(@T(1) int x) {} }",
                "import java.util.List; @Deprecated public class S { public List<String> a; }"
            })
    void eachPartOfADeclarationCounts(String source) throws Exception {
        String annotation = "import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME)"
                + " @Target({ElementType.TYPE_USE, ElementType.PARAMETER}) public @interface T { int value(); }";
        Path first = Compiled.into(
                directory.resolve("first"),
                List.of(),
                annotation,
                "import java.util.List; public class S { public List<String> a; }");
        Path second = Compiled.into(directory.resolve("second"), List.of(), annotation, source);

        assertThat(shape(second, "S")).isNotEqualTo(shape(first, "S")).doesNotContain("?");
    }

    private static String shape(Path folder, String name) throws Exception {
        return ClassShape.of(Files.readAllBytes(folder.resolve(name + ".class")));
    }

    private void confirm() throws Exception {
        confirm(project);
    }

    private static void confirm(TestProject on) throws Exception {
        GenerateRequest request = on.request(ACTION);
        assertThat(ContractFiles.readConfirmed(
                        request.schemaDirectory(),
                        request.stateDirectory(),
                        request.actions(),
                        request.classPath(),
                        request.pomConfiguration(),
                        request.pluginVersion()))
                .hasSize(1);
    }

    private void assertChanged() {
        assertChanged(project);
    }

    private static void assertChanged(TestProject on) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> confirm(on))
                .withMessage("A: the classes changed since its contract was generated."
                        + " Run: mvn process-classes cxone:deploy");
    }
}
