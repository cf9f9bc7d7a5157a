package io.github.cxonetools.schema;

import com.networknt.schema.Schema;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a mapper does that has found modules on the class path, or has not found them. */
class MapperModulesTest {

    private static final String IMPORTS = "import com.fasterxml.jackson.annotation.*;"
            + " import com.fasterxml.jackson.databind.annotation.*; import jakarta.validation.*;"
            + " import jakarta.validation.constraints.*; import java.util.*; ";

    private static final String MONEY = "public class Money { private final long cents; public Money() { this(0); }"
            + " public Money(long c) { cents = c; } public long getCents() { return cents; } }";

    private static final String SERIALIZER = "new StdSerializer<Money>(Money.class) { @Override public void serialize("
            + "Money v, JsonGenerator g, SerializerProvider p) THROWS { g.writeString(v.getCents() + \" EUR\"); } }";

    private static final String DESERIALIZER = "new StdDeserializer<Money>(Money.class) { @Override public Money"
            + " deserialize(JsonParser p, DeserializationContext c) THROWS {"
            + " return new Money(Long.parseLong(p.getValueAsString().split(\" \")[0])); } }";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatAModuleReadsAndWritesIsAnythingWithAWarning(Runtimes runtime) throws Exception {
        Shape shape = load(
                runtime,
                "addSerializer(Money.class, " + SERIALIZER + "); addDeserializer(Money.class, " + DESERIALIZER + ");",
                "public record Case(@NotNull Money total, List<Money> parts, Map<String, Money> named) {"
                        + " static Case made() { return new Case(new Money(5), List.of(new Money(1)), Map.of()); } }",
                MONEY);

        shape.acceptsLike("{\"total\":\"5 EUR\",\"parts\":[\"1 EUR\"]}");
        shape.refusesLike("{}", "{\"total\":null}", "{\"total\":\"5 EUR\",\"parts\":5}");
        shape.writes();
        assertThat(shape.project.events.warnings)
                .hasSize(6)
                .allMatch(warning -> warning.contains("the schema cannot say what a module on the class path makes of"
                        + " Money (it is code, CaseModule$"))
                .anyMatch(warning -> warning.startsWith("Case.total: "))
                .anyMatch(warning -> warning.startsWith("Case.parts: "));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatIsOnlyWrittenByCodeIsReadAsItsTypeSays(Runtimes runtime) throws Exception {
        Shape shape = load(
                runtime,
                "addSerializer(Money.class, " + SERIALIZER + ");",
                "public record Case(Money total, String s) { static Case made() { return new Case(new Money(5), null); } }",
                "public class Money { public long cents; public Money() {} public Money(long c) { cents = c; }"
                        + " public long getCents() { return cents; } }");

        shape.acceptsLike("{\"total\":{\"cents\":5}}");
        shape.refusesLike("{\"total\":{\"cents\":\"x\"}}");
        shape.writes();
        assertThat(shape.project.events.warnings)
                .hasSize(2)
                .anyMatch(warning ->
                        warning.startsWith("Case.total: the schema cannot say whether what CaseModule$1 writes"))
                .anyMatch(warning -> warning.startsWith("Case.total: the schema cannot say what a module"));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anAbstractTypeIsReadAsTheClassThatAModuleMapsItTo(Runtimes runtime) throws Exception {
        Shape shape = load(
                runtime,
                "addAbstractTypeMapping(Named.class, Plain.class);",
                "public record Case(@Valid @NotNull Named named, List<@Valid Named> more) {"
                        + " static Case made() { Plain p = new Plain(); p.setName(\"n\"); return new Case(p, List.of(p)); } }",
                "public interface Named { @NotBlank String getName(); }",
                "public class Plain implements Named { private String name; public String getName() { return name; }"
                        + " public void setName(String v) { name = v; } }");

        shape.acceptsLike("{\"named\":{\"name\":\"x\"}}", "{\"named\":{\"name\":\"x\"},\"more\":[{\"name\":\"y\"}]}");
        shape.refusesLike(
                "{\"named\":{\"name\":\" \"}}",
                "{\"named\":5}",
                "{\"named\":{}}",
                "{\"named\":{\"name\":\"x\"},\"more\":[{}]}");
        shape.writes();
        assertThat(shape.project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aMixInIsReadLikeAnAnnotation(Runtimes runtime) throws Exception {
        Shape shape = load(
                runtime,
                "setMixInAnnotation(Part.class, PartMixIn.class); setMixInAnnotation(Code.class, CodeMixIn.class);",
                "public record Case(Part part, Code code) { static Case made() { Part p = new Part(); p.number = 4;"
                        + " return new Case(p, new Code(\"c\")); } }",
                "public class Part { public int number; public String secret = \"s\"; }",
                "public abstract class PartMixIn { @JsonProperty(\"no\") public int number; @JsonIgnore public String secret; }",
                "public class Code { private final String text; public Code(String t) { text = t; }"
                        + " public String text() { return text; } }",
                "public abstract class CodeMixIn { @JsonCreator(mode = JsonCreator.Mode.DELEGATING) CodeMixIn(String t) {}"
                        + " @JsonValue abstract String text(); }");

        shape.acceptsLike("{\"part\":{\"no\":1},\"code\":\"x\"}");
        shape.refusesLike("{\"part\":{\"no\":\"x\"}}", "{\"code\":{}}");
        shape.writes();
        assertThat(shape.contract
                        .outputSchema()
                        .at("/properties/part/properties")
                        .has("secret"))
                .isFalse();
        assertThat(shape.project.events.warnings).isEmpty();
    }

    /** Jackson 3 passes over what a simple module says of names. */
    @Test
    void aNamingStrategyOfAModuleNamesProperties() throws Exception {
        Shape shape = load(
                Runtimes.JACKSON_2,
                "setNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE);",
                "public record Case(@NotNull Integer firstPart, String s) {"
                        + " static Case made() { return new Case(1, null); } }");

        shape.acceptsLike("{\"first_part\":1}");
        shape.refusesLike("{\"firstPart\":1}", "{\"first_part\":\"x\"}");
        shape.writes();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aModuleMayChangePropertiesInCode(Runtimes runtime) throws Exception {
        String modifier = runtime == Runtimes.JACKSON_2
                ? "com.fasterxml.jackson.databind.ser.BeanSerializerModifier"
                : "com.fasterxml.jackson.databind.ser.ValueSerializerModifier";
        String description = runtime == Runtimes.JACKSON_2
                ? "com.fasterxml.jackson.databind.BeanDescription"
                : "com.fasterxml.jackson.databind.BeanDescription.Supplier";
        Shape shape = load(
                runtime,
                "setSerializerModifier(new " + modifier + "() { @Override public"
                        + " List<com.fasterxml.jackson.databind.ser.BeanPropertyWriter> changeProperties("
                        + "com.fasterxml.jackson.databind.SerializationConfig c, " + description + " d,"
                        + " List<com.fasterxml.jackson.databind.ser.BeanPropertyWriter> all) {"
                        + " all.removeIf(w -> w.getName().equals(\"secret\")); return all; } });",
                "public record Case(Part part, String s) { static Case made() {"
                        + " return new Case(new Part(\"a\", \"b\"), \"c\"); } }",
                "public record Part(@NotNull String secret, @NotNull String open) {}");

        shape.writes();
        assertThat(shape.project.events.warnings)
                .hasSize(2)
                .anyMatch(
                        warning -> warning.startsWith("Case.part: the schema cannot say what a module on the class path"
                                + " makes of Part (it is code, CaseModule$1)"));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aFormatOfAModuleForATypeOfTheJdkIsItsOwn(Runtimes runtime) throws Exception {
        String time = runtime == Runtimes.JACKSON_2
                ? "com.fasterxml.jackson.datatype.jsr310."
                : "com.fasterxml.jackson.databind.ext.javatime.";
        String format = "java.time.format.DateTimeFormatter.ofPattern(\"dd.MM.uuuu\")";
        Shape shape = load(
                runtime,
                "addSerializer(java.time.LocalDate.class, new " + time + "ser.LocalDateSerializer(" + format + "));"
                        + " addDeserializer(java.time.LocalDate.class, new " + time + "deser.LocalDateDeserializer("
                        + format + "));",
                "public record Case(java.time.LocalDate day, java.time.LocalTime time) { static Case made() {"
                        + " return new Case(java.time.LocalDate.of(2026, 1, 31), java.time.LocalTime.NOON); } }");

        shape.acceptsLike("{\"day\":\"31.01.2026\"}", "{\"time\":\"12:00\"}");
        shape.refusesLike("{\"time\":\"noon\"}");
        shape.writes();
        assertThat(shape.project.events.warnings).hasSize(2).allMatch(warning -> warning.startsWith("Case.day: "));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void numbersThatAModuleWritesAsTextAreReadAsBoth(Runtimes runtime) throws Exception {
        String text = "com.fasterxml.jackson.databind.ser.std.ToStringSerializer.instance";
        Shape shape = load(
                runtime,
                "addSerializer(Long.class, " + text + "); addSerializer(Long.TYPE, " + text + ");"
                        + " addSerializer(java.math.BigInteger.class, " + text + ");",
                "public record Case(@NotNull Long id, @Min(5) long more, List<Long> all, int plain,"
                        + " java.math.BigInteger big, Map<Long, Long> map) { static Case made() {"
                        + " return new Case(7L, 8, List.of(9L), 1, java.math.BigInteger.TEN, Map.of(1L, 2L)); } }");

        shape.acceptsLike(
                "{\"id\":\"5\",\"more\":5,\"all\":[\"1\",2,null],\"big\":\"12345678901234567890\"}",
                "{\"id\":5,\"more\":\"7\",\"map\":{\"1\":\"-2\"}}");
        shape.refusesLike(
                "{\"id\":\"x\",\"more\":5}",
                "{\"id\":\"5\",\"more\":\"4\"}",
                "{\"id\":\"5\",\"more\":4}",
                "{\"id\":null,\"more\":5}",
                "{\"id\":\"9223372036854775808\",\"more\":5}");
        shape.writes();
        assertThat(shape.contract.outputSchema().at("/properties/id/type").stringValue())
                .isEqualTo("string");
        assertThat(shape.project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void keysThatAModuleReadsAreAnyWithAWarning(Runtimes runtime) throws Exception {
        Shape shape = load(
                runtime,
                "addKeyDeserializer(Money.class, new com.fasterxml.jackson.databind.KeyDeserializer() { @Override public"
                        + " Object deserializeKey(String k, DeserializationContext c) { return new Money(Long.parseLong("
                        + "k.substring(1))); } }); addKeySerializer(Money.class, new StdSerializer<Money>(Money.class) {"
                        + " @Override public void serialize(Money v, JsonGenerator g, SerializerProvider p) THROWS {"
                        + " g.WRITENAME(\"#\" + v.getCents()); } });",
                "public record Case(Map<Money, Integer> counts, String s) { static Case made() {"
                        + " return new Case(Map.of(new Money(5), 1), null); } }",
                MONEY);

        shape.acceptsLike("{\"counts\":{\"#5\":1}}");
        shape.refusesLike("{\"counts\":{\"#5\":\"x\"}}");
        shape.writes();
        assertThat(shape.project.events.warnings).hasSize(2).allMatch(warning -> warning.startsWith("Case.counts: "));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aSubtypeThatAModuleWritesIsAnyBesideItsId(Runtimes runtime) throws Exception {
        Shape shape = load(
                runtime,
                "addSerializer(Left.class, new StdSerializer<Left>(Left.class) { @Override public void serialize("
                        + "Left v, JsonGenerator g, SerializerProvider p) THROWS { } @Override public void"
                        + " serializeWithType(Left v, JsonGenerator g, SerializerProvider p,"
                        + " com.fasterxml.jackson.databind.jsontype.TypeSerializer t) THROWS { g.writeStartObject();"
                        + " WRITESTRING(\"t\", \"left\"); WRITESTRING(\"own\", \"x\"); g.writeEndObject(); } });",
                "public record Case(Side side, String s) { static Case made() { return new Case(new Left(\"a\"), null); } }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"t\") @JsonSubTypes({"
                        + "@JsonSubTypes.Type(name = \"left\", value = Left.class),"
                        + "@JsonSubTypes.Type(name = \"right\", value = Right.class)}) public interface Side {}",
                "public class Left implements Side { public String a; public int own; public Left() {}"
                        + " Left(String a) { this.a = a; } }",
                "public class Right implements Side { public int n; }");

        shape.acceptsLike("{\"side\":{\"t\":\"right\",\"n\":1}}");
        shape.writes();
        assertThat(shape.project.events.warnings).anyMatch(warning -> warning.contains("makes of Left"));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aModuleMayNameCodeForAnAnnotationOfItsOwn(Runtimes runtime) throws Exception {
        String config = runtime == Runtimes.JACKSON_2 ? "" : "com.fasterxml.jackson.databind.cfg.MapperConfig<?> m, ";
        Shape shape = load(
                runtime,
                "} @Override public void setupModule(SetupContext s) { super.setupModule(s);"
                        + " s.insertAnnotationIntrospector(new com.fasterxml.jackson.databind.introspect."
                        + "NopAnnotationIntrospector() { @Override public Object findSerializer(" + config
                        + "com.fasterxml.jackson.databind.introspect.Annotated a) {"
                        + " return a.hasAnnotation(Masked.class) ? new StdSerializer<Object>(Object.class) { @Override"
                        + " public void serialize(Object v, JsonGenerator g, SerializerProvider p) THROWS {"
                        + " g.writeBoolean(true); } } : null; } });",
                "public class Case { @Masked public String secret = \"s\"; public String open = \"o\";"
                        + " static Case made() { return new Case(); } }",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Masked {}");

        shape.acceptsLike("{\"secret\":\"x\"}");
        shape.refusesLike("{\"open\":[]}");
        shape.writes();
        assertThat(shape.project.events.warnings).hasSize(2).allMatch(warning -> warning.startsWith("Case.secret: "));
    }

    @Test
    void aModuleThatTurnsTimestampsOnHasItsDatesWarnedOf() throws Exception {
        Shape shape = load(
                Runtimes.JACKSON_2,
                "} @Override public void setupModule(SetupContext s) { super.setupModule(s);"
                        + " s.configOverride(java.time.Instant.class).setFormat("
                        + "JsonFormat.Value.forShape(JsonFormat.Shape.NUMBER));"
                        + " ((com.fasterxml.jackson.databind.ObjectMapper) s.getOwner()).getFactory().configure("
                        + "com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_NUMBERS_AS_STRINGS, true);",
                "public record Case(java.time.Instant at, int n, Double d) { static Case made() {"
                        + " return new Case(java.time.Instant.EPOCH, 5, 0.0 / 0); } }");

        shape.acceptsLike("{\"n\":5}", "{\"n\":\"5\"}");
        shape.refusesLike("{\"n\":\"x\"}");
        shape.writes();
        assertThat(shape.project.events.warnings).isNotEmpty().allMatch(warning -> warning.startsWith("Case.at: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java.time.Instant f                          | Case.f: | java.time.Instant          | jackson-datatype-jsr310
            java.time.LocalDate f                        | Case.f: | java.time.LocalDate        | jackson-datatype-jsr310
            List<java.time.Duration> f                   | Case.f: | java.time.Duration         | jackson-datatype-jsr310
            Map<java.time.LocalDate, String> f           | Case.f: | java.time.LocalDate        | jackson-datatype-jsr310
            java.time.ZonedDateTime[] f                  | Case.f: | java.time.ZonedDateTime    | jackson-datatype-jsr310
            java.time.Year f                             | Case.f: | java.time.Year             | jackson-datatype-jsr310
            Optional<String> f                           | Case.f: | java.util.Optional         | jackson-datatype-jdk8
            OptionalInt f                                | Case.f: | java.util.OptionalInt      | jackson-datatype-jdk8
            List<OptionalDouble> f                       | Case.f: | java.util.OptionalDouble   | jackson-datatype-jdk8
            """)
    void aTypeWhoseModuleIsNotThereIsRefusedWithItsName(String field, String place, String type, String artifact) {
        List<Path> without = TestProject.jackson2().stream()
                .filter(jar -> !jar.toString().contains("jackson-datatype"))
                .toList();
        for (String side : List.of("Case:String", "String:Case")) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> new TestProject(directory.resolve("project"))
                            .on(without)
                            .with(Compiled.into(
                                    directory.resolve("missing"),
                                    TestProject.jackson2(),
                                    IMPORTS + "public class Case { public " + field + "; }"))
                            .generate(TestProject.types("A", side.split(":")[0], side.split(":")[1])))
                    .withMessageContainingAll(
                            place, type + " without its module", "com.fasterxml.jackson.datatype:" + artifact);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.time.DayOfWeek", "java.util.Date", "java.util.UUID"})
    void aTypeThatNeedsNoModuleIsTakenWithoutOne(String type) throws Exception {
        new TestProject(directory.resolve("project"))
                .on(TestProject.jackson2().stream()
                        .filter(jar -> !jar.toString().contains("jackson-datatype"))
                        .toList())
                .with(Compiled.into(
                        directory.resolve("there"),
                        TestProject.jackson2(),
                        IMPORTS + "public class Case { public " + type + " f; }"))
                .generate(TestProject.types("A", "Case", "Case"));
    }

    private Shape load(Runtimes runtime, String module, String... sources) throws Exception {
        Path classes = directory.resolve("classes" + runtime + System.nanoTime());
        List<Path> classPath = new ArrayList<>(runtime.libraries());
        classPath.add(classes); // The module that is registered last decides.
        TestProject project = new TestProject(classes.resolve("project")).on(classPath);
        String[] all = new String[sources.length + 1];
        for (int i = 0; i < sources.length; i++) {
            all[i] = of(runtime, IMPORTS + sources[i]);
        }
        all[sources.length] = of(
                runtime,
                IMPORTS + "import com.fasterxml.jackson.core.*; import com.fasterxml.jackson.databind.*;"
                        + " import com.fasterxml.jackson.databind.deser.std.*; import com.fasterxml.jackson.databind.ser.std.*;"
                        + " public class CaseModule extends com.fasterxml.jackson.databind.module.SimpleModule {"
                        + " public CaseModule() { " + module + " } }");
        Compiled.into(classes, runtime.libraries(), all);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        String service = runtime == Runtimes.JACKSON_2
                ? "com.fasterxml.jackson.databind.Module"
                : "tools.jackson.databind.JacksonModule";
        Files.writeString(services.resolve(service), "CaseModule\n");
        Contract contract =
                project.generate(TestProject.types("A", "Case", "Case")).get(0);
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, MapperModulesTest.class.getClassLoader());
        return new Shape(runtime, project, contract, loader.loadClass("Case"));
    }

    /** The same code against either generation. */
    private static String of(Runtimes runtime, String source) {
        if (runtime == Runtimes.JACKSON_2) {
            return source.replace("THROWS", "throws java.io.IOException")
                    .replace("WRITENAME", "writeFieldName")
                    .replace("WRITESTRING(", "g.writeStringField(");
        }
        return source.replace("com.fasterxml.jackson.databind", "tools.jackson.databind")
                .replace("com.fasterxml.jackson.core", "tools.jackson.core")
                .replace("SerializerProvider", "SerializationContext")
                .replace("THROWS", "")
                .replace("WRITENAME", "writeName")
                .replace("WRITESTRING(", "g.writeStringProperty(");
    }

    private record Shape(Runtimes runtime, TestProject project, Contract contract, Class<?> type) {

        void acceptsLike(String... payloads) {
            for (String payload : payloads) {
                assertThat(binds(payload)).as("%s binds", payload).isTrue();
                assertThat(takes(contract.inputSchema(), payload))
                        .as("%s%n%s", payload, Json.compact(contract.inputSchema()))
                        .isTrue();
            }
        }

        void refusesLike(String... payloads) {
            for (String payload : payloads) {
                assertThat(binds(payload)).as("%s binds", payload).isFalse();
                assertThat(takes(contract.inputSchema(), payload))
                        .as("%s%n%s", payload, Json.compact(contract.inputSchema()))
                        .isFalse();
            }
        }

        void writes() throws Exception {
            Method made = type.getDeclaredMethod("made");
            made.setAccessible(true);
            String written = runtime.mapper(type.getClassLoader()).write(made.invoke(null));
            assertThat(takes(contract.outputSchema(), written))
                    .as("%s%n%s", written, Json.compact(contract.outputSchema()))
                    .isTrue();
        }

        private static boolean takes(JsonNode schema, String payload) {
            Schema compiled = Draft07.compile(schema);
            return compiled.validate(Json.read(payload)).isEmpty();
        }

        private boolean binds(String payload) {
            try {
                return Runtimes.violations(runtime.mapper(type.getClassLoader()).read(payload, type))
                        .isEmpty();
            } catch (Exception e) {
                return false;
            }
        }
    }
}
