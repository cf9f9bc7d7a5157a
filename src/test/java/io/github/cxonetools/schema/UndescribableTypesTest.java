package io.github.cxonetools.schema;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What cannot be described is told with the way from a member of the handler's own type, and with what can be changed there. */
class UndescribableTypesTest {

    private static final String IMPORTS = "import com.fasterxml.jackson.annotation.*; import jakarta.validation.*; "
            + "import jakarta.validation.constraints.*; import java.util.*; ";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aNestedClassIsToldWithTheWayToIt(Runtimes runtime) {
        refused(
                runtime,
                "A: Case.part: Case.Part has @JsonIdentityInfo",
                "public record Case(Part part) { @JsonIdentityInfo(generator ="
                        + " ObjectIdGenerators.IntSequenceGenerator.class) public record Part(String s) {} }");
        refused(
                runtime,
                "A: Case.outer → Case.Outer.all → Case.Inner.code: the pattern (?:a?)++ has",
                "public record Case(@Valid Outer outer) { public record Outer(List<@Valid Inner> all) {}"
                        + " public record Inner(@Pattern(regexp = \"(?:a?)++\") String code) {} }");
        refused(
                runtime,
                "A: Case.outer → Case.Outer.nodes → Case.Node.next leads back to Case.Node",
                "public record Case(Outer outer) { public record Outer(List<Node> nodes) {}"
                        + " public record Node(Node next) {} }");
        refused(
                runtime,
                "A: Case.part → Case.Part.day: @JsonFormat(lenient = FALSE)",
                "public record Case(@JsonUnwrapped Part part) { public record Part(@JsonFormat(lenient ="
                        + " OptBoolean.FALSE, pattern = \"yyyy\") java.time.LocalDate day) {} }");
        refused(
                runtime,
                "A: Case.level → Case.Part.level: the code of the enum Case.Level fails",
                "public record Case(Map<String, Part> level) { public record Part(Level level) {} public enum Level { A;"
                        + " @JsonValue public String text() { throw new IllegalStateException(); } } }");
        refused(
                runtime,
                "A: Case.part: the project's Jackson refuses Case$Part: ",
                "public record Case(Part part) { public static class Part { public int getA() { return 1; }"
                        + " @JsonProperty(\"a\") public int b() { return 2; } @JsonProperty(\"a\") public int c() { return 3; } } }");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aWarningIsToldWithItsShortestWay(Runtimes runtime) throws Exception {
        TestProject project = project(
                runtime,
                "public record Case(@Valid Part part, @Valid Outer outer) {"
                        + " public record Part(@Past java.time.Instant at) {} public record Outer(@Valid Part part) {} }");
        project.generate(TestProject.types("A", "Case", "Case"));

        assertThat(project.events.warnings)
                .filteredOn(warning -> warning.contains("@Past"))
                .singleElement()
                .asString()
                .startsWith("Case.part → Case.Part.at: the schema cannot say @Past");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "org.joda.time.DateTime; Use java.time.OffsetDateTime, or add jackson-datatype-joda to the class path",
                "org.joda.time.LocalDate; Use java.time.LocalDate, or add jackson-datatype-joda to the class path",
                "com.google.common.collect.Multimap; Use a java.util.Map of lists, or add jackson-datatype-guava",
                "javax.money.MonetaryAmount; Use a java.math.BigDecimal and the currency's code",
                "jakarta.xml.bind.JAXBElement; Use the type that it holds",
                "org.json.JSONObject; Use java.util.Map<String, Object>, or Jackson's JsonNode",
                "com.google.protobuf.ByteString; Use byte[], or a class of the project's own",
                "org.springframework.http.ResponseEntity; Use the type of its body",
                "io.vavr.control.Option; or add vavr-jackson to the class path",
                "org.apache.avro.Schema; no part of a payload. Use another class for the wire, or put @JsonIgnore on Case.at"
            })
    void aLibrarysTypeIsToldWithWhatToUseInItsPlace(String name, String advice) {
        int dot = name.lastIndexOf('.');
        String stub = "package " + name.substring(0, dot) + "; public abstract class " + name.substring(dot + 1)
                + " { public abstract String getSome(); }";
        for (Runtimes runtime : Runtimes.values()) {
            refused(
                    runtime,
                    "A: Case.at: " + name + " is ",
                    "public class Case { public List<" + name + "> at; }",
                    stub);
            refused(runtime, advice, "public class Case { public List<" + name + "> at; }", stub);
        }
    }

    @Test
    void aTypeOfTheJdksIsToldWithWhatToUseInItsPlace() {
        refused(
                Runtimes.JACKSON_2,
                "A: Case.at: javax.xml.datatype.XMLGregorianCalendar is not a type of the JDK that has a schema. Use"
                        + " java.time.OffsetDateTime",
                "public record Case(javax.xml.datatype.XMLGregorianCalendar at) {}");
    }

    @ParameterizedTest
    @CsvSource({
        "Avro,org.apache.avro.specific.SpecificRecordBase",
        "protobuf,com.google.protobuf.GeneratedMessageV3",
        "Thrift,org.apache.thrift.TBase"
    })
    void aGeneratedMessageIsToldToStayOffTheWire(String generator, String base) {
        int dot = base.lastIndexOf('.');
        String stub = "package " + base.substring(0, dot) + "; public abstract class " + base.substring(dot + 1)
                + (generator.equals("protobuf") ? " implements MessageLite" : "")
                + " { public Meta getSchema() { return null; }"
                + " public static class Meta { public Meta getParent() { return null; } } }";
        String marker = "package com.google.protobuf; public interface MessageLite {}";
        String advice = "is generated by " + generator;
        for (Runtimes runtime : Runtimes.values()) {
            refused(
                    runtime,
                    advice,
                    "public class Case { public Event event; public static class Event extends " + base + " {} }",
                    marker,
                    stub);
            refused(
                    runtime,
                    "use a class of the project's own for the wire, and copy what it needs, or put @JsonIgnore on Case.event",
                    "public class Case { public Event event; public static class Event extends " + base + " {} }",
                    marker,
                    stub);
            refused(runtime, "Case " + advice, "public class Case extends " + base + " {}", marker, stub);
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aContainerThatJacksonCannotMakeIsRefusedAsAnInput(Runtimes runtime) throws Exception {
        refused(
                runtime,
                "A: Case.all: Jackson cannot make a Case.Items of []. Use java.util.List",
                "public class Case { public Items all; public static abstract class Items extends ArrayList<String> {} }");
        refused(
                runtime,
                "A: Case.all: Jackson cannot make a BlockingQueue of []. Use java.util.List",
                "public class Case { public java.util.concurrent.BlockingQueue<String> all; }");
        TestProject project = project(
                runtime,
                "public class Case { public Deque<String> deque; public AbstractList<String> list;"
                        + " public EnumMap<Thread.State, String> map; public EnumSet<Thread.State> set; }");
        assertThat(project.generate(TestProject.types("A", "Case", "Case"))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aNodeOfOneKindIsThatKind(Runtimes runtime) throws Exception {
        String nodes =
                runtime == Runtimes.JACKSON_2 ? "com.fasterxml.jackson.databind.node." : "tools.jackson.databind.node.";
        String text = runtime == Runtimes.JACKSON_2 ? "TextNode" : "StringNode";
        Contract contract = project(
                        runtime,
                        "public record Case(" + nodes + "ObjectNode object, " + nodes + "ArrayNode array, " + nodes
                                + text + " text, " + nodes + "NumericNode number) {}")
                .generate(TestProject.types("A", "Case", "Case"))
                .get(0);
        assertThat(accepts(contract, "{\"object\":{\"a\":1},\"array\":[1],\"text\":\"x\",\"number\":1.5}"))
                .isTrue();
        assertThat(accepts(contract, "{\"object\":null,\"array\":null}")).isTrue();
        for (String wrong : List.of(
                "{\"object\":[]}",
                "{\"array\":{}}",
                "{\"text\":5}",
                "{\"text\":null}",
                "{\"number\":null}",
                "{\"number\":\"x\"}")) {
            assertThat(accepts(contract, wrong)).as(wrong).isFalse();
        }
        refused(runtime, "A: Case.n: " + nodes + "IntNode is", "public record Case(" + nodes + "IntNode n) {}");
    }

    private static boolean accepts(Contract contract, String payload) {
        return Draft07.compile(contract.inputSchema())
                .validate(Json.read(payload))
                .isEmpty();
    }

    private void refused(Runtimes runtime, String message, String source, String... more) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project(runtime, source, more).generate(TestProject.types("A", "Case", "Case")))
                .withMessageContaining(message);
    }

    private TestProject project(Runtimes runtime, String source, String... more) throws Exception {
        Path classes = directory.resolve("classes-" + System.nanoTime());
        List<String> sources = new ArrayList<>(List.of(more));
        sources.add(IMPORTS + source);
        List<Path> libraries = new ArrayList<>(TestProject.jackson2());
        libraries.addAll(TestProject.jackson3());
        Compiled.into(classes, libraries, sources.toArray(String[]::new));
        return new TestProject(directory.resolve("project-" + System.nanoTime()))
                .on(runtime.libraries())
                .with(classes);
    }
}
