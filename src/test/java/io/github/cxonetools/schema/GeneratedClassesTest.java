package io.github.cxonetools.schema;

import com.networknt.schema.Schema;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes as compilers, annotation processors and generators of code make them; the tools themselves run in an integration test. */
class GeneratedClassesTest {

    private static final String IMPORTS = "import com.fasterxml.jackson.annotation.*; import jakarta.validation.*; "
            + "import jakarta.validation.constraints.*; import java.util.*; ";

    private static final String METADATA =
            "package kotlin; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                    + " public @interface Metadata {}";
    private static final String NOT_NULL = "package org.jetbrains.annotations;"
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS) public @interface NotNull {}";

    @TempDir
    private Path directory;

    private TestProject project;

    /** As Immutables writes what {@code @JsonDeserialize(as)} names. */
    private static final String DELEGATING =
            "public class Case { private final String id; private final List<String> tags; private final Integer level;"
                    + " private final List<Part> parts; private Case(Json j) {"
                    + " if (j.id == null) throw new IllegalStateException(\"Cannot build Case, some of required attributes are not set\");"
                    + " id = j.id; tags = List.copyOf(j.tags); parts = j.parts == null ? List.of() : List.copyOf(j.parts);"
                    + " level = j.levelIsSet ? j.level : Integer.valueOf(3); }"
                    + " @JsonCreator(mode = JsonCreator.Mode.DELEGATING) static Case fromJson(Json json) { return new Case(json); }"
                    + " static Case made() { Json j = new Json(); j.id = \"x\"; j.tags = List.of(\"a\"); return new Case(j); }"
                    + " @NotBlank @JsonProperty(\"id\") public String getId() { return id; }"
                    + " @JsonProperty(\"tags\") public @Size(max = 2) List<@Pattern(regexp = \"[a-z]\") String> getTags() { return tags; }"
                    + " @Min(1) @JsonProperty(\"level\") public Integer getLevel() { return level; }"
                    + " @Valid @JsonProperty(\"parts\") public List<Part> getParts() { return parts; }"
                    + " @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE) static class Json { String id;"
                    + " List<String> tags = List.of(); List<Part> parts; Integer level; boolean levelIsSet;"
                    + " @JsonProperty(\"id\") void setId(String v) { id = v; }"
                    + " @JsonProperty(\"tags\") void setTags(List<String> v) { tags = v; }"
                    + " @JsonProperty(\"parts\") void setParts(List<Part> v) { parts = v; }"
                    + " @JsonProperty(\"level\") void setLevel(Integer v) { level = v; levelIsSet = v != null; } }"
                    + " public static class Part { @NotNull public String sku; } }";

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatIsMadeOfAnObjectOfAnotherClassHasItsPropertiesAndItsOwnConstraints(Runtimes runtime) throws Exception {
        Loaded loaded = load(runtime, "Case", DELEGATING);

        loaded.agrees(
                "{\"id\":\"x\"}",
                "{}",
                "{\"id\":null}",
                "{\"id\":\" \"}",
                "{\"id\":\"x\",\"tags\":[\"a\",\"b\"]}",
                "{\"id\":\"x\",\"tags\":[\"a\",\"b\",\"c\"]}",
                "{\"id\":\"x\",\"tags\":[\"A\"]}",
                "{\"id\":\"x\",\"tags\":[null]}",
                "{\"id\":\"x\",\"tags\":null}",
                "{\"id\":\"x\",\"level\":0}",
                "{\"id\":\"x\",\"level\":null}",
                "{\"id\":\"x\",\"parts\":null}",
                "{\"id\":\"x\",\"parts\":[{}]}",
                "{\"id\":\"x\",\"parts\":[{\"sku\":\"s\"}]}");
        loaded.writes();
        assertThat(project.events.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aConstraintOfWhatWasChangedOnTheWayIsWarnedOf(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "Case",
                "public class Case { private final String id; private final String kept; private Case(Json j) {"
                        + " id = \"id-\" + j.id; kept = j.kept; }"
                        + " @JsonCreator(mode = JsonCreator.Mode.DELEGATING) static Case of(Json json) { return new Case(json); }"
                        + " @Size(min = 4) public String getId() { return id; } @NotNull public String getKept() { return kept; }"
                        + " public static class Json { public String id; public String kept; } }");

        assertThat(loaded.takes("{\"id\":\"x\",\"kept\":\"y\"}")).isTrue();
        assertThat(loaded.takes("{\"id\":\"x\"}")).isFalse();
        assertThat(project.events.warnings)
                .containsExactly("Case.id: the schema cannot say @Size (no property on the wire carries that member's"
                        + " value), so payloads that break it are accepted");
    }

    /** As Immutables names what it makes of an interface. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anAbstractSubtypeMayNameTheClassThatIsMade(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "Case",
                "public class Case { public List<Shape> shapes; public Shape one; static Case made() { Case c = new Case();"
                        + " c.one = new MadeCircle(); c.shapes = List.of(new MadeSquare(new MadeSquare.Json())); return c; }"
                        + " @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"kind\") @JsonSubTypes({"
                        + " @JsonSubTypes.Type(name = \"c\", value = Circle.class), @JsonSubTypes.Type(name = \"s\", value = Square.class)})"
                        + " public interface Shape {}"
                        + " @databind.annotation.JsonDeserialize(as = MadeCircle.class) public interface Circle extends Shape {}"
                        + " @databind.annotation.JsonDeserialize(as = MadeSquare.class) public interface Square extends Shape {}"
                        + " public static class MadeCircle implements Circle { @NotNull public Integer r = 1; }"
                        + " public static class MadeSquare implements Square { private final int side;"
                        + " MadeSquare(Json j) { if (j.side == null) throw new IllegalStateException(); side = j.side; }"
                        + " @JsonCreator(mode = JsonCreator.Mode.DELEGATING) static MadeSquare of(Json j) { return new MadeSquare(j); }"
                        + " public int getSide() { return side; } public static class Json { public Integer side = 2; } } }");

        loaded.agrees(
                "{\"one\":{\"kind\":\"c\",\"r\":3},\"shapes\":[{\"kind\":\"s\",\"side\":4}]}",
                "{\"one\":{\"kind\":\"c\"}}",
                "{\"one\":{\"kind\":\"c\",\"r\":\"x\"}}",
                "{\"one\":{\"kind\":\"s\"}}",
                "{\"one\":{\"kind\":\"s\",\"side\":null}}",
                "{\"one\":{\"kind\":\"x\"}}",
                "{\"one\":{}}");
        loaded.writes();
    }

    /** As AutoValue, and Immutables' builders, note what was set. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aBuilderThatAsksForWhatWasNotSetIsWarnedOfInNothing(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "Case",
                "@databind.annotation.JsonDeserialize(builder = Case.Builder.class) public abstract class Case {"
                        + " public abstract String getName(); public abstract int getLevel(); public abstract List<String> getTags();"
                        + " public abstract static class Builder { @JsonCreator static Builder builder() { return new MadeBuilder().level(2); }"
                        + " @JsonProperty abstract Builder name(String v); @JsonProperty abstract Builder level(int v);"
                        + " @JsonProperty abstract Builder tags(List<String> v); abstract Case build(); }"
                        + " static class MadeBuilder extends Builder { private String name; private int level; private byte set$0;"
                        + " private long initBits = 1; private List<String> tags = new ArrayList<>();"
                        + " Builder name(String v) { if (v == null) throw new NullPointerException(\"Null name\"); name = v;"
                        + " initBits &= ~1L; return this; } Builder level(int v) { level = v; set$0 |= (byte) 1; return this; }"
                        + " Builder tags(List<String> v) { for (String s : v) { tags.add(Objects.requireNonNull(s)); } return this; }"
                        + " Case build() { if (initBits != 0) throw new IllegalStateException(missing());"
                        + " if (set$0 != 1 || name == null) { StringBuilder missing = new StringBuilder();"
                        + " if (name == null) missing.append(\" name\"); if ((set$0 & 1) == 0) missing.append(\" level\");"
                        + " throw new IllegalStateException(\"Missing required properties:\" + missing); }"
                        + " List<String> all; switch (tags.size()) { case 0: all = Collections.emptyList(); break;"
                        + " case 1: all = Collections.singletonList(tags.get(0)); break;"
                        + " default: all = Collections.unmodifiableList(new ArrayList<>(tags)); }"
                        + " return new Made(name, level, all); } private String missing() { return \"name\"; } }"
                        + " static class Made extends Case { private final String name; private final int level;"
                        + " private final List<String> tags; Made(String n, int l, List<String> t) { name = n; level = l; tags = t; }"
                        + " public String getName() { return name; } public int getLevel() { return level; }"
                        + " public List<String> getTags() { return tags; } } }");

        loaded.agrees(
                "{\"name\":\"x\"}",
                "{}",
                "{\"name\":null}",
                "{\"name\":\"x\",\"level\":4,\"tags\":[\"a\",\"b\"]}",
                "{\"name\":\"x\",\"tags\":[null]}",
                "{\"name\":\"x\",\"tags\":null}");
        assertThat(project.events.warnings).isEmpty();
    }

    /** As AutoValue is used with defaults: a factory method asks another one for the builder. */
    private static final String WITH_DEFAULTS =
            "@databind.annotation.JsonDeserialize(builder = Case.Builder.class) public abstract class Case {"
                    + " @JsonProperty(\"name\") public abstract String name(); @JsonProperty(\"tags\") public abstract List<String> tags();"
                    + " static Builder builder() { return new MadeBuilder().tags(List.of()); }"
                    + " public abstract static class Builder { @JsonCreator static Builder create() { return Case.builder(); }"
                    + " @JsonProperty(\"name\") abstract Builder name(String v); @JsonProperty(\"tags\") abstract Builder tags(List<String> v);"
                    + " abstract Case build(); } static class MadeBuilder extends Builder { private String name; private List<String> tags;"
                    + " Builder name(String v) { if (v == null) throw new NullPointerException(\"Null name\"); name = v; return this; }"
                    + " Builder tags(List<String> v) { if (v == null) throw new NullPointerException(\"Null tags\"); tags = v; return this; }"
                    + " Case build() { if (name == null || tags == null) throw new IllegalStateException(\"Missing\");"
                    + " return new Made(name, tags); } } static class Made extends Case { private final String name;"
                    + " private final List<String> tags; Made(String n, List<String> t) { name = n; tags = t; }"
                    + " public String name() { return name; } public List<String> tags() { return tags; } } }";

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aBuilderMayComeFromAnotherMethod(Runtimes runtime) throws Exception {
        Loaded loaded = load(runtime, "Case", WITH_DEFAULTS);

        loaded.agrees(
                "{\"name\":\"x\"}",
                "{}",
                "{\"name\":null}",
                "{\"name\":\"x\",\"tags\":[null]}",
                "{\"name\":\"x\",\"tags\":null}");
        assertThat(project.events.warnings).isEmpty();
    }

    /** AutoValue copies what may stand at a type to the field of the class that it makes, where the validator looks. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aConstraintThatTheMadeClassMayCarryIsWarnedOf(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "Case",
                WITH_DEFAULTS
                        .replace("public abstract String name()", "@NotBlank public abstract String name()")
                        .replace(
                                "class Made extends Case { private final",
                                "class Made extends Case { @NotBlank private final"));

        assertThat(loaded.takes("{\"name\":\" \"}")).isTrue();
        assertThat(loaded.binds("{\"name\":\" \"}")).isFalse();
        assertThat(project.events.warnings)
                .containsExactly(
                        "Case.name: the schema cannot say @NotBlank (it is on a method that is no getter, and the class"
                                + " that is made may carry it. Name it get...), so payloads that break it are accepted");
    }

    @Test
    void aConditionOfValuesIsStillWarnedOf() throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            load(
                    runtime,
                    "Case",
                    "public record Case(Part a, Part b, Part c, Part d) {"
                            + " public record Part(Integer low, List<String> all, int count) { public Part {"
                            + " if (low != null) { if (low > 5) { throw new IllegalStateException(); } } } }"
                            + " public Case { if (a != null && a.count() > 3) throw new IllegalStateException(); } }");
            assertThat(project.events.warnings)
                    .contains(
                            "Case: the schema cannot say what its constructor refuses (only its code knows), so payloads"
                                    + " that break it are accepted")
                    .anyMatch(warning ->
                            warning.contains("Case.Part: the schema cannot say what its constructor refuses"));
        }
    }

    @Test
    void elementsOfListsAndCapacitiesAreWarnedOfWhereNothingTellsTheirSize() throws Exception {
        for (String code : List.of(
                "tags.get(0)",
                "tags.iterator().next()",
                "new ArrayList<>(count)",
                "10 / count",
                "new int[] {1}[count]")) {
            load(
                    Runtimes.JACKSON_2,
                    "Case",
                    "public record Case(List<String> tags, int count) { public Case { Object o = %s; } }"
                            .formatted(code));
            assertThat(project.events.warnings)
                    .as(code)
                    .anyMatch(
                            warning -> warning.startsWith("Case: the schema cannot say what its constructor refuses"));
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void nullIsRefusedAtTheDepthWhereCodeRefusesIt(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "Case",
                "public record Case(List<List<String>> lists, Map<String, Map<String, Integer>> maps) { public Case {"
                        + " for (List<String> one : lists) { if (one != null) { List.copyOf(one); } }"
                        + " for (Map<String, Integer> one : maps.values()) { Objects.requireNonNull(one); } } }");

        loaded.agrees(
                "{\"lists\":[],\"maps\":{}}",
                "{\"lists\":[null],\"maps\":{}}",
                "{\"lists\":[[\"a\"]],\"maps\":{\"a\":{\"b\":1}}}",
                "{\"lists\":[[null]],\"maps\":{}}",
                "{\"lists\":[],\"maps\":{\"a\":null}}",
                "{\"lists\":[],\"maps\":{\"a\":{\"b\":null}}}");
    }

    /** As Lombok makes the getter of a {@code boolean}, and hand-written code that of a {@code Boolean}. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aFieldWhoseNameBeginsWithIsHasItsConstraintsSaid(Runtimes runtime) throws Exception {
        Loaded loaded = load(
                runtime,
                "Case",
                "public class Case { @AssertTrue private boolean isDone = true; @AssertTrue private Boolean isOpen;"
                        + " public boolean isDone() { return isDone; } public void setDone(boolean v) { isDone = v; }"
                        + " public Boolean isOpen() { return isOpen; } @JsonProperty(\"isOpen\") public void setOpen(Boolean v) {"
                        + " isOpen = v; } }");

        loaded.agrees(
                "{}", "{\"done\":true,\"isOpen\":true}", "{\"done\":false}", "{\"isOpen\":false}", "{\"isOpen\":null}");
        assertThat(project.events.warnings).isEmpty();
    }

    /** Kotlin's compiler leaves what it knows in annotations of its class files. */
    @Test
    void aPropertyOfKotlinThatIsNeverNullIsNeverWrittenSo() throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            Loaded loaded = load(
                    runtime,
                    "Case",
                    "import org.jetbrains.annotations.NotNull; @kotlin.Metadata public class Case {"
                            + " @NotNull public String getName() { return \"x\"; } public String getNote() { return null; }"
                            + " @NotNull public List<String> getTags() { return List.of(); }"
                            + " @NotNull public Code getCode() { return new Code(); } @NotNull public Object getAny() { return 1; }"
                            + " public static class Code { @JsonValue public String text; } static Case made() { return new Case(); } }",
                    METADATA,
                    NOT_NULL);

            JsonNode properties = loaded.contract.outputSchema().path("properties");
            assertThat(properties.at("/name/type").stringValue()).isEqualTo("string");
            assertThat(properties.at("/tags/type").stringValue()).isEqualTo("array");
            assertThat(properties.at("/note/type").values()).hasSize(2);
            assertThat(properties.at("/code/type").values()).hasSize(2);
            loaded.writes();
        }
    }

    @Test
    void aConstraintThatKotlinPutsOnAParameterIsWarnedOf() throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            Loaded loaded = load(
                    runtime,
                    "Case",
                    "@kotlin.Metadata public class Case { private final String name; @JsonCreator public Case("
                            + "@NotBlank @JsonProperty(\"name\") String name) { this.name = name; }"
                            + " public String getName() { return name; } }",
                    METADATA,
                    NOT_NULL);

            assertThat(loaded.takes("{\"name\":\" \"}")).isTrue();
            assertThat(project.events.warnings)
                    .singleElement()
                    .asString()
                    .contains(
                            "the schema cannot say @NotBlank (it is on a parameter of the constructor, where the validator"
                                    + " does not look: write @field:NotBlank)");
        }
    }

    private Loaded load(Runtimes runtime, String type, String source, String... others) throws Exception {
        Path classes = directory.resolve(runtime + "-" + System.nanoTime());
        List<Path> libraries = new ArrayList<>(runtime.libraries());
        project = new TestProject(classes.resolve("project")).on(libraries);
        for (String other : others) {
            Compiled.into(classes, libraries, other);
        }
        libraries.add(classes);
        String databind = runtime == Runtimes.JACKSON_2 ? "com.fasterxml.jackson.databind." : "tools.jackson.databind.";
        Compiled.into(classes, libraries, IMPORTS + source.replace("@databind.", "@" + databind));
        project.with(classes);
        Contract contract = project.generate(TestProject.types("A", type, type)).get(0);
        URLClassLoader loader = new URLClassLoader(
                new java.net.URL[] {classes.toUri().toURL()}, GeneratedClassesTest.class.getClassLoader());
        return new Loaded(contract, loader.loadClass(type), runtime);
    }

    private record Loaded(Contract contract, Class<?> type, Runtimes runtime) {

        void agrees(String... payloads) {
            for (String payload : payloads) {
                assertThat(takes(payload))
                        .as("%s%n%s", payload, Json.compact(contract.inputSchema()))
                        .isEqualTo(binds(payload));
            }
        }

        boolean takes(String payload) {
            return takes(contract.inputSchema(), payload);
        }

        private static boolean takes(JsonNode schema, String payload) {
            Schema compiled = Draft07.compile(schema);
            return compiled.validate(Json.read(payload)).isEmpty();
        }

        private boolean binds(String payload) {
            try {
                return Runtimes.violations(runtime.read(payload, type)).isEmpty();
            } catch (Exception e) {
                return false;
            }
        }

        void writes() throws Exception {
            Method made = type.getDeclaredMethod("made");
            made.setAccessible(true);
            String written = runtime.write(made.invoke(null));
            assertThat(takes(contract.outputSchema(), written))
                    .as("%s%n%s", written, Json.compact(contract.outputSchema()))
                    .isTrue();
        }
    }
}
