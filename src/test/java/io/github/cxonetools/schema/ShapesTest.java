package io.github.cxonetools.schema;

import com.networknt.schema.Schema;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Selected properties, polymorphism and enums: the schema takes what the runtime takes, payload by payload. */
class ShapesTest {

    private static final String IMPORTS = "import com.fasterxml.jackson.annotation.*; import jakarta.validation.*; "
            + "import jakarta.validation.constraints.*; import java.util.*; ";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aCircleThatAUseCutsIsNone(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public class Case { @NotNull public String name; @JsonIgnoreProperties(\"boss\") public Case boss;"
                        + " @JsonIncludeProperties(\"name\") public List<Case> team;"
                        + " static Case made() { Case a = new Case(), b = new Case(); a.name = \"a\"; b.name = \"b\";"
                        + " a.boss = b; a.team = List.of(b); return a; } }",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"boss\":{\"name\":\"b\"},\"team\":[{\"name\":\"c\"}]}",
                "{\"boss\":{\"name\":\"b\"}}",
                "{\"name\":\"a\",\"boss\":5}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aBigIntegerAsTextIsAWholeNumber(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(@JsonFormat(shape = JsonFormat.Shape.STRING) java.math.BigInteger id) {"
                        + " static Case made() { return new Case(new java.math.BigInteger(\"-12345678901234567890\")); } }",
                "{\"id\":\"12\"}",
                "{\"id\":\"0\"}",
                "{\"id\":\"-98765432109876543210\"}",
                "{\"id\":\"1.5\"}",
                "{\"id\":\"1E+3\"}",
                "{\"id\":\"1x\"}");
    }

    @Test
    void aCircleThatNoUseCutsIsStillRefused() {
        refused(
                "public class Case { public String name; @JsonIgnoreProperties(\"name\") public Case next; }",
                "A: Case.next leads back to Case");
    }

    @Test
    void aPropertyThatMustBeThereAndIsLeftOutAtAUseIsRefused() {
        refused(
                "public record Case(@JsonIncludeProperties(\"id\") @Valid Owner owner) { public static class Owner {"
                        + " public int id; @NotBlank public String name; public Owner() {}"
                        + " Owner(int id, String name) { this.id = id; this.name = name; } } }",
                "Case.owner: Case.Owner.name must be there and is left out here");
        refused(
                "public record Case(@JsonIgnoreProperties(\"n\") @Valid Part part) {"
                        + " public record Part(@Min(1) int n, String s) {} }",
                "Case.part: Case.Part.n must be there and is left out here");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aPropertyThatItsClassGivesMayBeLeftOut(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public class Case { @JsonIgnoreProperties(\"name\") @Valid public Part part;"
                        + " public static class Part { public int id; @NotNull public String name = \"n\"; }"
                        + " static Case made() { Case c = new Case(); c.part = new Part(); return c; } }",
                "{\"part\":{\"id\":1}}",
                "{\"part\":{\"id\":\"x\"}}",
                "{\"part\":null}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultImplementationStandsForNoAndUnknownIds(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(@Valid @NotNull Body body) {"
                        + " @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"mode\", defaultImpl = Plain.class)"
                        + " @JsonSubTypes({@JsonSubTypes.Type(name = \"plain\", value = Plain.class),"
                        + " @JsonSubTypes.Type(name = \"rich\", value = Rich.class)}) public interface Body {}"
                        + " public record Plain(@NotBlank String text) implements Body {}"
                        + " public record Rich(@NotBlank String html) implements Body {}"
                        + " static Case made() { return new Case(new Plain(\"t\")); } }",
                "{\"body\":{\"text\":\"hello\"}}",
                "{\"body\":{\"mode\":\"rich\",\"html\":\"x\"}}",
                "{\"body\":{\"mode\":\"other\",\"text\":\"x\"}}",
                "{\"body\":{\"mode\":\"rich\",\"text\":\"x\"}}",
                "{\"body\":{\"html\":\"x\"}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultImplementationThatIsNotListedIsWrittenByItsName(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(Body body) {"
                        + " @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"mode\", defaultImpl = Other.class)"
                        + " @JsonSubTypes(@JsonSubTypes.Type(name = \"plain\", value = Plain.class)) public interface Body {}"
                        + " public record Plain(String text) implements Body {}"
                        + " public static class Other implements Body { @JsonAnySetter @JsonAnyGetter"
                        + " public Map<String, Object> all = new LinkedHashMap<>(); }"
                        + " static Case made() { Other o = new Other(); o.all.put(\"x\", 1); return new Case(o); } }",
                "{\"body\":{\"x\":1}}",
                "{\"body\":{\"mode\":\"plain\",\"text\":\"a\"}}",
                "{\"body\":{\"mode\":\"plain\",\"text\":{}}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultImplementationMayStandInAWrapper(Runtimes runtime) throws Exception {
        for (String include : List.of("WRAPPER_OBJECT", "WRAPPER_ARRAY")) {
            agree(
                    runtime,
                    "public record Case(Body body) { @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = "
                            + "JsonTypeInfo.As." + include + ", defaultImpl = Plain.class)"
                            + " @JsonSubTypes({@JsonSubTypes.Type(name = \"plain\", value = Plain.class),"
                            + " @JsonSubTypes.Type(name = \"rich\", value = Rich.class)}) public interface Body {}"
                            + " public record Plain(Integer text, String s) implements Body {}"
                            + " public record Rich(Integer html, Boolean b) implements Body {}"
                            + " static Case made() { return new Case(new Rich(1, true)); } }",
                    include.equals("WRAPPER_OBJECT")
                            ? "{\"body\":{\"other\":{\"text\":1}}}"
                            : "{\"body\":[\"other\",{\"text\":1}]}",
                    include.equals("WRAPPER_OBJECT")
                            ? "{\"body\":{\"other\":{\"text\":\"x\"}}}"
                            : "{\"body\":[\"other\",{\"text\":\"x\"}]}",
                    include.equals("WRAPPER_OBJECT")
                            ? "{\"body\":{\"rich\":{\"html\":[]}}}"
                            : "{\"body\":[\"rich\",{\"html\":[]}]}");
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultImplementationIsReadWhereDeductionFindsNoSubtype(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(Body body) {"
                        + " @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = Left.class)"
                        + " @JsonSubTypes({@JsonSubTypes.Type(Left.class), @JsonSubTypes.Type(Right.class)})"
                        + " public interface Body {}"
                        + " public record Left(String both, Integer left) implements Body {}"
                        + " public record Right(String both, Integer right) implements Body {}"
                        + " static Case made() { return new Case(new Right(\"b\", 1)); } }",
                "{\"body\":{\"both\":\"x\"}}",
                "{\"body\":{}}",
                "{\"body\":{\"both\":\"x\",\"right\":1}}",
                "{\"body\":{\"both\":[],\"left\":1}}",
                "{\"body\":{\"both\":{}}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aConcreteTypeMayNeedNoId(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(One one) { @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"t\","
                        + " requireTypeIdForSubtypes = OptBoolean.FALSE)"
                        + " @JsonSubTypes(@JsonSubTypes.Type(value = One.class, name = \"one\")) public interface Q {}"
                        + " public record One(Integer a, String b) implements Q {}"
                        + " static Case made() { return new Case(new One(1, \"b\")); } }",
                "{\"one\":{\"a\":1}}",
                "{\"one\":{\"t\":\"one\",\"a\":1}}",
                "{\"one\":{\"t\":\"two\",\"a\":1}}",
                "{\"one\":{\"a\":\"x\"}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aSealedTypeNamedInPartIsWrittenInFull(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(Shape shape) { @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"k\")"
                        + " @JsonSubTypes(@JsonSubTypes.Type(value = Dot.class, name = \"dot\"))"
                        + " public sealed interface Shape permits Dot, Line {}"
                        + " public record Dot(Integer x, Integer y) implements Shape {}"
                        + " public record Line(Integer from, Integer to) implements Shape {}"
                        + " static Case made() { return new Case(new Line(1, 2)); } }",
                "{\"shape\":{\"k\":\"dot\",\"x\":1}}",
                "{\"shape\":{\"k\":\"none\",\"x\":1}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anEnumsOtherNamesAreRead(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(@NotNull Priority priority, Map<Priority, Integer> counts) { public enum Priority {"
                        + " @JsonProperty(\"low\") @JsonAlias({\"lo\", \"minor\"}) LOW, @JsonAlias(\"hi\") HIGH }"
                        + " static Case made() { return new Case(Priority.HIGH, Map.of(Priority.LOW, 1)); } }",
                "{\"priority\":\"low\"}",
                "{\"priority\":\"minor\",\"counts\":{\"hi\":1}}",
                "{\"priority\":\"hi\"}",
                "{\"priority\":\"LOW\"}",
                "{\"priority\":\"low\",\"counts\":{\"none\":1}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anEnumMayBeNullOnTheWire(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(Level level) { public enum Level { NONE(null), SOME(4); private final Integer code;"
                        + " Level(Integer c) { code = c; } @JsonValue public Integer code() { return code; } }"
                        + " static Case made() { return new Case(Level.NONE); } }",
                "{\"level\":4}",
                "{\"level\":null}",
                "{\"level\":5}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anUnknownNameMayBecomeTheDefault(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(@JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)"
                        + " Level level, String s) { public enum Level { @JsonEnumDefaultValue NONE, SOME }"
                        + " static Case made() { return new Case(Level.SOME, null); } }",
                "{\"level\":\"SOME\"}",
                "{\"level\":\"other\"}",
                "{\"level\":[]}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anUnknownNameMayBecomeNull(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(@JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Level level,"
                        + " @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) @NotNull Level must) {"
                        + " public enum Level { NONE, SOME } static Case made() { return new Case(null, Level.SOME); } }",
                "{\"must\":\"SOME\"}",
                "{\"must\":\"SOME\",\"level\":\"other\"}",
                "{\"must\":\"other\"}",
                "{\"must\":\"SOME\",\"level\":{}}");
    }

    @Test
    void anObjectThatIsAlwaysWrittenAsItsIdIsThatId() throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            Loaded loaded = load(
                    runtime,
                    AdditionalProperties.ALLOW,
                    "java.lang.String",
                    "public class Case { @JsonIdentityReference(alwaysAsId = true) public Person lead;"
                            + " @JsonIdentityReference(alwaysAsId = true) public List<Person> members;"
                            + " @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = \"id\")"
                            + " public static class Person { public long id; public String name;"
                            + " @JsonIdentityReference(alwaysAsId = true) public Person friend; }"
                            + " static Case made() { Case c = new Case(); c.lead = new Person(); c.lead.id = 5;"
                            + " c.members = List.of(c.lead); return c; } }");
            loaded.writes(runtime);
            assertThat(Json.compact(loaded.contract
                            .outputSchema()
                            .path("properties")
                            .path("lead")
                            .path("type")))
                    .isEqualTo("[\"integer\",\"null\"]");
        }
    }

    @Test
    void aSubclassIsWrittenWhereUnknownPropertiesAreForbidden() throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            Loaded loaded = load(
                    runtime,
                    AdditionalProperties.FORBID,
                    "Case",
                    "public class Case { public Base base; @JsonIgnore public String skipped;"
                            + " public static class Base { public String a; }"
                            + " public static class More extends Base { public int b = 1; }"
                            + " static Case made() { Case c = new Case(); c.base = new More(); return c; } }");
            loaded.writes(runtime);
            assertThat(loaded.takes("{\"skipped\":\"x\"}")).isTrue();
            assertThat(loaded.takes("{\"unknown\":\"x\"}")).isFalse();
        }
    }

    @Test
    void anAbstractClassMayBeMadeByABuilderOrAFactoryMethod() throws Exception {
        String builder = "@com.fasterxml.jackson.databind.annotation.JsonDeserialize(builder = Case.Builder.class) "
                + "public abstract class Case { @NotNull public abstract String getName();"
                + " @com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder(withPrefix = \"\")"
                + " public static class Builder { private String name; public Builder name(String v) { name = v; return this; }"
                + " public Case build() { return new Plain(name); } } static class Plain extends Case {"
                + " private final String name; Plain(String n) { name = n; } @Override public String getName() { return name; } }"
                + " static Case made() { return new Plain(\"n\"); } }";
        String factory = "public abstract class Case { @NotNull @JsonProperty public abstract String getName();"
                + " @JsonCreator static Case create(@JsonProperty(\"name\") String name) { return new Plain(name); }"
                + " static class Plain extends Case { private final String name; Plain(String n) { name = n; }"
                + " @Override public String getName() { return name; } } static Case made() { return new Plain(\"n\"); } }";
        agree(Runtimes.JACKSON_2, builder, "{\"name\":\"x\"}", "{}", "{\"name\":null}", "{\"name\":[]}");
        for (Runtimes runtime : Runtimes.values()) {
            agree(runtime, factory, "{\"name\":\"x\"}", "{}", "{\"name\":null}", "{\"name\":[]}");
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultOfVoidReadsNull(Runtimes runtime) throws Exception {
        for (String include : List.of("PROPERTY", "WRAPPER_OBJECT", "WRAPPER_ARRAY")) {
            String source = "public record Case(Body body, @NotNull Body must, List<Body> all) {"
                    + " @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"k\", include = JsonTypeInfo.As."
                    + include
                    + ", defaultImpl = Void.class) @JsonSubTypes(@JsonSubTypes.Type(value = Line.class, name = \"line\"))"
                    + " public interface Body {} public record Line(Integer from, Integer to) implements Body {}"
                    + " static Case made() { return new Case(null, new Line(1, 2), List.of()); } }";
            String line =
                    switch (include) {
                        case "PROPERTY" -> "{\"k\":\"line\",\"from\":1}";
                        case "WRAPPER_OBJECT" -> "{\"line\":{\"from\":1}}";
                        default -> "[\"line\",{\"from\":1}]";
                    };
            String other = line.replace("line", "other");
            agree(
                    runtime,
                    source,
                    "{\"must\":" + line + "}",
                    "{\"must\":" + other + "}",
                    "{\"must\":" + line + ",\"body\":" + other + "}",
                    "{\"must\":" + line + ",\"body\":" + line.replace("1", "\"x\"") + "}",
                    "{\"must\":" + line + ",\"all\":[" + line + "," + other + ",null]}");
            if (include.equals("PROPERTY")) {
                agree(
                        runtime,
                        source,
                        "{\"must\":" + line + ",\"body\":{\"z\":1},\"all\":[{}]}",
                        "{\"must\":{\"z\":1}}",
                        "{\"must\":" + line + ",\"body\":[]}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anAbstractSubtypeIsReadWhereSomethingMakesItAndWrittenUnderTheIdsOfItsSubclasses(Runtimes runtime)
            throws Exception {
        String shapes = "public record Case(@Valid List<Shape> shapes) {"
                + " @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"k\") @JsonSubTypes({"
                + " @JsonSubTypes.Type(value = Dot.class, name = \"dot\"),"
                + " @JsonSubTypes.Type(value = Line.class, name = \"line\")}) public interface Shape {}"
                + " public record Line(Integer from) implements Shape {}"
                + " static Case made() { return new Case(List.of(new Line(1), new D(1))); }"
                + " static class D extends Dot { private final Integer x; D(Integer x) { this.x = x; }"
                + " @Override public Integer getX() { return x; } }";
        String builder = shapes + " @com.fasterxml.jackson.databind.annotation.JsonDeserialize(builder = Builder.class)"
                + " public abstract static class Dot implements Shape { @NotNull public abstract Integer getX(); }"
                + " @com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder(withPrefix = \"\")"
                + " public static class Builder { private Integer x; public Builder x(Integer v) { x = v; return this; }"
                + " public Dot build() { return new D(x); } } }";
        String factory = shapes + " public abstract static class Dot implements Shape {"
                + " @NotNull public abstract Integer getX();"
                + " @JsonCreator static Dot of(@JsonProperty(\"x\") Integer x) { return new D(x); } } }";
        String named = factory.replace("public abstract static", "@JsonTypeName(\"dot\") public abstract static");
        for (String source : List.of(builder, factory, named)) {
            agree(
                    runtime,
                    source,
                    "{\"shapes\":[{\"k\":\"dot\",\"x\":1}]}",
                    "{\"shapes\":[{\"k\":\"dot\"}]}",
                    "{\"shapes\":[{\"k\":\"line\",\"from\":1}]}",
                    "{\"shapes\":[{\"k\":\"other\",\"x\":1}]}");
        }
        Loaded loaded = load(runtime, AdditionalProperties.ALLOW, "Case", named);
        assertThat(Json.compact(loaded.contract.outputSchema())).contains("{\"const\":\"dot\"}");
        Schema output = Draft07.compile(load(runtime, AdditionalProperties.ALLOW, "Case", factory)
                .contract
                .outputSchema());
        assertThat(output.validate(Json.read("{\"shapes\":[{\"k\":\"D\"}]}"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultIsAlsoReadByTheNameOfItsClass(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public record Case(Shape shape) { @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = \"c\","
                        + " defaultImpl = Line.class) public interface Shape {}"
                        + " public record Line(Integer from, Integer to) implements Shape {}"
                        + " static Case made() { return new Case(new Line(1, 2)); } }",
                "{\"shape\":{\"c\":\"Case$Line\",\"from\":1}}",
                "{\"shape\":{\"from\":1}}",
                "{\"shape\":{\"c\":\"Nope\",\"from\":1}}",
                "{\"shape\":{\"c\":\"Case$Line\",\"from\":\"x\"}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void featuresOfEnumsAreOnesOfProperties(Runtimes runtime) throws Exception {
        agree(
                runtime,
                "public class Case { public Level level; public List<Level> all;"
                        + " @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) public Plain plain;"
                        + " @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) public EnumSet<Plain> set;"
                        + " @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) public TreeSet<Plain> sorted;"
                        + " @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) public List<Plain> list;"
                        + " @JsonFormat(with = {JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE,"
                        + " JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL})"
                        + " public enum Level { @JsonEnumDefaultValue NONE, A } public enum Plain { NONE, MORE }"
                        + " static Case made() { Case c = new Case(); c.plain = Plain.MORE; return c; } }",
                "{\"level\":\"A\"}",
                "{\"level\":\"other\"}",
                "{\"all\":[\"other\"]}",
                "{\"plain\":\"more\"}",
                "{\"plain\":\"MoRe\"}",
                "{\"plain\":\"mor\"}",
                "{\"set\":[\"other\"]}",
                "{\"set\":[\"MORE\"]}",
                "{\"sorted\":[\"other\"]}",
                "{\"list\":[\"other\",null]}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void namesThatAreSkippedAreAcceptedWhereOthersAreForbidden(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                AdditionalProperties.FORBID,
                "Case",
                "public class Case { public String a; @JsonIncludeProperties(\"x\") public Part part; @JsonUnwrapped"
                        + " public Inner inner; public Some some; public static class Part { public String x, y; }"
                        + " public static class Inner { public int z; } @JsonIncludeProperties(\"x\")"
                        + " public static class Some { public String x, y; } static Case made() { return new Case(); } }");
        assertThat(loaded.takes("{\"part\":{\"x\":\"1\",\"y\":1,\"other\":1}}")).isTrue();
        assertThat(loaded.takes("{\"some\":{\"x\":\"1\",\"y\":1,\"other\":1}}")).isTrue();
        assertThat(loaded.takes("{\"z\":1}")).isTrue();
        assertThat(loaded.takes("{\"other\":1}")).isEqualTo(runtime == Runtimes.JACKSON_2);
        for (String payload : List.of(
                "{\"part\":{\"x\":\"1\",\"y\":1,\"other\":1}}",
                "{\"some\":{\"x\":\"1\",\"y\":1,\"other\":1}}",
                "{\"other\":1}")) {
            assertThat(loaded.takes(payload)).as(payload).isEqualTo(strictlyBinds(payload, loaded.type, runtime));
        }
    }

    private static boolean strictlyBinds(String payload, Class<?> type, Runtimes runtime) {
        try {
            if (runtime == Runtimes.JACKSON_2) {
                new com.fasterxml.jackson.databind.ObjectMapper().readValue(payload, type);
            } else {
                tools.jackson.databind.json.JsonMapper.builder()
                        .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()
                        .readValue(payload, type);
            }
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aMapThatMayWriteANameTwiceIsWarnedOf(Runtimes runtime) throws Exception {
        String source = "public class Case { public Integer id; private Map<KEY, Object> more = new LinkedHashMap<>();"
                + " @JsonAnyGetter public Map<KEY, Object> getMore() { return more; }"
                + " @JsonAnySetter public void put(String k, Object v) { more.put(k, v); }"
                + " static Case made() { Case c = new Case(); c.more.put(\"id\", 1); return c; } }";
        Loaded loaded = load(runtime, AdditionalProperties.ALLOW, "Case", source.replace("KEY", "String"));
        Method made = loaded.type.getDeclaredMethod("made");
        made.setAccessible(true);
        assertThat(runtime.write(made.invoke(null))).contains("\"id\":1").containsPattern("\"id\".*\"id\"");
        assertThat(loaded.warnings)
                .anyMatch(warning ->
                        warning.startsWith("Case.getMore: the schema cannot say that it has none of the names id"));
        assertThat(load(
                                runtime,
                                AdditionalProperties.ALLOW,
                                "Case",
                                source.replace("KEY", "@Pattern(regexp = \"x-.*\") String"))
                        .warnings)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aWholeNumberInAnOptionalMayComeWithAPoint(Runtimes runtime) throws Exception {
        String source = "public record Case(Optional<Integer> n, @NotNull Optional<Long> must) {"
                + " static Case made() { return new Case(Optional.of(1), Optional.empty()); } }";
        agree(runtime, source, "{\"n\":1.0,\"must\":2.0}", "{\"n\":null,\"must\":2}");

        assertThat(load(runtime, AdditionalProperties.ALLOW, "Case", source).warnings)
                .isEmpty();
    }

    /** The schema accepts a payload where the runtime does, and what {@code made()} gives on its way out. */
    private void agree(Runtimes runtime, String source, String... payloads) throws Exception {
        Loaded loaded = load(runtime, AdditionalProperties.ALLOW, "Case", source);
        for (String payload : payloads) {
            assertThat(loaded.takes(payload))
                    .as("%s on %s%n%s", payload, runtime, Json.compact(loaded.contract.inputSchema()))
                    .isEqualTo(loaded.binds(payload, runtime));
        }
        loaded.writes(runtime);
    }

    private record Loaded(Contract contract, Class<?> type, List<String> warnings) {

        boolean takes(String payload) {
            Schema schema = Draft07.compile(contract.inputSchema());
            return schema.validate(Json.read(payload)).isEmpty();
        }

        boolean binds(String payload, Runtimes runtime) {
            Thread.currentThread()
                    .setContextClassLoader(type.getClassLoader()); // Names of deduced types are looked up there.
            try {
                return Runtimes.violations(runtime.read(payload, type)).isEmpty();
            } catch (Exception e) {
                return false;
            } finally {
                Thread.currentThread().setContextClassLoader(ShapesTest.class.getClassLoader());
            }
        }

        void writes(Runtimes runtime) throws Exception {
            Method made = type.getDeclaredMethod("made");
            made.setAccessible(true);
            String written = runtime.write(made.invoke(null));
            assertThat(Draft07.compile(contract.outputSchema()).validate(Json.read(written)))
                    .as("%s on %s%n%s", written, runtime, Json.compact(contract.outputSchema()))
                    .isEmpty();
        }
    }

    private Loaded load(Runtimes runtime, AdditionalProperties additional, String input, String source)
            throws Exception {
        Path classes = directory.resolve(runtime + "-" + System.nanoTime());
        TestProject project = new TestProject(classes.resolve("project"))
                .on(runtime.libraries())
                .additionalProperties(additional);
        Compiled.into(classes, TestProject.jackson2(), IMPORTS + source);
        project.with(classes);
        Contract contract =
                project.generate(TestProject.types("A", input, "Case")).get(0);
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ShapesTest.class.getClassLoader());
        return new Loaded(contract, loader.loadClass("Case"), project.events.warnings);
    }

    private void refused(String source, String message) {
        for (Runtimes runtime : Runtimes.values()) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> load(runtime, AdditionalProperties.ALLOW, "Case", source))
                    .withMessageContaining(message);
        }
    }
}
