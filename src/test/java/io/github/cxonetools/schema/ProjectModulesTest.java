package io.github.cxonetools.schema;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.Module;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** victools modules of the project: what they say of a type is its schema, and what is wrong with them is told. */
class ProjectModulesTest {

    private static final String IMPORTS = "import com.github.victools.jsonschema.generator.*; "
            + "import com.github.victools.jsonschema.generator.Module; import com.fasterxml.classmate.*; "
            + "import tools.jackson.databind.node.*; import java.util.*; import jakarta.validation.constraints.*; ";

    private static final String MONEY = "@com.fasterxml.jackson.databind.annotation.JsonSerialize(using = "
            + "com.fasterxml.jackson.databind.ser.std.ToStringSerializer.class) "
            + "@com.fasterxml.jackson.databind.annotation.JsonDeserialize(using = "
            + "com.fasterxml.jackson.databind.deser.std.StringDeserializer.class) "
            + "public record Money(java.math.BigDecimal amount, String currency) {}";

    private static final String ORDER = "public record Order(@NotNull @Size(max = 9) Money price, List<Money> more, "
            + "Map<String, Optional<Money>> byName) {}";

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void open() {
        project = new TestProject(directory.resolve("project"));
    }

    @Test
    void aClassWithAConverterOfItsOwnHasTheSchemaThatAModuleSays() throws Exception {
        compile(MONEY, ORDER, provider("MoneyModule", "Money", "text(context, \"^[A-Z]{3} [0-9]+$\")"));
        project.modules("MoneyModule");

        JsonNode properties = input("Order").path("properties");

        String money = "{\"type\":\"string\",\"pattern\":\"^[A-Z]{3} [0-9]+$\"";
        assertThat(Json.compact(properties.path("price"))).isEqualTo(money + ",\"maxLength\":9}");
        String nullable = money.replace("\"string\"", "[\"string\",\"null\"]") + "}";
        assertThat(Json.compact(properties.path("more").path("items"))).isEqualTo(nullable);
        assertThat(Json.compact(properties.path("byName").path("additionalProperties")))
                .isEqualTo(nullable);
        assertThat(project.events.warnings).isEmpty();
        assertThat(project.events.notes)
                .filteredOn(note -> note.contains("MoneyModule"))
                .containsExactly(
                        "The schema of Money is what MoneyModule says, a module of the project: nothing but the rules of CXone is "
                                + "checked of it");
    }

    @Test
    void withoutAModuleSuchAClassTakesEverythingWithAWarning() throws Exception {
        compile(MONEY, ORDER);

        assertThat(input("Order").path("properties").path("price").has("type")).isFalse();
        assertThat(project.events.warnings)
                .anyMatch(warning -> warning.startsWith("Order.more → Money: the schema cannot say"));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aModuleSeesTheProjectsTypesAndThisPluginsJackson(Runtimes runtime) throws Exception {
        project.on(runtime.libraries());
        compile(
                "public record Price(String currency, long cents) {}",
                "public record Cart(List<Price> prices) {}",
                "public class Prices { static CustomDefinition of(SchemaGenerationContext context, ObjectNode standard) { "
                        + "standard.put(\"description\", \"in cents\"); return new CustomDefinition(standard); } }",
                provider("PriceModule", "Price", "Prices.of(context, context.createStandardDefinition(type, this))"));
        project.modules("PriceModule");

        JsonNode price = input("Cart").path("properties").path("prices").path("items");

        assertThat(price.path("description").stringValue("")).isEqualTo("in cents");
        assertThat(price.path("properties").path("cents").path("type").stringValue(""))
                .isEqualTo("integer");
    }

    @Test
    void whatAModuleAsksForIsInlineAndTrue() throws Exception {
        compile(
                "public record Point(@Min(0) int x, int y) {}",
                "public record Line(Object from, Object to) {}",
                "public record Drawing(@jakarta.validation.Valid Line line) {}",
                provider(
                        "LineModule",
                        "Line",
                        "new CustomDefinition((ObjectNode) context.getGeneratorConfig().createObjectNode().put(\"type\", "
                                + "\"array\").set(\"items\", context.createDefinitionReference(context.getTypeContext()"
                                + ".resolve(List.class, Point.class))))"));
        project.modules("LineModule");

        JsonNode line = input("Drawing").path("properties").path("line");

        assertThat(Json.compact(line.path("items").path("items")))
                .startsWith("{\"type\":[\"object\",\"null\"],\"properties\":{\"x\":{\"type\":\"integer\"")
                .doesNotContain("$ref");
    }

    @Test
    void aModuleSaysWhatOneOfSeveralSubtypesIs() throws Exception {
        compile(
                "@com.fasterxml.jackson.annotation.JsonTypeInfo(use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME) "
                        + "@com.fasterxml.jackson.annotation.JsonSubTypes({"
                        + "@com.fasterxml.jackson.annotation.JsonSubTypes.Type(value = Card.class, name = \"card\"), "
                        + "@com.fasterxml.jackson.annotation.JsonSubTypes.Type(value = Cash.class, name = \"cash\")}) "
                        + "public sealed interface Payment permits Card, Cash {}",
                "public record Card(String number) implements Payment {}",
                "public record Cash(long cents) implements Payment {}",
                "public record Bill(Payment payment) {}",
                provider(
                        "CashModule",
                        "Cash",
                        "new CustomDefinition(context.getGeneratorConfig().createObjectNode().put(\"type\", \"object\")"
                                + ".put(\"minProperties\", 2))"));
        project.modules("CashModule");

        assertThat(Json.compact(input("Bill").path("properties").path("payment")))
                .contains("{\"type\":\"object\",\"properties\":{\"@type\":{\"const\":\"cash\"}},"
                        + "\"required\":[\"@type\"],\"minProperties\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "context.getGeneratorConfig().createObjectNode().put(\"$ref\", \"#/definitions/Money\")"
                        + "| answers what CXone would refuse: /$ref is not allowed: everything must be inline",
                "context.getGeneratorConfig().createObjectNode().set(\"definitions\", "
                        + "context.getGeneratorConfig().createObjectNode())"
                        + "| answers what CXone would refuse: /definitions is not allowed",
                "context.getGeneratorConfig().createObjectNode().put(\"type\", \"money\")"
                        + "| answers what CXone would refuse: /type",
                "context.getGeneratorConfig().createObjectNode().put(\"pattern\", \"(?i)a\")"
                        + "| answers what CXone would refuse: /pattern: the pattern (?i)a",
                "context.createDefinition(type) | asks for it again while it answers",
                "Objects.requireNonNull(null) | failed: java.lang.NullPointerException",
            })
    void whatCxoneRefusesIsRefusedWithModuleMemberAndRule(String answer, String rule) throws Exception {
        compile(MONEY, ORDER, provider("MoneyModule", "Money", "new CustomDefinition((ObjectNode) " + answer + ")"));
        project.modules("MoneyModule");

        refused("Order.price: the module MoneyModule, asked for Money, " + rule);
    }

    @Test
    void aDefinitionThatIsAlwaysReferredToIsRefused() throws Exception {
        compile(
                MONEY,
                ORDER,
                provider(
                        "MoneyModule",
                        "Money",
                        "new CustomDefinition(context.getGeneratorConfig().createObjectNode(), "
                                + "CustomDefinition.DefinitionType.ALWAYS_REF, CustomDefinition.AttributeInclusion.NO)"));
        project.modules("MoneyModule");

        refused("Order.price: the module MoneyModule, asked for Money, answers ALWAYS_REF, and CXone takes no $ref");
    }

    @Test
    void aCircleThroughAModuleIsRefused() throws Exception {
        compile(
                "public record Node(Object next) {}",
                "public record Link(Node node) {}",
                provider(
                        "NodeModule",
                        "Node",
                        "new CustomDefinition(context.createDefinition(context.getTypeContext().resolve(Link.class)))"));
        project.modules("NodeModule");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> input("Node"))
                .withMessageContaining("Link.node: the module NodeModule, asked for Node, asks for it again");
    }

    @Test
    void anOverrideAddsToATypeAndConstraintsStillHold() throws Exception {
        compile(
                "public record Code(@Size(max = 3) String text) {}",
                "public class CodeModule implements Module { @Override public void applyToConfigBuilder("
                        + "SchemaGeneratorConfigBuilder builder) { builder.forTypesInGeneral().withTypeAttributeOverride("
                        + "(schema, scope, context) -> { if (scope.getType().getErasedType() == String.class) "
                        + "schema.put(\"maxLength\", 5).put(\"title\", \"Code\"); }); builder.forFields(); } }");
        project.modules("CodeModule");

        assertThat(Json.compact(input("Code").path("properties").path("text")))
                .isEqualTo("{\"title\":\"Code\",\"type\":[\"string\",\"null\"],\"maxLength\":3}");
        assertThat(project.events.warnings)
                .containsExactly(
                        "The module CodeModule configures fields, methods or options, which contracts do not follow. "
                                + "Answer for types: forTypesInGeneral().withCustomDefinitionProvider or withTypeAttributeOverride");
    }

    @Test
    void eachModuleThatCannotBeLoadedIsToldWithWhatToDo() throws Exception {
        compile(
                "public record Plain(String text) {}",
                "public abstract class Half implements Module {}",
                "public class Closed implements Module { Closed() {} @Override public void applyToConfigBuilder("
                        + "SchemaGeneratorConfigBuilder builder) {} }",
                "public class Failing implements Module { public Failing() { throw new IllegalStateException(\"no rates\"); } "
                        + "@Override public void applyToConfigBuilder(SchemaGeneratorConfigBuilder builder) {} }",
                "public class Needing implements Module { private final Gone gone = new Gone(); @Override public void "
                        + "applyToConfigBuilder(SchemaGeneratorConfigBuilder builder) {} }",
                "public class Gone {}");
        Files.delete(directory.resolve("classes/Gone.class"));
        project.modules("com.example.Absent", "Plain", "Half", "Closed", "Failing", "Needing");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> input("Plain"))
                .satisfies(refusal -> assertThat(refusal)
                        .hasMessageContainingAll(
                                "The modules cannot be loaded (6 findings)",
                                "<modules> names com.example.Absent, which cannot be loaded: it is not on the class path. "
                                        + "Write its binary name",
                                "<modules> names Plain, which cannot be loaded: it is not a class that implements "
                                        + Module.class.getName(),
                                "<modules> names Half, which cannot be loaded: it is not a class that implements",
                                "<modules> names Closed, which cannot be loaded: it has no public constructor",
                                "<modules> names Failing, which cannot be loaded: its constructor failed: "
                                        + "java.lang.IllegalStateException: no rates",
                                "<modules> names Needing, which cannot be loaded: it does not link: "
                                        + "java.lang.NoClassDefFoundError: Gone"));
    }

    @Test
    void anotherListAndAnotherModuleGenerateAnewAndNothingElseDoes() throws Exception {
        compile(MONEY, ORDER, provider("MoneyModule", "Money", "text(context, \"^a$\")"));
        input("Order");
        project.modules("MoneyModule");
        JsonNode first = input("Order");
        input("Order");
        compile(MONEY, ORDER, provider("MoneyModule", "Money", "text(context, \"^b$\")"));
        JsonNode second = input("Order");

        assertThat(project.events.told).containsExactly("written A", "written A", "up to date 1", "written A");
        assertThat(first.toString()).contains("^a$");
        assertThat(second.toString()).contains("^b$");
    }

    private static String provider(String module, String type, String answer) {
        return "public class " + module + " implements Module, CustomDefinitionProviderV2 { "
                + "@Override public void applyToConfigBuilder(SchemaGeneratorConfigBuilder builder) { "
                + "builder.forTypesInGeneral().withCustomDefinitionProvider(this); } "
                + "@Override public CustomDefinition provideCustomSchemaDefinition(ResolvedType type, "
                + "SchemaGenerationContext context) { return type.getErasedType() == " + type + ".class ? " + answer
                + " : null; } "
                + "static CustomDefinition text(SchemaGenerationContext context, String pattern) { return new "
                + "CustomDefinition(context.getGeneratorConfig().createObjectNode().put(\"type\", \"string\")"
                + ".put(\"pattern\", pattern)); } }";
    }

    /** Compiles against this plugin's victools, of which the project's class path has nothing. */
    private void compile(String... sources) throws IOException {
        String[] complete = new String[sources.length];
        for (int i = 0; i < sources.length; i++) {
            complete[i] = IMPORTS + sources[i];
        }
        List<Path> compiling = new ArrayList<>(project.libraries());
        for (Class<?> library :
                List.of(Module.class, ResolvedType.class, JsonNode.class, tools.jackson.core.TreeNode.class)) {
            compiling.add(TestProject.origin(library));
        }
        Path classes = Compiled.into(directory.resolve("classes"), compiling, complete);
        if (!project.libraries().contains(classes)) {
            project.with(classes);
        }
    }

    private JsonNode input(String type) throws Exception {
        return project.generate(TestProject.types("A", type, type)).get(0).inputSchema();
    }

    private void refused(String message) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> input("Order"))
                .withMessageContaining(message);
    }
}
