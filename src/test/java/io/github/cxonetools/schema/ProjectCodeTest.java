package io.github.cxonetools.schema;

import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Code of the project does not run while contracts are generated, and nothing of it stays. */
class ProjectCodeTest {

    /** Both loaders see the JVM's properties: what is initialised leaves its name there. */
    private static final String RAN = "cxone.test.ran.";

    private static final String HANDLER =
            "public class Handler implements java.util.function.Function<Event, Event> { %s public Event apply(Event e) { return e; } }";

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(directory);
        forget();
    }

    @AfterEach
    void forget() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(RAN));
    }

    @Test
    void noStaticInitialiserRuns() throws Exception {
        compile(
                "public record Event(Plain plain, Base base, java.util.Map<Plain, String> keys) { %s }"
                        .formatted(leaves("Event")),
                "public enum Plain { A, B; %s }".formatted(leaves("Plain")),
                "public abstract class Below { %s public String below; }".formatted(leaves("Below")),
                "public class Base extends Below { %s public String text = System.setProperty(\"%snew\", \"\"); }"
                        .formatted(leaves("Base"), RAN));

        for (List<Path> libraries : List.of(TestProject.jackson2(), TestProject.jackson3())) {
            project.on(libraries).with(own()).generate(TestProject.action("A", "Handler"));
        }

        assertThat(ran()).isEmpty();
    }

    @Test
    void anEnumsCodeRunsWhereOnlyItCanTellTheNames() throws Exception {
        compile(
                "public record Event(Coded coded) {}",
                "public enum Coded { A; %s @com.fasterxml.jackson.annotation.JsonValue public String wire() { return \"a-1\"; } }"
                        .formatted(leaves("Coded")));

        var contract =
                project.with(own()).generate(TestProject.action("A", "Handler")).get(0);

        assertThat(contract.inputSchema().at("/properties/coded/enum/0").asString())
                .isEqualTo("a-1");
        assertThat(ran()).containsExactly("Coded");
    }

    @Test
    void anEnumWhoseCodeFailsIsNamed() throws Exception {
        compile(
                "public record Event(Coded coded) {}",
                "public enum Coded { A; static { if (A != null) throw new IllegalStateException(\"no database\"); }"
                        + " @com.fasterxml.jackson.annotation.JsonValue public String wire() { return \"\"; } }");

        refused("A: Event.coded: the code of the enum Coded fails: java.lang.IllegalStateException: no database.");
    }

    @Test
    void anEnumWhoseCodeDoesNotEndIsNamedAfterFiveSeconds() throws Exception {
        compile(
                "public record Event(Coded coded) {}",
                "public enum Coded { A; static { try { new java.util.concurrent.CountDownLatch(1).await(); }"
                        + " catch (InterruptedException e) { throw new IllegalStateException(e); } }"
                        + " @com.fasterxml.jackson.annotation.JsonValue public String wire() { return \"\"; } }");

        refused("A: Event.coded: the code of the enum Coded takes more than 5 s.");
        assertThat(Thread.getAllStackTraces().keySet())
                .as("interrupted, its thread ends or has ended")
                .allMatch(thread -> !thread.getName().contains("Coded") || thread.isDaemon());
    }

    @Test
    void everyLoaderIsClosed() throws Exception {
        Path handles = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(handles), "open files can be counted on Linux only");
        compile("public record Event(Coded coded) {}", "public enum Coded { A; }");
        Path jar = Files.copy(
                TestProject.origin(com.fasterxml.jackson.databind.ObjectMapper.class),
                directory.resolve("jackson-databind.jar"));
        List<Path> classPath = new ArrayList<>(List.of(jar));
        classPath.addAll(TestProject.jackson2());

        project.on(classPath).with(own()).generate(TestProject.action("A", "Handler"));
        assertThat(open(handles)).isZero();

        Files.delete(own().resolve("Coded.class"));
        refused("A: Event needs Coded");
        assertThat(open(handles)).isZero();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.generate(TestProject.action("A", "Absent")));
        assertThat(open(handles)).isZero();
    }

    private long open(Path handles) throws IOException {
        try (Stream<Path> all = Files.list(handles)) {
            return all.filter(handle -> {
                        try {
                            return Files.readSymbolicLink(handle).startsWith(directory.toRealPath());
                        } catch (IOException e) {
                            return false; // Closed while it was listed.
                        }
                    })
                    .count();
        }
    }

    private void refused(String message) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.with(own()).generate(TestProject.action("A", "Handler")))
                .withMessageContaining(message);
    }

    private static String leaves(String name) {
        return "static { System.setProperty(\"" + RAN + name + "\", \"\"); }";
    }

    private static List<String> ran() {
        return System.getProperties().keySet().stream()
                .map(Object::toString)
                .filter(key -> key.startsWith(RAN))
                .map(key -> key.substring(RAN.length()))
                .sorted()
                .toList();
    }

    private Path own() {
        return directory.resolve("own");
    }

    private void compile(String... classes) throws Exception {
        List<String> sources = new ArrayList<>(List.of(classes));
        sources.add(HANDLER.formatted(leaves("Handler")));
        Compiled.into(own(), TestProject.jackson2(), sources.toArray(String[]::new));
    }
}
