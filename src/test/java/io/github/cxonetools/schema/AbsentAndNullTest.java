package io.github.cxonetools.schema;

import com.networknt.schema.Schema;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is absent, and what is null, is taken where the runtime takes it: code of the class decides, and is asked by running. */
class AbsentAndNullTest {

    private static final String IMPORTS = "import com.fasterxml.jackson.annotation.*; import jakarta.validation.*; "
            + "import jakarta.validation.constraints.*; import java.util.*; ";

    private static final String REFUSES =
            ": the schema cannot say what its %s refuses (only its code knows), so payloads that break it are accepted";

    @TempDir
    private Path directory;

    private TestProject project;

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aConstructorThatRefusesNullIsSaidAndOneThatRefusesValuesIsWarnedOf(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public record Case(String from, Integer low, Integer high) { public Case {"
                        + " Objects.requireNonNull(from, \"from\");"
                        + " if (low != null && high != null && low > high) throw new IllegalArgumentException(); } }",
                "{}",
                "{\"from\":null}",
                "{\"from\":\"a\"}",
                "{\"from\":\"a\",\"low\":null,\"high\":4}",
                "{\"low\":1}");
        assertThat(project.events.warnings).containsExactly("Case" + REFUSES.formatted("constructor"));
    }

    /** As Lombok writes {@code @NonNull}. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aCheckForNullAloneIsSaidInFull(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { private final String name; private List<String> tags; private String note;"
                        + " @JsonCreator public Case(@JsonProperty(\"name\") String name) { if (name == null) {"
                        + " throw new NullPointerException(\"name is marked non-null but is \" + name); } this.name = name; }"
                        + " public String getName() { return name; } public List<String> getTags() { return tags; }"
                        + " public void setTags(List<String> tags) { if (tags == null) {"
                        + " throw new NullPointerException(\"tags\"); } this.tags = tags; }"
                        + " public String getNote() { return note; } public void setNote(String note) { this.note = note; } }",
                "{}",
                "{\"name\":null}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"note\":null}",
                "{\"name\":\"a\",\"tags\":null}",
                "{\"name\":\"a\",\"tags\":[null]}");
        assertThat(project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anInitialiserThatItsConstraintRefusesMakesThePropertyRequired(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @Size(min = 1) private List<String> lines = new ArrayList<>(); @Min(1) public Integer count = 0;"
                        + " @Pattern(regexp = \"[a-z]{2}\") public String lang = \"\"; @AssertTrue public Boolean agreed = false;"
                        + " public List<String> getLines() { return lines; } public void setLines(List<String> v) { lines = v; } }",
                "{}",
                "{\"lines\":[\"x\"],\"count\":1,\"lang\":\"de\",\"agreed\":true}",
                "{\"count\":1,\"lang\":\"de\",\"agreed\":true}",
                "{\"lines\":[\"x\"],\"lang\":\"de\",\"agreed\":true}",
                "{\"lines\":[\"x\"],\"count\":1,\"agreed\":true}",
                "{\"lines\":[\"x\"],\"count\":1,\"lang\":\"de\"}",
                "{\"lines\":null,\"count\":null,\"lang\":null,\"agreed\":null}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anInitialiserThatItsConstraintTakesNeedNotBeSent(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case extends Base { @NotNull public List<String> tags = new ArrayList<>();"
                        + " @NotBlank public String lang = \"de\"; @Min(1) public int page = 1; @Min(1) public int size;"
                        + " @NotNull public String none; public Case() { none = null; } }"
                        + " class Base { @NotNull public Integer inherited = 4; }",
                "{}",
                "{\"size\":1,\"none\":\"x\"}",
                "{\"size\":1}",
                "{\"none\":\"x\"}",
                "{\"size\":1,\"none\":\"x\",\"tags\":null}",
                "{\"size\":1,\"none\":\"x\",\"lang\":\" \"}",
                "{\"size\":1,\"none\":\"x\",\"page\":0}",
                "{\"size\":1,\"none\":\"x\",\"inherited\":null}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aDefaultObjectIsHeldToItsOwnConstraints(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @Valid public Part empty = new Part(); @Valid public Part full = new Part(\"x\");"
                        + " @Valid public List<Part> parts = List.of(new Part()); public Part unchecked = new Part();"
                        + " public static class Part { @NotBlank public String name; public Part() {} Part(String n) { name = n; } } }",
                "{}",
                "{\"empty\":{\"name\":\"x\"},\"parts\":[]}",
                "{\"empty\":{\"name\":\"x\"}}",
                "{\"parts\":[]}",
                "{\"empty\":null,\"parts\":null}",
                "{\"empty\":{},\"parts\":null}",
                "{\"empty\":null,\"parts\":null,\"full\":{}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aConstructorMayFillNull(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public record Case(@NotNull List<String> tags, @NotBlank String lang, @NotNull String id, @Min(1) Integer n) {"
                        + " public Case { tags = tags == null ? List.of() : tags; lang = lang == null ? \"de\" : lang;"
                        + " n = n == null ? Integer.valueOf(0) : n; } }",
                "{}",
                "{\"id\":\"x\",\"n\":1}",
                "{\"id\":\"x\"}",
                "{\"id\":\"x\",\"n\":null}",
                "{\"id\":\"x\",\"n\":1,\"tags\":null,\"lang\":null}",
                "{\"id\":null,\"n\":1}",
                "{\"id\":\"x\",\"n\":1,\"lang\":\"\"}");
        assertThat(project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void nullsMayBeSkippedOrReplacedOrRefused(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @JsonSetter(nulls = Nulls.SKIP) @NotNull public String skipped = \"a\";"
                        + " @JsonSetter(nulls = Nulls.SKIP) @NotNull public String missing;"
                        + " @JsonSetter(nulls = Nulls.AS_EMPTY) @NotNull public List<String> empty;"
                        + " @JsonSetter(nulls = Nulls.AS_EMPTY) @NotEmpty public List<String> full;"
                        + " @JsonSetter(nulls = Nulls.FAIL) public String never = \"x\"; }",
                "{}",
                "{\"missing\":\"x\",\"empty\":[],\"full\":[\"x\"]}",
                "{\"missing\":\"x\",\"empty\":null,\"full\":[\"x\"],\"skipped\":null}",
                "{\"missing\":null,\"empty\":[],\"full\":[\"x\"]}",
                "{\"missing\":\"x\",\"full\":[\"x\"]}",
                "{\"missing\":\"x\",\"empty\":[],\"full\":null}",
                "{\"missing\":\"x\",\"empty\":[],\"full\":[\"x\"],\"never\":null}");
    }

    /** As Lombok's {@code @Builder.Default} and {@code @NonNull} come out. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aBuilderHasDefaultsAndRefusals(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "@databind.annotation.JsonDeserialize(builder = Case.Builder.class) public class Case {"
                        + " @NotNull private final List<String> tags; private final String name; @NotNull private final String lang;"
                        + " Case(List<String> tags, String name, String lang) { if (name == null) throw new NullPointerException();"
                        + " this.tags = tags; this.name = name; this.lang = lang; } public List<String> getTags() { return tags; }"
                        + " public String getName() { return name; } public String getLang() { return lang; }"
                        + " @databind.annotation.JsonPOJOBuilder(withPrefix = \"\") public static class Builder {"
                        + " private boolean set; private List<String> tags; private String name, lang;"
                        + " public Builder tags(List<String> v) { tags = v; set = true; return this; }"
                        + " public Builder name(String v) { if (v == null) throw new NullPointerException(); name = v; return this; }"
                        + " public Builder lang(String v) { lang = v; return this; }"
                        + " public Case build() { return new Case(set ? tags : new ArrayList<>(), name, lang); } } }",
                "{}",
                "{\"name\":\"x\",\"lang\":\"de\"}",
                "{\"name\":\"x\",\"lang\":\"de\",\"tags\":null}",
                "{\"name\":null,\"lang\":\"de\"}",
                "{\"lang\":\"de\"}",
                "{\"name\":\"x\"}");
        assertThat(project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void elementsMayBeRefusedForBeingNull(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public record Case(List<String> tags, Map<String, Integer> counts, List<String> kept) {"
                        + " public Case { tags = List.copyOf(tags); counts = counts == null ? Map.of() : Map.copyOf(counts); } }",
                "{}",
                "{\"tags\":[]}",
                "{\"tags\":[\"x\"],\"counts\":null,\"kept\":[null]}",
                "{\"tags\":[\"x\",null]}",
                "{\"tags\":[],\"counts\":{\"a\":null}}",
                "{\"tags\":[],\"counts\":{\"a\":1}}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aSetterMayRefuseOrReplaceWhatItIsGiven(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @NotNull private List<String> tags; private String name = \"a\"; private int age;"
                        + " public void setTags(List<String> v) { tags = v == null ? new ArrayList<>() : v; }"
                        + " public List<String> getTags() { return tags; } public void setName(String v) { name = v.trim(); }"
                        + " public String getName() { return name; } public int getAge() { return age; }"
                        + " public void setAge(int v) { if (v < 0) throw new IllegalArgumentException(); age = v; } }",
                "{}",
                "{\"tags\":null}",
                "{\"tags\":[],\"name\":null}",
                "{\"tags\":[],\"name\":\"x\",\"age\":3}");
        assertThat(project.events.warnings).containsExactly("Case.age" + REFUSES.formatted("setter"));
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatDependsOnOtherPropertiesIsNamedAndLeftOpen(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "public record Case(String mail, String phone, @NotNull String name) { public Case {"
                        + " if (mail == null && phone == null) throw new IllegalArgumentException(\"none\"); } }");

        assertThat(loaded.takes("{\"name\":\"x\",\"mail\":\"m\"}")).isTrue();
        assertThat(loaded.takes("{\"name\":\"x\",\"phone\":\"p\"}")).isTrue();
        assertThat(loaded.takes("{\"mail\":\"m\"}")).isFalse();
        String depends =
                ": the schema cannot say when it may be absent or null (the constructor of Case decides by other"
                        + " properties), so payloads that break it are accepted";
        assertThat(project.events.warnings).containsExactly("Case.mail" + depends, "Case.phone" + depends);
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aFactoryMethodIsAskedToo(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @NotNull private final String id; private final String name;"
                        + " private Case(String id, String name) { this.id = id; this.name = name; }"
                        + " public String getId() { return id; } public String getName() { return name; }"
                        + " @JsonCreator static Case of(@JsonProperty(\"id\") String id, @JsonProperty(\"name\") String name) {"
                        + " return new Case(id == null ? \"none\" : id, name.trim()); } }",
                "{}",
                "{\"name\":\"x\"}",
                "{\"name\":null}",
                "{\"name\":\"x\",\"id\":null}");
    }

    @Test
    void whatIsMadeOfOneValueMayRefuseSome() throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            load(
                    runtime,
                    "public record Case(Mail mail, Plain plain) { public record Mail(@JsonValue String text) {"
                            + " @JsonCreator(mode = JsonCreator.Mode.DELEGATING) public Mail {"
                            + " if (text.indexOf('@') < 0) throw new IllegalArgumentException(); } }"
                            + " public record Plain(@JsonValue String text) {"
                            + " @JsonCreator(mode = JsonCreator.Mode.DELEGATING) public Plain { text = text.trim(); } } }");
            assertThat(project.events.warnings)
                    .containsExactly("Case.mail → Case.Mail" + REFUSES.formatted("constructor"));
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void subtypesAndUnwrappedObjectsHaveInitialisersToo(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @Valid public Body body; @JsonUnwrapped(prefix = \"p_\") @Valid public Part part;"
                        + " @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"k\") @JsonSubTypes({"
                        + " @JsonSubTypes.Type(name = \"a\", value = A.class), @JsonSubTypes.Type(name = \"b\", value = B.class)})"
                        + " public static class Body { @NotNull public String base = \"x\"; }"
                        + " public static class A extends Body { @Size(min = 1) public List<String> list = List.of(); }"
                        + " public static class B extends Body { @NotNull public Integer n = 1; }"
                        + " public static class Part { @NotNull public String q = \"q\"; @NotNull public String r; } }",
                "{\"p_r\":\"x\",\"body\":{\"k\":\"a\",\"list\":[\"x\"]}}",
                "{\"p_r\":\"x\",\"body\":{\"k\":\"a\"}}",
                "{\"p_r\":\"x\",\"body\":{\"k\":\"b\"}}",
                "{\"p_r\":\"x\",\"body\":{\"k\":\"b\",\"n\":null}}",
                "{\"body\":{\"k\":\"b\"}}",
                "{\"p_r\":\"x\",\"p_q\":null}");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatIsLeftOutAtAUseIsJudgedByWhatItsClassGives(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @JsonIgnoreProperties({\"n\", \"s\"}) @Valid public Part part;"
                        + " public static class Part { public int id; @Min(1) public int n = 5; @Size(min = 1) public String s = \"s\"; } }",
                "{\"part\":{\"id\":1}}",
                "{\"part\":{\"id\":\"x\"}}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () -> load(
                                runtime,
                                "public class Case { @JsonIgnoreProperties(\"list\") @Valid public Part part;"
                                        + " public static class Part { public int id; @Size(min = 1) public List<String> list = new ArrayList<>(); } }"))
                .withMessageContaining("Case.part: Case.Part.list must be there and is left out here");
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatIsWrittenWithoutItsDefaultIsReadWithIt(Runtimes runtime) throws Exception {
        judge(
                runtime,
                "public class Case { @JsonInclude(JsonInclude.Include.NON_EMPTY) @NotNull public List<Long> tags = new ArrayList<>();"
                        + " @JsonInclude(JsonInclude.Include.NON_DEFAULT) @NotBlank public String lang = \"de\";"
                        + " @JsonInclude(JsonInclude.Include.NON_EMPTY) @NotEmpty public List<Long> some = new ArrayList<>(); }",
                "{}",
                "{\"some\":[1]}",
                "{\"some\":[]}",
                "{\"some\":[1],\"tags\":null}",
                "{\"some\":[1],\"lang\":null}");
    }

    @Test
    void codeThatFailsOrDoesNotEndIsWarnedOf() throws Exception {
        Loaded failing = load(
                Runtimes.JACKSON_2,
                "public record Case(@NotNull String a, String b) { static final String DATABASE = connect();"
                        + " public Case { a = DATABASE + a; } static String connect() { throw new IllegalStateException(); } }");
        assertThat(failing.takes("{\"b\":\"x\"}")).isFalse();
        assertThat(project.events.warnings).containsExactly("Case" + REFUSES.formatted("constructor"));

        Loaded waiting = load(
                Runtimes.JACKSON_3,
                "public class Case { @NotNull public String a = Waits.value(); static class Waits { static String value() {"
                        + " try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) {"
                        + " return \"\"; } return \"x\"; } } }");
        assertThat(waiting.takes("{}")).isFalse();
        assertThat(project.events.warnings)
                .containsExactly(
                        "Case: the schema cannot say what its constructor refuses (its code takes more than 10 s),"
                                + " so payloads that break it are accepted");
    }

    @Test
    void aClassOfKotlinNeedsItsModule() {
        String metadata =
                "package kotlin; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " public @interface Metadata {}";
        String type = "@kotlin.Metadata public class Case { private final String a; Case(String a, String b) {"
                + " this.a = a; } public String getA() { return a; } }";
        for (Runtimes runtime : Runtimes.values()) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> load(runtime, type, metadata))
                    .withMessageContaining(
                            "Jackson alone cannot make a Case, which is a class of Kotlin. Add the dependency "
                                    + (runtime == Runtimes.JACKSON_2 ? "com.fasterxml.jackson" : "tools.jackson")
                                    + ".module:jackson-module-kotlin");
        }
    }

    /** The schema accepts a payload where the runtime does. */
    private void judge(Runtimes runtime, String source, String... payloads) throws Exception {
        Loaded loaded = load(runtime, source);
        for (String payload : payloads) {
            assertThat(loaded.takes(payload))
                    .as("%s on %s%n%s", payload, runtime, Json.compact(loaded.contract.inputSchema()))
                    .isEqualTo(loaded.binds(payload, runtime));
        }
    }

    private record Loaded(Contract contract, Class<?> type) {

        boolean takes(String payload) {
            Schema schema = Draft07.compile(contract.inputSchema());
            return schema.validate(Json.read(payload)).isEmpty();
        }

        boolean binds(String payload, Runtimes runtime) {
            try {
                return Runtimes.violations(runtime.read(payload, type)).isEmpty();
            } catch (Exception e) {
                return false;
            }
        }
    }

    private Loaded load(Runtimes runtime, String source, String... others) throws Exception {
        Path classes = directory.resolve(runtime + "-" + System.nanoTime());
        project = new TestProject(classes.resolve("project")).on(runtime.libraries());
        String databind = runtime == Runtimes.JACKSON_2 ? "com.fasterxml.jackson.databind." : "tools.jackson.databind.";
        for (String other : others) {
            Compiled.into(classes, runtime.libraries(), other);
        }
        List<Path> classPath = new java.util.ArrayList<>(runtime.libraries());
        classPath.add(classes);
        Compiled.into(classes, classPath, IMPORTS + source.replace("@databind.", "@" + databind));
        project.with(classes);
        Contract contract = project.generate(TestProject.types("A", "Case", "java.lang.String"))
                .get(0);
        URLClassLoader loader = new URLClassLoader(
                new java.net.URL[] {classes.toUri().toURL()}, AbsentAndNullTest.class.getClassLoader());
        return new Loaded(contract, loader.loadClass("Case"));
    }
}
