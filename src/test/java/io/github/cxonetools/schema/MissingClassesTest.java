package io.github.cxonetools.schema;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Classes whose optional dependencies are not on the class path. */
class MissingClassesTest {

    private static final String HANDLER =
            "public class Handler implements java.util.function.Function<Event, String> { public String apply(Event e) { return null; } }";

    private static final int MAJOR_VERSION = 7;

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public record Event(String id, Gone gone) {}",
                "public record Event(java.util.List<Gone> gone) {}",
                "public class Event { public Gone gone; }",
                "public class Event { private String id; public String getId() { return id; } public void setGone(Gone g) {} }",
                "public class Event extends Gone {}",
            })
    void aMissingClassThatATypeNeedsIsNamed(String event) throws Exception {
        compile(event, "public class Gone {}");

        for (var libraries : java.util.List.of(TestProject.jackson2(), TestProject.jackson3())) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> project.on(libraries)
                            .with(directory.resolve("own"))
                            .generate(TestProject.action("A", "Handler")))
                    .withMessageMatching(
                            "A: (Event|handler Handler) needs Gone, which is not on the class path. Add the dependency that has it");
        }
    }

    @Test
    void aMissingAnnotationIsAsIfItWereNotThere() throws Exception {
        compile(
                "@Gone public record Event(@Gone String id) { @Gone public Event {} }",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Gone {}");

        Contract contract = project.with(directory.resolve("own"))
                .generate(TestProject.action("A", "Handler"))
                .get(0);

        assertThat(contract.inputSchema().at("/properties/id/type").toString()).isEqualTo("[\"string\",\"null\"]");
    }

    @Test
    void aPropertysClassThatIsNewerThanThisJvmIsNamedWithBothVersions() throws Exception {
        Path own = directory.resolve("own");
        Compiled.into(
                own, TestProject.jackson2(), "public class Gone {}", "public record Event(Gone gone) {}", HANDLER);
        byte[] bytes = Files.readAllBytes(own.resolve("Gone.class"));
        bytes[MAJOR_VERSION] = (byte) (44 + 55);
        Files.write(own.resolve("Gone.class"), bytes);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.with(own).generate(TestProject.action("A", "Handler")))
                .withMessage("A: Gone is compiled for Java 55, and Maven runs on Java "
                        + Runtime.version().feature()
                        + ". Run Maven on Java 55, or compile with <maven.compiler.release>"
                        + Runtime.version().feature() + "</maven.compiler.release>");
    }

    private void compile(String event, String gone) throws Exception {
        Path own = directory.resolve("own");
        Compiled.into(own, TestProject.jackson2(), gone, event, HANDLER);
        Files.delete(own.resolve("Gone.class"));
    }
}
