package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandlerSignatureTest {

    private static final String HERE = "io.github.cxonetools.schema.HandlerSignatureTest$";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Direct; java.lang.String; java.lang.Integer",
                "Inherited; java.util.List<java.lang.String>; java.util.Map<java.lang.String, java.lang.Long[]>",
                "ThroughInterface; " + "io.github.cxonetools.schema.HandlerSignatureTest$Event; java.lang.String",
                "Wild; java.util.List<java.lang.Number>; java.util.List<java.lang.Object>",
                "Methods#handle; java.lang.String; int",
                "Methods#fixed; java.util.Set<java.lang.Integer>; java.util.Set<java.lang.Integer>",
                "GenericMethods#identity; java.lang.String; java.lang.String",
            })
    void typesAreReadThroughSuperclassesInterfacesAndGenerics(String handler, String input, String output)
            throws Exception {
        HandlerSignature signature = signature(HERE + handler);

        assertThat(signature.inputType()).isEqualTo(input);
        assertThat(signature.outputType()).isEqualTo(output);
    }

    @Test
    void aMethodIsNamedBesideItsClass() throws Exception {
        assertThat(signature(HERE + "Methods#handle"))
                .isEqualTo(new HandlerSignature(HERE + "Methods", "handle", "java.lang.String", "int"));
        assertThat(signature(HERE + "Direct").method()).isNull();
    }

    @Test
    void theActionsOwnTypesTakePrecedence() throws Exception {
        ActionDefinition action = new ActionDefinition(
                "A", "1", null, HERE + "Raw", " List< Map<String,? extends int[ ]> > ", HERE + "Event", null, 1);

        HandlerSignature signature = HandlerSignature.of(action, open());

        assertThat(signature.inputType()).isEqualTo("java.util.List<java.util.Map<java.lang.String, int[]>>");
        assertThat(signature.outputType()).isEqualTo(HERE + "Event");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "no.Such; handler no.Such is not on the class path. Check <handler>",
                HERE + "AbstractOne; is abstract. Name a class that can be instantiated",
                HERE + "Face; is an interface. Name a class that can be instantiated",
                HERE + "NoConstructor; has no public constructor without parameters. Add one",
                HERE + "Hidden; is not public. Make it public",
                HERE + "Inner; is an inner class. Make it static",
                HERE + "NoFunction; is no java.util.function.Function. Implement Function<Input, Output>",
                HERE + "Raw; does not say its input type (T). Give the type argument in the class, or set <input>",
                HERE + "Methods#missing; has no public method missing. Check <handler>",
                HERE + "Methods#two; has no public method two with exactly one parameter. Give it one",
                HERE + "Methods#overloaded; has 2 public methods overloaded with one parameter",
                HERE + "Methods#nothing; has no output: its type is void",
            })
    void aBadHandlerIsOneMessageWithActionClassAndRemedy(String handler, String problem) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> signature(handler))
                .withMessageStartingWith("A: handler ")
                .withMessageContaining(handler.replaceFirst("#.*", ""))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "List<; is no type at character 6",
                "List<String>>; is no type at character 13",
                "Map<String>; gives java.util.Map 1 type arguments, and it has 2",
                "com.example.None; names com.example.None, which is not on the class path",
            })
    void aBadTypeIsOneMessageWithTheElement(String notation, String problem) {
        ActionDefinition action = new ActionDefinition("A", "1", null, HERE + "Direct", notation, null, null, 1);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> HandlerSignature.of(action, open()))
                .withMessageStartingWith("A: <input>: ")
                .withMessageContaining(problem);
    }

    @Test
    void classesOfANewerJavaAreNamedWithBothVersions() throws Exception {
        Path classes = Compiled.into(
                directory.resolve("new"),
                List.of(),
                "public class Newer implements java.util.function.Function<String, String> {"
                        + " public String apply(String s) { return s; } }");
        Path file = classes.resolve("Newer.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 99;
        Files.write(file, bytes);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        HandlerSignature.of(TestProject.action("A", "Newer"), ProjectClasses.open(List.of(classes))))
                .withMessageStartingWith("A: handler Newer is compiled for Java 55, and Maven runs on Java "
                        + Runtime.version().feature() + ".");
    }

    @Test
    void aMissingDependencyIsNamed() throws Exception {
        Path classes = Compiled.into(
                directory.resolve("classes"),
                List.of(),
                "public class Gone {}",
                "public class Uses implements java.util.function.Function<Gone, String> {"
                        + " public String apply(Gone s) { return null; } }");
        Files.delete(classes.resolve("Gone.class"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        HandlerSignature.of(TestProject.action("A", "Uses"), ProjectClasses.open(List.of(classes))))
                .withMessage(
                        "A: handler Uses needs Gone, which is not on the class path. Add the dependency that has it");
    }

    @Test
    void noStaticInitialiserRuns() throws Exception {
        Path classes = Compiled.into(
                directory.resolve("classes"),
                List.of(),
                "public class Loud implements java.util.function.Function<String, String> {"
                        + " static { if (true) throw new IllegalStateException(); }"
                        + " public String apply(String s) { return s; } }");

        assertThat(HandlerSignature.of(TestProject.action("A", "Loud"), ProjectClasses.open(List.of(classes)))
                        .className())
                .isEqualTo("Loud");
    }

    private static HandlerSignature signature(String handler) throws RejectedException, IOException {
        try (ProjectClasses classes = open()) {
            return HandlerSignature.of(TestProject.action("A", handler), classes);
        }
    }

    private static ProjectClasses open() {
        return ProjectClasses.open(List.of(TestProject.origin(HandlerSignatureTest.class)));
    }

    public record Event(String id) {}

    public static class Direct implements Function<String, Integer> {
        @Override
        public Integer apply(String text) {
            return text.length();
        }
    }

    public abstract static class Generic<A, B> implements Function<List<A>, Map<A, B[]>> {
        @Override
        public Map<A, B[]> apply(List<A> list) {
            return Map.of();
        }
    }

    public static class Inherited extends Generic<String, Long> {}

    public interface Named<T> extends Function<T, String> {}

    public static class ThroughInterface implements Named<Event> {
        @Override
        public String apply(Event event) {
            return event.id();
        }
    }

    public static class Wild implements Function<List<? extends Number>, List<?>> {
        @Override
        public List<?> apply(List<? extends Number> list) {
            return list;
        }
    }

    public static class Methods {
        public int handle(String text) {
            return text.length();
        }

        public static java.util.Set<Integer> fixed(java.util.Set<Integer> set) {
            return set;
        }

        public void two(String a, String b) {}

        public String overloaded(String a) {
            return a;
        }

        public String overloaded(Integer a) {
            return String.valueOf(a);
        }

        public void nothing(String a) {}
    }

    public static class Base<T> {
        public T identity(T value) {
            return value;
        }
    }

    public static class GenericMethods extends Base<String> {}

    public abstract static class AbstractOne implements Function<String, String> {}

    public interface Face extends Function<String, String> {}

    public static class NoConstructor extends Direct {
        public NoConstructor(String needed) {
            super();
        }
    }

    static class Hidden extends Direct {
        public Hidden() {}
    }

    public class Inner extends Direct {}

    public static class NoFunction {}

    public static class Raw<T> implements Function<T, T> {
        @Override
        public T apply(T value) {
            return value;
        }
    }
}
