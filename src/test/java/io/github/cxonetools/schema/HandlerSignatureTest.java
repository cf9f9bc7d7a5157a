package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.HandlerSignature;
import io.github.cxonetools.schema.classes.HandlerTypes;
import io.github.cxonetools.schema.classes.ProjectClasses;
import io.github.cxonetools.schema.classes.TestSources;
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
                "Async; java.lang.String; java.lang.String",
                "Methods#laterList; java.lang.String; java.util.List<java.lang.Number>",
                "Methods#ownStage; java.lang.String; java.lang.Integer",
                "GenericMethods#laterIdentity; java.lang.String; java.lang.String",
                "Lambda; java.lang.String; java.lang.String",
                "Lambda#handleRequest; java.lang.String; java.lang.String",
                "InheritedLambda; java.util.Map<java.lang.String, java.lang.Object>; java.util.List<java.lang.String>",
                "BothKinds; java.lang.String; java.lang.Integer",
                "Methods#withContext; java.lang.Long; int",
                "Methods#withAndWithoutContext; java.lang.Long; java.lang.Long",
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
                HERE
                        + "NoConstructor; has no public constructor without parameters, so only its application can create it",
                HERE + "NoConstructor; simulate over HTTP: -Dcxone.endpoint=",
                HERE + "Hidden; is package-private, so it is not public. Make it public",
                HERE + "PrivateOne; is private, so it is not public. Make it public",
                HERE + "Methods#hidden; has no public method hidden: it is package-private. Make it public",
                HERE + "LambdaStream; is an AWS Lambda RequestStreamHandler",
                HERE + "TwoParameters; is a java.util.function.BiFunction and no java.util.function.Function",
                HERE
                        + "AsyncTwice; gives java.util.concurrent.CompletionStage<java.lang.String>, and CXone waits for one JSON"
                        + " value. Return the result itself, for example what toCompletableFuture().join() gives",
                HERE + "Methods#laterNothing; has no output: its type is java.lang.Void",
                HERE + "Methods#laterRaw; does not say its output type (T). Give the type argument",
                HERE
                        + "RawLambda; does not say its input type (I). Give the type argument in the class, or set <input>",
                HERE + "Methods#later; gives java.util.concurrent.Future<java.lang.String>, and CXone waits for",
                HERE
                        + "Methods#stream; gives java.util.stream.Stream<java.lang.String>, and CXone waits for one JSON value."
                        + " Return a List, for example what toList() gives",
                HERE
                        + "Methods#ints; gives java.util.stream.IntStream, and CXone waits for one JSON value. Return a List",
                HERE + "Methods#flow; gives java.util.concurrent.Flow$Publisher<java.lang.String>, and CXone waits",
                HERE + "Methods#mono; gives org.reactivestreams.Publisher<java.lang.String>, and CXone waits",
                HERE
                        + "Reactive; takes org.reactivestreams.Publisher<java.lang.String>, and CXone sends one JSON value",
                HERE + "Inner; is an inner class. Make it static",
                HERE + "NoFunction; is not a java.util.function.Function. Implement Function<Input, Output>",
                HERE + "Raw; does not say its input type (T). Give the type argument in the class, or set <input>",
                HERE + "Methods#missing; has no public method missing. Check <handler>",
                HERE + "Methods#two; has no public method two with exactly one parameter: it has 2. Give it one",
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

    @Test
    void aContractNeedsNoConstructor() throws Exception {
        HandlerTypes types = HandlerTypes.of(TestProject.action("A", HERE + "NoConstructor"), open());

        assertThat(types.input()).isEqualTo(String.class);
        assertThat(types.output()).isEqualTo(Integer.class);
    }

    @Test
    void aContractNeedsNoResultThatIsThereWhereTheOutputIsDeclared() throws Exception {
        ActionDefinition action =
                new ActionDefinition("A", "1", null, HERE + "Methods#later", null, "java.lang.String", null, 1);

        assertThat(HandlerTypes.of(action, open()).output()).isEqualTo(String.class);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> HandlerSignature.of(action, open()))
                .withMessageContaining("gives java.util.concurrent.Future");
    }

    @Test
    void aStaticMethodNeedsNoConstructor() throws Exception {
        assertThat(signature(HERE + "NoConstructor#fixed").inputType()).isEqualTo("java.lang.String");
    }

    @Test
    void aHandlerInTestSourcesIsTold() throws Exception {
        Path source = directory.resolve("src/test/java/com/example/InTests.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");
        TestSources tests = new TestSources(List.of(directory.resolve("src/test/java")));

        for (String handler : List.of("com.example.InTests", "com.example.InTests#m", "com.example.InTests.Inner")) {
            assertThat(tests.problem(TestProject.action("A", handler), open()))
                    .startsWith("A: handler com.example.InTests")
                    .contains("is in test sources (")
                    .endsWith("Move it to the main sources, src/main/java");
        }
        assertThat(tests.problem(TestProject.action("A", "com.example.Nowhere"), open()))
                .isNull();
        assertThat(tests.problem(TestProject.action("A", HERE + "Direct"), open()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "List<; is not a type at character 6",
                "List<String>>; is not a type at character 13",
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

        String hidden(String a) {
            return a;
        }

        public java.util.concurrent.Future<String> later(String a) {
            return java.util.concurrent.CompletableFuture.completedFuture(a);
        }

        public java.util.concurrent.CompletionStage<List<? extends Number>> laterList(String a) {
            return java.util.concurrent.CompletableFuture.completedFuture(List.of());
        }

        public java.util.concurrent.CompletionStage<Void> laterNothing(String a) {
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }

        @SuppressWarnings("rawtypes")
        public java.util.concurrent.CompletionStage laterRaw(String a) {
            return java.util.concurrent.CompletableFuture.completedFuture(a);
        }

        public OwnStage<String> ownStage(String a) {
            return new OwnStage<>();
        }

        public int withContext(Long a, com.amazonaws.services.lambda.runtime.Context context) {
            return a.intValue();
        }

        public Long withAndWithoutContext(Long a) {
            return a;
        }

        public int withAndWithoutContext(Long a, com.amazonaws.services.lambda.runtime.Context context) {
            return a.intValue();
        }

        public java.util.stream.Stream<String> stream(String a) {
            return java.util.stream.Stream.of(a);
        }

        public java.util.stream.IntStream ints(String a) {
            return a.chars();
        }

        public java.util.concurrent.Flow.Publisher<String> flow(String a) {
            return subscriber -> {};
        }

        public org.reactivestreams.Publisher<String> mono(String a) {
            return subscriber -> {};
        }
    }

    public static class Lambda implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
        @Override
        public String handleRequest(String input, com.amazonaws.services.lambda.runtime.Context context) {
            return input;
        }
    }

    public abstract static class GenericLambda<A, B>
            implements com.amazonaws.services.lambda.runtime.RequestHandler<Map<String, A>, List<B>> {
        @Override
        public List<B> handleRequest(Map<String, A> input, com.amazonaws.services.lambda.runtime.Context context) {
            return List.of();
        }
    }

    public static class InheritedLambda extends GenericLambda<Object, String> {}

    @SuppressWarnings("rawtypes")
    public static class RawLambda implements com.amazonaws.services.lambda.runtime.RequestHandler {
        @Override
        public Object handleRequest(Object input, com.amazonaws.services.lambda.runtime.Context context) {
            return input;
        }
    }

    /** What it does as a function is what is called. */
    public static class BothKinds extends Direct
            implements com.amazonaws.services.lambda.runtime.RequestHandler<Long, Long> {
        @Override
        public Long handleRequest(Long input, com.amazonaws.services.lambda.runtime.Context context) {
            return input;
        }
    }

    /** Its type argument is not the stage's. */
    public static class OwnStage<T> extends java.util.concurrent.CompletableFuture<Integer> {}

    public static class AsyncTwice
            implements Function<
                    String, java.util.concurrent.CompletionStage<java.util.concurrent.CompletionStage<String>>> {
        @Override
        public java.util.concurrent.CompletionStage<java.util.concurrent.CompletionStage<String>> apply(String a) {
            return java.util.concurrent.CompletableFuture.completedFuture(
                    java.util.concurrent.CompletableFuture.completedFuture(a));
        }
    }

    public static class LambdaStream implements com.amazonaws.services.lambda.runtime.RequestStreamHandler {}

    public static class TwoParameters implements java.util.function.BiFunction<String, String, String> {
        @Override
        public String apply(String a, String b) {
            return a + b;
        }
    }

    public static class Async implements Function<String, java.util.concurrent.CompletableFuture<String>> {
        @Override
        public java.util.concurrent.CompletableFuture<String> apply(String a) {
            return java.util.concurrent.CompletableFuture.completedFuture(a);
        }
    }

    public static class Reactive implements Function<org.reactivestreams.Publisher<String>, String> {
        @Override
        public String apply(org.reactivestreams.Publisher<String> a) {
            return "";
        }
    }

    private static class PrivateOne extends Direct {}

    public static class Base<T> {
        public T identity(T value) {
            return value;
        }

        public java.util.concurrent.CompletionStage<T> laterIdentity(T value) {
            return java.util.concurrent.CompletableFuture.completedFuture(value);
        }
    }

    public static class GenericMethods extends Base<String> {}

    public abstract static class AbstractOne implements Function<String, String> {}

    public interface Face extends Function<String, String> {}

    public static class NoConstructor extends Direct {
        public NoConstructor(String needed) {
            super();
        }

        public static String fixed(String text) {
            return text;
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
