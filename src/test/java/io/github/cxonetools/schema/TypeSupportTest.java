package io.github.cxonetools.schema;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.corpus.Jackson3Records;
import io.github.cxonetools.schema.corpus.SentimentRouting;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.PropertyNaming;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.Length;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What cannot be promised is said: as a finding where a schema would be untrue, as a warning where it is silent. */
class TypeSupportTest {

    private static final String CONSTRAINTS = "import jakarta.validation.constraints.*; import jakarta.validation.*; "
            + "import jakarta.validation.groups.*; import java.lang.annotation.*; "
            + "import com.fasterxml.jackson.annotation.*; import java.util.*; ";

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(directory.resolve("project"));
    }

    @Test
    void aRecursiveTypeIsToldByClassAndField() throws Exception {
        compile("public record Node(String name, Branch branch) {}", "public record Branch(List<Node> nodes) {}");

        refused("Node", "A: Node.branch → Branch.nodes leads back to Node, and CXone takes no recursive schema.");
    }

    @Test
    void aContainerOfItselfIsToldByClassAndField() throws Exception {
        compile(
                "public record Order(Items items, Index index) {}",
                "public class Items extends ArrayList<Items> {}",
                "public class Index extends TreeMap<String, List<Index>> {}");

        refused("Items", "A: input leads back to Items, and CXone takes no recursive schema.");
        refused("Index", "A: input leads back to Index, and CXone takes no recursive schema.");
        refused("Order", "A: Order.items leads back to Items, and CXone takes no recursive schema.");
    }

    @Test
    void aPatternThatMeansSomethingElseIsAFindingWithClassAndField() throws Exception {
        compile("public record Code(@Pattern(regexp = \"(?:a?)++\") String code) {}");

        refused("Code", "A: Code.code: the pattern (?:a?)++ has a possessive quantifier behind a group");
    }

    @Test
    void aPatternThatCanExplodeIsAWarningWithClassAndField() throws Exception {
        compile("public record Code(@Pattern(regexp = \"(.*a){25}\") String code,"
                + " @Pattern(regexp = \"[a-z]+(-[a-z]+)*\") String calm,"
                + " List<@Pattern(regexp = \".*a.*b.*c.*d\") String> more) {}");

        generate("Code");

        assertThat(project.events.warnings)
                .anyMatch(warning ->
                        warning.startsWith("Code.code: matching a text against the pattern (.*a){25} may take"
                                + " a time that doubles with every few characters"))
                .anyMatch(warning -> warning.startsWith("Code.more") && warning.contains("with the power of 3"))
                .noneMatch(warning -> warning.startsWith("Code.calm"));
    }

    @Test
    void anAbstractInputIsAFinding() throws Exception {
        compile("public record Holder(Part part) {}", "public abstract class Part {}");

        refused("Holder", "A: Holder.part: Part is abstract, so Jackson cannot make one.");
    }

    @Test
    void whatDraft07CannotSayIsWarnedOfOnce() throws Exception {
        compile("public record Silent(@Past java.time.Instant at, @Email String mail, "
                + "@Size(max = 3, groups = Silent.class) String grouped, "
                + "@Pattern(regexp = \"a\", flags = Pattern.Flag.CANON_EQ) String flagged) {}");

        generate("Silent");

        assertThat(project.events.warnings)
                .hasSize(4)
                .anySatisfy(warning -> assertThat(warning).startsWith("Silent.at: the schema cannot say @Past"))
                .anySatisfy(
                        warning -> assertThat(warning).startsWith("Silent.mail: the schema cannot say @Email in full"))
                .anySatisfy(warning -> assertThat(warning).startsWith("Silent.grouped: the schema cannot say @Size"))
                .anySatisfy(
                        warning -> assertThat(warning).startsWith("Silent.flagged: the schema cannot say @Pattern"));
    }

    @Test
    void whatIsCheckedBesidesPropertiesIsWarnedOf() throws Exception {
        compile(
                "@Target(ElementType.TYPE) @Retention(RetentionPolicy.RUNTIME) @Constraint(validatedBy = {}) "
                        + "public @interface Whole { String message() default \"\"; Class<?>[] groups() default {}; "
                        + "Class<? extends Payload>[] payload() default {}; }",
                "@Whole public interface Ordered { @AssertTrue default boolean isSorted() { return true; } }",
                "public record Range(@Digits(integer = 3, fraction = 1) java.math.BigDecimal low, "
                        + "@Valid @ConvertGroup(to = Ordered.class) Part part) implements Ordered {"
                        + " @AssertTrue public boolean isPositive() { return true; } }",
                "public class Part { @NotNull public String name; }");

        assertThat(generate("Range")).doesNotContain("\"required\"");

        assertThat(project.events.warnings)
                .anyMatch(warning -> warning.startsWith("Range: the schema cannot say @Whole"))
                .anyMatch(warning -> warning.startsWith("Range.sorted: the schema cannot say @AssertTrue"))
                .anyMatch(warning -> warning.startsWith("Range.positive: the schema cannot say @AssertTrue"))
                .anyMatch(warning -> warning.startsWith("Range.part: the schema cannot say @ConvertGroup"))
                .anyMatch(
                        warning -> warning.startsWith("Range.low: the schema cannot say @Digits for zeros at the end"))
                .hasSize(5);
    }

    @Test
    void ofConstraintsOfWhichOneIsEnoughOneIsClaimed() throws Exception {
        compile(
                "@Target(ElementType.FIELD) @Retention(RetentionPolicy.RUNTIME) @Constraint(validatedBy = {}) "
                        + "@org.hibernate.validator.constraints.ConstraintComposition("
                        + "org.hibernate.validator.constraints.CompositionType.OR) @Size(max = 1) @Pattern(regexp = \"x.*\") "
                        + "public @interface Either { String message() default \"\"; Class<?>[] groups() default {}; "
                        + "Class<? extends Payload>[] payload() default {}; }",
                "public class Choice { @Either public String text; }");

        assertThat(Json.compact(Json.read(input("Choice")).path("properties").path("text")))
                .contains("\"anyOf\":[{\"maxLength\":1},{\"pattern\":");
        assertThat(project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Size(min = 2) Set<Double> f                                      | @Size(min) counts elements that Java may
            @Size(min = 2) Map<UUID, String> f                                | @Size(min) counts keys that Java may
            @DecimalMin("1") String f                                         | @DecimalMin on text has no equal
            @JsonFormat(pattern = "uuuu", lenient = OptBoolean.FALSE) java.time.LocalDate f | @JsonFormat(lenient = FALSE)
            @JsonSetter(contentNulls = Nulls.SKIP) @Size(min = 1) List<Long> f | @JsonSetter(contentNulls = SKIP) leaves out
            @JsonAnySetter @Size(max = 2) Map<String, String> f = new HashMap<>() | @Size counts names that the schema
            java.net.URL f                                                    | java.net.URL is not a type of the JDK that has a schema. Use java.net.URI
            java.nio.file.Path f                                              | java.nio.file.Path is not a type of the JDK that has a schema. Use java.io.File
            java.nio.charset.Charset f                                        | java.nio.charset.Charset is not a type of the JDK that has a schema. Use an enum
            Class<?> f                                                        | java.lang.Class is not a type of the JDK that has a schema. Use an enum
            java.util.regex.Pattern f                                         | java.util.regex.Pattern is not a type of the JDK that has a schema. Use a String
            java.net.InetAddress f                                            | java.net.InetAddress is not a type of the JDK that has a schema. Use a String
            @JsonFormat(shape = JsonFormat.Shape.ARRAY) java.time.LocalDate f | @JsonFormat(shape = ARRAY) on LocalDate
            """)
    void whatNoSchemaCanPromiseIsAFinding(String field, String message) throws Exception {
        compile("public class Holder { public " + field + "; }");

        refused("Holder", "A: Holder.f: ", message);
    }

    @Test
    void whatIsReadAsOneKindOfValueAndWrittenAsAnotherIsAFinding() throws Exception {
        compile("public class Mixed { private int n; public int getN() { return n; }"
                + " public void setN(String value) { n = Integer.parseInt(value); } }");
        refused("Mixed", "A: Mixed.n: it is read as String and written as int, and only code knows");
    }

    @Test
    void aConstraintOnAnotherKindOfValueThanTheOneThatIsReadIsAFinding() throws Exception {
        compile("public class Mixed { @Size(max = 2) private List<String> n;"
                + " public void setN(String value) { n = List.of(value.split(\",\")); } }");
        refused("Mixed", "A: Mixed.n: it is read as String and checked as List, and only code knows");
    }

    @Test
    void aPropertyThatMayNotBeNullAndNobodySetsIsAFinding() throws Exception {
        compile(
                "public class Unset { @NotNull @JsonProperty(access = JsonProperty.Access.READ_ONLY) private Long id;"
                        + " public Long getId() { return id; } public void setId(Long id) { this.id = id; } }",
                "public class Given { @NotNull @JsonIgnore private Long id = 1L; public String name; }");
        refused("Unset", "A: Unset.id: it may not be null, no payload carries it and nothing else sets it");
        generate("Given");
    }

    @Test
    void aGetterThatMayNotGiveNullAndWhoseFieldNobodySetsIsAFinding() throws Exception {
        compile(
                "public class Unset { private Long id; @NotNull @JsonIgnore public Long getId() { return id; }"
                        + " public void setId(Long id) { this.id = id; } public String name; }",
                "public class Given { private Long id; public String name;"
                        + " @NotNull @JsonIgnore public Long getId() { return id == null ? 1L : id; } }");
        refused("Unset", "A: Unset.id: it may not be null, no payload carries it and nothing else sets it");
        generate("Given");
    }

    @Test
    void aComponentThatMayNotBeNullAndNoPayloadCarriesIsAFinding() throws Exception {
        String readOnly = "(@JsonProperty(access = JsonProperty.Access.READ_ONLY) @NotNull Long id, long n, String s)";
        compile(
                "public record Unset" + readOnly + " {}",
                "public record Given" + readOnly + " { public Given { id = id == null ? 1L : id; } }",
                "public record Told" + readOnly + " { public Told(Long id, long n, String s) {"
                        + " this.id = id == null ? 1L : id; this.n = n; this.s = s; } }");

        refused("Unset", "A: Unset.id: it may not be null, no payload carries it and nothing else sets it");
        generate("Given");
        generate("Told");
    }

    @Test
    void aComponentThatIsNeverNullAndMustBeIsAFinding() throws Exception {
        compile("public record Never(@Null Optional<String> o, String s) {}");

        refused("Never", "A: Never.o: @Null, and Jackson gives an empty Optional where a payload has nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public record Injected(@JacksonInject("clock") String clock, String s) {} | Injected.clock
            public class Injected { @JacksonInject public String clock; }             | Injected.clock
            public class Injected { private String c; @JacksonInject public void setClock(String c) { this.c = c; } } | Injected.clock
            """)
    void whatOnlyAMapperSetUpInCodeGivesIsAFinding(String type, String place) throws Exception {
        compile(type);

        refused("Injected", "A: " + place + ": @JacksonInject asks for a value that only a mapper set up in code has");
    }

    @Test
    void aReadOnlyComponentThatMayNotBeNullIsAFindingOfTheInputOnly() throws Exception {
        compile(
                "public record Stored(@NotNull @JsonProperty(access = JsonProperty.Access.READ_ONLY) String id,"
                        + " String name) {}",
                "public record Checked(int n, String name, "
                        + "@NotNull @JsonProperty(access = JsonProperty.Access.READ_ONLY) UUID id) {"
                        + " public Checked { if (n < 0) throw new IllegalArgumentException(name); } }",
                "public record Given(int n, String name, "
                        + "@NotNull @JsonProperty(access = JsonProperty.Access.READ_ONLY) UUID id) {"
                        + " public Given { id = id == null ? UUID.randomUUID() : id; } }",
                "public record Written(@NotNull @JsonProperty(access = JsonProperty.Access.READ_ONLY) String id, String name) {"
                        + " public Written(String id, String name) { this.id = id != null ? id : name; this.name = name; } }",
                "public record Made(@NotNull @JsonProperty(access = JsonProperty.Access.READ_ONLY) String id, String name) {"
                        + " @JsonCreator static Made of(@JsonProperty(\"name\") String name) { return new Made(name, name); } }");

        refused("Stored", "A: Stored.id: it may not be null, no payload carries it and nothing else sets it");
        refused("Checked", "A: Checked.id: it may not be null, no payload carries it and nothing else sets it");
        generate("Given");
        generate("Written");
        generate("Made");
        project.generate(TestProject.types("A", "String", "Stored"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public record Holder(@JacksonInject String f, String name) {}",
                "public record Holder(@JacksonInject(useInput = OptBoolean.FALSE) String f, String name) {}",
                "public record Holder(@JacksonInject(useInput = OptBoolean.FALSE, optional = OptBoolean.TRUE) String f,"
                        + " String name) {}",
                "public class Holder { @JacksonInject public String f; }",
                "public class Holder { @JacksonInject private String f; public String name; }",
                "public class Holder { public String name; @JacksonInject void f(String tenant) {} }"
            })
    void whatOnlyAMapperWithInjectableValuesBindsIsAFinding(String source) throws Exception {
        compile(source);

        refused("Holder", "A: Holder.f: @JacksonInject asks for a value that only a mapper set up in code has");
        project.generate(TestProject.types("A", "String", "Holder"));
    }

    @Test
    void aParameterWithoutANameThatIsInjectedIsAFinding() throws Exception {
        compile("public class Holder { @JsonCreator public Holder(@JacksonInject Thread f, "
                + "@JsonProperty(\"name\") String name) {} }");

        refused("Holder", "A: Holder.", "@JacksonInject asks for a value that only a mapper set up in code has");
    }

    @Test
    void anOptionalThatMustBeNullIsReadFromNoPayload() throws Exception {
        compile(
                "public class Given { @Null public Optional<String> f = Optional.empty(); }",
                "public class Absent { @Null @JsonAlias(\"g\") public Optional<String> f; }");

        refused("Given", "A: Given.f: @Null, and Jackson gives an empty Optional where a payload has nothing");
        assertThat(input("Absent").replaceAll("\\s", ""))
                .contains("{\"not\":{\"required\":[\"f\"]}}", "{\"not\":{\"required\":[\"g\"]}}");
    }

    @Test
    void aVariableWithABoundAndNoArgumentIsAFinding() throws Exception {
        compile(
                "public record Amount<N extends Number>(N value) {}",
                "public class Holder { public Amount<?> amount; }");
        refused(
                "Holder",
                "A: Holder.amount → Amount.value: its type is a variable with a bound, for which nothing is given.");
    }

    @Test
    void anOptionalThatATypeArgumentBringsMayBeEmpty() throws Exception {
        compile(
                "public abstract class Held<T> { @NotNull private T body; "
                        + "public T getBody() { return body; } public void setBody(T value) { body = value; } }",
                "public class Maybe extends Held<Optional<String>> {}");
        assertThat(generate("Maybe").replaceAll("\\s", "")).contains("\"body\":{\"type\":[\"string\",\"null\"]}");
    }

    @Test
    void aValueWithATypeIdIsAFinding() throws Exception {
        compile(
                "public record Holder(Pay pay) {}",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(Card.class)) "
                        + "public interface Pay {}",
                "public record Card(@JsonValue String number) implements Pay {}",
                "public record Direct(Card card) {}");
        refused("Holder", "A: Holder.pay: Card is one value on the wire and has @JsonTypeInfo, but has no property");
        refused("Direct", "A: Direct.card: Card is one value on the wire and has @JsonTypeInfo, but has no property");
    }

    @Test
    void aTypeIdThatAFieldTellsIsAFinding() throws Exception {
        compile(
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(Card.class)) "
                        + "public abstract class Pay { @JsonTypeId public String kind; }",
                "public class Card extends Pay {}");
        refused("Pay", "A: Card.kind: @JsonTypeId lets any text stand where Jackson looks for the name of a subtype");
    }

    @Test
    void aListThatStandsAsAnObjectIsAFinding() throws Exception {
        compile("@JsonFormat(shape = JsonFormat.Shape.OBJECT) public class Names extends ArrayList<String> "
                + "{ public int extra; }");
        refused("Names", "A: input: Names has @JsonFormat(shape = OBJECT) and holds elements");
    }

    @Test
    void aBuilderThatTakesAnotherKindOfValueIsAFinding() throws Exception {
        compile(
                "@com.fasterxml.jackson.databind.annotation.JsonDeserialize(builder = Maker.class)"
                        + " public class Made { public String name; }",
                "public class Maker { public Maker withName(int name) { return this; }"
                        + " public Made build() { return new Made(); } }");
        refused("Made", "A: Made.name: it is read as int and written as String, and only code knows");
    }

    @Test
    void constraintMappingsAreWarnedOf() throws Exception {
        compile("public record Mapped(String name) {}");
        Files.createDirectories(directory.resolve("classes/META-INF"));
        Files.writeString(
                directory.resolve("classes/META-INF/validation.xml"),
                "<validation-config><constraint-mapping>META-INF/constraints.xml</constraint-mapping></validation-config>");

        generate("Mapped");

        assertThat(project.events.warnings)
                .singleElement()
                .asString()
                .startsWith("META-INF/validation.xml: the schema cannot say its constraint mappings");
    }

    @Test
    void whatIsMadeOfAFractionIsAFinding() throws Exception {
        compile("public record Percent(@JsonValue double value) {}");
        refused("Percent", "A: input: Percent is made of a number, and Jackson tells 3 from 3.0 there");
    }

    @Test
    void whereJacksonTellsOneFromOnePointZeroIsWarnedOf() throws Exception {
        compile(
                "public record Marked(Percent percent, @JsonFormat(shape = JsonFormat.Shape.NUMBER) Thread.State state, int n) {}",
                "public record Percent(@JsonValue int value) {}");
        generate("Marked");
        assertThat(project.events.warnings)
                .hasSize(2)
                .anyMatch(warning ->
                        warning.startsWith("Marked.percent: the schema cannot say that 1 may not come as 1.0"))
                .anyMatch(warning ->
                        warning.startsWith("Marked.state: the schema cannot say that 1 may not come as 1.0"));
    }

    @Test
    void whereJacksonRoundsALongIsWarnedOf() throws Exception {
        compile(
                "public record Bounded(@Min(9007199254740993L) long rounded, @Max(Long.MAX_VALUE) @Min(9007199254740992L)"
                        + " Long exact, @DecimalMax(\"-9007199254740993\") Long below) {}");
        generate("Bounded");
        assertThat(project.events.warnings)
                .containsExactly(
                        "Bounded.below: the schema cannot say that numbers around @DecimalMax may not come with .0 "
                                + "(they are one number with those without in JSON Schema, and Jackson rounds them beyond "
                                + "2^53), so payloads that break it are accepted",
                        "Bounded.rounded: the schema cannot say that numbers around @Min may not come with .0 (they are "
                                + "one number with those without in JSON Schema, and Jackson rounds them beyond 2^53), so "
                                + "payloads that break it are accepted");
    }

    @Test
    void whatOnlyCodeCanReadIsTextWhereItIsWritten() throws Exception {
        compile("public record Place(Currency currency, java.time.ZoneId zone) {}");

        project.generate(TestProject.types("A", "String", "Place"));

        assertThat(Files.readString(project.schemas().resolve("A/output.schema.json")))
                .contains("\"currency\"", "\"zone\"");
    }

    /** Of these Jackson reads, from text, what code or the network takes. */
    public record Written(
            URL url,
            Path path,
            Charset charset,
            Class<?> type,
            Pattern pattern,
            InetAddress address,
            InetSocketAddress socket,
            @NotNull List<Path> paths) {}

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatOnlyCodeCanReadIsTextAsTheMapperWritesIt(Runtimes runtime) throws Exception {
        Written full = new Written(
                URI.create("http://example.com/a?b").toURL(),
                Path.of("a b"),
                StandardCharsets.UTF_8,
                int[].class,
                Pattern.compile("a|b"),
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                InetSocketAddress.createUnresolved("example.com", 80),
                List.of(Path.of("c")));

        JsonNode output = project.on(runtime.libraries())
                .generate(TestProject.types("A", "String", Written.class.getName()))
                .get(0)
                .outputSchema();

        assertThat(PayloadValidator.of(output).validate(Json.read(runtime.write(full))))
                .isEmpty();
        for (String property : output.path("properties").propertyNames()) {
            ObjectNode other = (ObjectNode) Json.read("{\"paths\":[]}");
            other.putObject(property);
            assertThat(PayloadValidator.of(output).validate(other)).as(property).isNotEmpty();
        }
    }

    @Test
    void noStaticInitialiserRunsUnlessOnlyCodeKnowsAnEnumsNames() throws Exception {
        compile(
                "public class Loud { static { if (true) throw new IllegalStateException(); } public Plain plain; }",
                "public enum Plain { A, B; static { if (true) throw new IllegalStateException(); } }");

        assertThat(generate("Loud")).contains("\"enum\"");
    }

    @Test
    void anEnumWhoseCodeFailsIsAFindingThatNamesIt() throws Exception {
        compile(
                "public record Uses(Broken broken) {}",
                "public enum Broken { A; static { if (true) throw new IllegalStateException(\"no config\"); }"
                        + " @JsonValue public String code() { return \"a\"; } }");

        refused(
                "Uses",
                "A: Uses.broken: the code of the enum Broken fails: java.lang.IllegalStateException: no config");
    }

    @Test
    void unknownPropertiesAreForbiddenWhereTheProjectSaysSo() throws Exception {
        compile("public record Closed(String a) {}");

        project.additionalProperties(AdditionalProperties.FORBID);

        assertThat(generate("Closed")).contains("\"additionalProperties\": false");
    }

    @Test
    void namingThatTheApplicationSetsIsFollowed() throws Exception {
        compile("public record Named(String firstName, @JsonProperty(\"kept\") String other) {}");

        project.naming(PropertyNaming.KEBAB_CASE);

        assertThat(generate("Named")).contains("\"first-name\"", "\"kept\"");
    }

    @Test
    void javaxConstraintsAreReadAsJakartaOnesAre() throws Exception {
        compile(
                "public record Old(@javax.validation.constraints.NotNull @javax.validation.constraints.Min(3) Integer n) {}");

        assertThat(generate("Old")).contains("\"minimum\": 3", "\"required\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void javaxConstraintsCascadeAndReachIntoContainersOnBothJacksons(boolean three) throws Exception {
        project.on(three ? TestProject.jackson3() : TestProject.jackson2());
        compile(
                "public record Old(@javax.validation.Valid Part part, "
                        + "List<@javax.validation.constraints.Pattern(regexp = \"[a-z]\") String> codes) {}",
                "public record Part(@javax.validation.constraints.DecimalMax(value = \"7\", inclusive = false) double n, "
                        + "@javax.validation.constraints.Size(max = 5) String s) {}");

        assertThat(input("Old")).contains("\"exclusiveMaximum\": 7", "\"maxLength\": 5", "[a-z]");
    }

    @Test
    void swaggerDescribesAndGivesExamples() throws Exception {
        compile("public record Told(@io.swagger.v3.oas.annotations.media.Schema(description = \"how many\", "
                + "example = \"4\", defaultValue = \"2\") Integer n) {}");

        assertThat(generate("Told")).contains("\"description\": \"how many\"", "\"default\": 2", "\"examples\"");
    }

    @Test
    void ofTwoGenerationsTheOneWhoseAnnotationsTheClassesCarryIsFollowed() throws Exception {
        List<Path> both = new ArrayList<>(TestProject.jackson2());
        both.addAll(TestProject.jackson3());
        project.on(both);

        project.generate(TestProject.action("A", SentimentRouting.class.getName()));
        assertThat(project.events.notes)
                .anyMatch(note -> note.endsWith("follow Jackson 2, whose annotations the classes carry"));

        project.generate(TestProject.types("A", Jackson3Records.Named.class.getName(), "String"));
        assertThat(project.events.notes).anyMatch(note -> note.endsWith("contracts follow Jackson 3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Held { @JsonCreator public Held("
                        + "@com.fasterxml.jackson.databind.annotation.JsonDeserialize(as = String.class) CharSequence a) {} }",
                "public interface Held { @com.fasterxml.jackson.databind.annotation.JsonSerialize(as = Object.class)"
                        + " String getA(); }",
                "public class Held { public void setA(Inner a) {} @com.fasterxml.jackson.databind.annotation.JsonNaming"
                        + " public static class Inner {} }",
                "@JsonSubTypes(@JsonSubTypes.Type(Held.Sub.class)) public abstract class Held {"
                        + " @com.fasterxml.jackson.databind.annotation.JsonNaming public static class Sub extends Held {} }"
            })
    void annotationsOfAGenerationAreFoundWhereverTheyStand(String held) throws Exception {
        List<Path> both = new ArrayList<>(TestProject.jackson2());
        both.addAll(TestProject.jackson3());
        project.on(both);
        compile("public record Event(Held held) {}", held);

        generateOrFail("Event");
        assertThat(project.events.notes)
                .anyMatch(note -> note.endsWith("follow Jackson 2, whose annotations the classes carry"));
    }

    @Test
    void annotationsThatJacksonGivesItsOwnClassesDecideNothing() throws Exception {
        List<Path> both = new ArrayList<>(TestProject.jackson2());
        both.addAll(TestProject.jackson3());
        project.on(both);
        compile(
                "public record Event(String text, com.fasterxml.jackson.databind.ser.std.StringSerializer serializer) {}");

        generateOrFail("Event");
        assertThat(project.events.notes).anyMatch(note -> note.endsWith("contracts follow Jackson 3"));
    }

    private void generateOrFail(String type) throws CxoneException {
        try {
            project.generate(TestProject.types("A", type, "String"));
        } catch (RejectedException e) {
            assertThat(e).hasMessageContaining("A: "); // Which generation is followed is told before that.
        }
    }

    @Test
    void aProjectWithoutJacksonIsBoundByOurs() throws Exception {
        project.on(TestProject.noJackson());
        compile("public record Plain(@JsonProperty(\"b\") String a) {}");

        assertThat(generate("Plain")).contains("\"b\"");
    }

    @Test
    void accessorsComeInTheOrderOfTheClassFile() throws Exception {
        compile("public class Accessors { public String getB() { return null; } public int getA() { return 1; }"
                + " public int getC() { return 1; } }");

        assertThat(generate("Accessors").replaceAll("(?s)[^a-z]+", " "))
                .contains("properties b type string null a type integer");
    }

    private void compile(String... sources) throws IOException {
        String[] complete = new String[sources.length];
        for (int i = 0; i < sources.length; i++) {
            complete[i] = CONSTRAINTS + sources[i];
        }
        List<Path> libraries = new ArrayList<>(project.libraries());
        libraries.add(TestProject.origin(Length.class));
        project.on(libraries).with(Compiled.into(directory.resolve("classes"), libraries, complete));
    }

    private String generate(String type) throws Exception {
        project.generate(TestProject.types("A", type, type));
        return Files.readString(project.schemas().resolve("A/output.schema.json"));
    }

    private String input(String type) throws Exception {
        generate(type);
        return Files.readString(project.schemas().resolve("A/input.schema.json"));
    }

    private void refused(String type, String... messages) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.generate(TestProject.types("A", type, type)))
                .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(messages));
    }
}
