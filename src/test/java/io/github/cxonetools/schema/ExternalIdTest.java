package io.github.cxonetools.schema;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** {@code @JsonTypeInfo(include = EXTERNAL_PROPERTY)}: said where it can be, and a finding where Jackson loses the type. */
class ExternalIdTest {

    private static final String INFO = "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, "
            + "include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = \"kind\"";

    private static final String SUBTYPES =
            " @JsonSubTypes({@JsonSubTypes.Type(Mail.class), @JsonSubTypes.Type(value = Sms.class, name = \"sms\")}) ";

    private static final String EXTERNAL = INFO + ")" + SUBTYPES;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void eachIdStandsWithItsOwnValueAndNullWithAnyOrNone(Runtimes runtime) throws Exception {
        Contract contract =
                generate(runtime, "public class Event { public int id; " + EXTERNAL + "public Content content; }");

        assertThat(contract.inputSchema().path("properties").propertyNames()).containsExactly("id", "kind", "content");
        assertThat(contract.inputSchema().path("properties").path("kind")).isEqualTo(json("{'enum':['Mail','sms']}"));
        assertThat(contract.inputSchema().path("properties").path("content"))
                .isEqualTo(json("{'type':['object','null']}"));
        assertThat(contract.inputSchema().path("oneOf")).isEqualTo(json("""
                [{'properties':{'kind':{'const':'Mail'},'content':{'type':'object','properties':
                    {'subject':{'type':['string','null']}}}},'required':['kind','content']},
                 {'properties':{'kind':{'const':'sms'},'content':{'type':'object','properties':
                    {'parts':{'type':'boolean'}}}},'required':['kind','content']},
                 {'properties':{'content':{'type':'null'}},'required':['kind','content']},
                 {'not':{'anyOf':[{'required':['kind']},{'required':['content']}]}}]"""));
        assertThat(contract.outputSchema().path("oneOf").path(2))
                .isEqualTo(json("{'properties':{'content':{'type':'null'}},'not':{'required':['kind']}}"));
        assertThat(contract.outputSchema().path("oneOf").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anIdThatIsAPropertyTooIsPairedWhereItIsReadAndFreeWhereItIsWritten(Runtimes runtime) throws Exception {
        Contract contract = generate(
                runtime,
                "public record Event(@Size(max = 9) String kind, " + EXTERNAL + "@NotNull Content content) {}");

        assertThat(contract.inputSchema().path("properties").path("kind"))
                .isEqualTo(json("{'type':['string','null'],'maxLength':9}"));
        assertThat(contract.inputSchema().path("oneOf").findValuesAsString("const"))
                .containsExactly("Mail", "sms");
        assertThat(contract.outputSchema().has("oneOf")).isFalse();
        assertThat(contract.outputSchema()
                        .path("properties")
                        .path("content")
                        .path("anyOf")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void twoIdsInOneClassAreToldApart() throws Exception {
        Contract contract = generate(
                Runtimes.JACKSON_3,
                "public record Event(" + EXTERNAL + "Content first, " + EXTERNAL.replace("kind", "type")
                        + "Content second) {}");

        assertThat(contract.inputSchema().path("properties").propertyNames())
                .containsExactly("kind", "first", "type", "second");
        assertThat(contract.inputSchema()
                        .at("/allOf/0/oneOf/0/properties/type/const")
                        .stringValue(""))
                .isEqualTo("Mail");
    }

    @Test
    void anAnnotationOfAClassPutsTheIdInside() throws Exception {
        Contract contract = generate(
                Runtimes.JACKSON_3,
                "public record Event(Base one) {}",
                EXTERNAL.replace("Mail", "Leaf").replace("Sms", "Leaf") + "public interface Base {}",
                "public record Leaf(int n) implements Base {}");

        assertThat(contract.inputSchema().at("/properties").propertyNames()).containsExactly("one");
        assertThat(contract.inputSchema().findValuesAsString("const")).contains("sms");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void subtypesComeInTheOrderOfTheAnnotation(Runtimes runtime) throws Exception {
        Contract contract = generate(
                runtime,
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)" + SUBTYPES + "public interface Event {}",
                "public record Mail(String subject) implements Event {}",
                "public record Sms(boolean parts) implements Event {}");

        assertThat(contract.inputSchema().findValuesAsString("const")).containsExactly("Mail", "sms");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whereJacksonLosesTheTypeIsAFinding(Runtimes runtime) throws Exception {
        refused(
                runtime,
                "public List<Content> f;",
                "Event.f: @JsonTypeInfo (EXTERNAL_PROPERTY) on what holds several values");
        refused(
                runtime,
                "public Optional<Content> f;",
                "Event.f: @JsonTypeInfo (EXTERNAL_PROPERTY) on what holds several");
        refused(runtime, "public Content f; @JsonIgnore public String kind;", "Jackson passes over Event.kind");
        refused(runtime, "public Content f; @JsonUnwrapped public Mail mail;", "beside @JsonUnwrapped at Event.mail");
        refused(runtime, "public Content f; public int kind;", "Event.kind is to tell its type and is not a text");
        refused(
                runtime,
                "public Content f; public Kind kind; public enum Kind { sms; @JsonValue public int n() { return 1; } }",
                "Event.kind: @JsonTypeInfo (EXTERNAL_PROPERTY): it is to tell a type and is not a text");
        refused(
                runtime,
                "public Content f; @JsonCreator public Event(@JsonProperty(\"id\") String id) {}",
                "the constructor takes other properties");
        refused(runtime, "@JsonAlias(\"g\") public Content f;", "Jackson looks for no type id beside its @JsonAlias");
        refused(
                runtime,
                "@JsonSetter(nulls = Nulls.FAIL) public Content f;",
                "@JsonSetter(nulls = FAIL) has no effect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public class Event { @JsonUnwrapped public Inner inner; } | Inner.f: .* in an object that is unwrapped
            @JsonIgnoreProperties("f") public class Event { @JsonIgnoreProperties("kind") public Inner inner; } | Event.inner: .* leaves out kind
            public class Event { @JsonIgnoreProperties("f") public Inner inner; } | Event.inner: .* leaves out f
            """)
    void anObjectOfWhichAPartIsLeftOutIsAFinding(String event, String message) throws Exception {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        generate(Runtimes.JACKSON_2, event, "public class Inner { " + EXTERNAL + "public Content f; }"))
                .withMessageMatching("(?s).*" + message + ".*");
    }

    @Test
    void whatJackson3DoesNotSetIsAFindingOnlyWhereItIsConstrained() throws Exception {
        String event = "public class Event { @NotNull public String kind; " + EXTERNAL + "public Content content; }";

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> generate(Runtimes.JACKSON_3, event))
                .withMessageContaining("Jackson 3 does not set Event.kind")
                .withMessageContaining("Add visible = true");
        assertThat(generate(Runtimes.JACKSON_2, event).inputSchema().has("oneOf"))
                .isTrue();
        assertThat(generate(Runtimes.JACKSON_3, event.replace("\"kind\"", "\"kind\", visible = true"))
                        .inputSchema()
                        .has("oneOf"))
                .isTrue();
    }

    @Test
    void anIdThatAnUnwrappedObjectMayAlsoWriteMayStandBesideNull() throws Exception {
        List<String> sources = List.of(
                "public class Event { @JsonUnwrapped public Head head; " + EXTERNAL + "public Content content; }",
                "public record Head(String kind) {}",
                "public interface Content {}",
                "public record Mail(String subject) implements Content {}",
                "public record Sms(boolean parts) implements Content {}");

        JsonNode output = compiled(Runtimes.JACKSON_2, sources)
                .generate(TestProject.types("A", "String", "Event"))
                .get(0)
                .outputSchema();

        assertThat(PayloadValidator.of(output).validate(json("{'kind':'any','content':null}")))
                .isEmpty();
        assertThat(PayloadValidator.of(output).validate(json("{'kind':'any','content':{}}")))
                .isNotEmpty();
    }

    @Test
    void aValueThatIsWrittenWithoutItsIdIsAFinding() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> generate(
                        Runtimes.JACKSON_2,
                        "public class Event { " + EXTERNAL.replace("Mail", "String") + "public Object f; }"))
                .withMessageContaining("Event.f: Jackson writes a String without its type id.");
    }

    @Test
    void classNamesForAnObjectAreAFindingWhereJacksonRefusesThem() throws Exception {
        String event = "public class Event { " + EXTERNAL.replace("Id.NAME", "Id.CLASS") + "public Object f; }";

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> generate(Runtimes.JACKSON_3, event))
                .withMessageContaining(
                        "Event.f: @JsonTypeInfo (use = CLASS): Jackson 3 takes no class names for Object");
        assertThat(generate(Runtimes.JACKSON_2, event).inputSchema().has("oneOf"))
                .isTrue();
    }

    private void refused(Runtimes runtime, String field, String message) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> generate(runtime, "public class Event { " + EXTERNAL + field + " }"))
                .withMessageContaining(message);
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"'));
    }

    private Contract generate(Runtimes runtime, String event, String... others) throws Exception {
        List<String> sources = new ArrayList<>(List.of(event));
        sources.addAll(List.of(others));
        sources.add("public interface Content {}");
        if (others.length < 2) {
            sources.add("public record Mail(String subject) implements Content {}");
            sources.add("public record Sms(boolean parts) implements Content {}");
        }
        return compiled(runtime, sources)
                .generate(TestProject.types("A", "Event", "Event"))
                .get(0);
    }

    private TestProject compiled(Runtimes runtime, List<String> sources) throws IOException {
        String imports = "import jakarta.validation.constraints.*; import com.fasterxml.jackson.annotation.*; "
                + "import java.util.*; ";
        Path classes = directory.resolve("classes" + Integer.toHexString((runtime + " " + sources).hashCode()));
        return new TestProject(directory.resolve("project"))
                .on(runtime.libraries())
                .with(Compiled.into(
                        classes,
                        runtime.libraries(),
                        sources.stream().map(imports::concat).toArray(String[]::new)));
    }
}
