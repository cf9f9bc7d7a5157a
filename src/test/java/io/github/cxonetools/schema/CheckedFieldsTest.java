package io.github.cxonetools.schema;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether null may be written, where code keeps it out: as Lombok's {@code @NonNull} and careful constructors do. */
class CheckedFieldsTest {

    private static final String CHECK =
            "if (a == null) { throw new NullPointerException(\"a is marked non-null but is null\"); } ";

    private static final String NULL = "{\"a\":null,\"b\":null}";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Lombok's @Value, @Data, @RequiredArgsConstructor.
                "public class Case { private final String a; private String b;"
                        + " @JsonCreator public Case(@JsonProperty(\"a\") String a) { CHECK this.a = a; } GETTERS"
                        + " public void setB(String b) { this.b = b; } }",
                "public class Case { private String a; private String b; public Case(String a) { CHECK this.a = a; } GETTERS"
                        + " @JsonCreator public static Case of(@JsonProperty(\"a\") String a) { return new Case(a); }"
                        + " public void setA(String a) { CHECK this.a = a; } public void setB(String b) { this.b = b; } }",
                // @SuperBuilder.
                "public class Case { private final String a; private final String b; protected Case(Builder c) { this.a = c.a;"
                        + " if (a == null) { throw new NullPointerException(\"a\"); } this.b = c.b; } GETTERS"
                        + " public static class Builder { String a; String b; } }",
                // By hand.
                "public record Case(String a, String b) { public Case { Objects.requireNonNull(a, \"a\"); } }",
                "public record Case(String a, String b) { public Case { a = Objects.requireNonNull(a).trim();"
                        + " if (b != null && b.isEmpty()) { b = null; } } }",
                "public record Case(List<String> a, String b) { public Case { a = a == null ? List.of() : List.copyOf(a);"
                        + " Objects.requireNonNullElse(b, \"\"); } }",
                "public record Case(String a, String b) { public Case { if (a == null) { a = \"none\"; } } "
                        + "static void check(Object o) { Objects.requireNonNull(o); } }",
                "public record Case(String a, String b) { public Case(String a) { this(a, null); }"
                        + " @JsonCreator public Case { CHECK if (a.length() > 9) { throw new IllegalArgumentException(); } } }",
            })
    void whatIsCheckedIsNeverWrittenAsNull(String source) throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            CompiledCase made = load(runtime, source);
            assertThat(made.writesLike("{\"a\":null,\"b\":\"x\"}")).as(source).isFalse();
            assertThat(made.writesLike("{\"a\":\"x\",\"b\":null}") || made.writesLike("{\"a\":[\"x\"],\"b\":null}"))
                    .as(source)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // @NoArgsConstructor leaves it.
                "public class Case { private String a; private String b; public Case() {}"
                        + " public Case(String a) { CHECK this.a = a; } GETTERS public void setA(String a) { CHECK this.a = a; } }",
                // A setter of one's own.
                "public class Case { private String a; private String b; public Case(String a) { CHECK this.a = a; } GETTERS"
                        + " public void setA(String a) { this.a = a; } }",
                // A class inside it.
                "public class Case { private String a; private String b; public Case(String a) { CHECK this.a = a; } GETTERS"
                        + " public static class Reset { public void of(Case c) { c.a = null; } } }",
                // Anybody.
                "public class Case { public String a; public String b; public Case(String a) { CHECK this.a = a; } }",
                // Jackson sets the field itself.
                "public class Case { private String a = \"x\"; private String b; static void check(Object o) {"
                        + " Objects.requireNonNull(o); } GETTERS }",
                // Checked on one way only.
                "public class Case { private String a; private String b; public Case(String a, boolean strict) {"
                        + " if (strict) { CHECK } this.a = a; } GETTERS }",
                "public class Case { private String a; private String b; public Case(String a) { try { CHECK }"
                        + " catch (NullPointerException e) { b = \"x\"; } this.a = a; } GETTERS }",
                // Checked, and then another.
                "public class Case { private String a; private String b; public Case(String a, String c) { CHECK a = c;"
                        + " this.a = a; } GETTERS }",
                "public class Case { private String a; private String b; public Case(String a) { CHECK this.a = a;"
                        + " if (a.isEmpty()) { this.a = null; } } GETTERS }",
                "public class Case { private String a; private String b; public Case(String a) { this.a = notNull(a); } GETTERS"
                        + " private static String notNull(String a) { return a; } }",
                "public class Case { private String a; private String b; public Case(String a) { CHECK for (int i = 0; i < 3; i++) {"
                        + " this.a = a; } } GETTERS }",
            })
    void whatMayBeNullMayBeWrittenSo(String source) throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            assertThat(load(runtime, source).writesLike(NULL)).as(source).isTrue();
        }
    }

    /** Its getter gives something else. */
    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void aGetterWithCodeOfItsOwnTellsNothing(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public class Case { private final String a; @JsonCreator public Case(@JsonProperty(\"a\") String a) { CHECK"
                        + " this.a = a; } public String getA() { return a.isEmpty() ? null : a; } public String getB() { return null; }"
                        + " static Case made() { return new Case(\"\"); } }");

        made.writes();
    }

    private CompiledCase load(Runtimes runtime, String source) throws Exception {
        String getters = "public String getA() { return a; } public String getB() { return b; }";
        return CompiledCase.written(
                directory, runtime, source.replace("CHECK", CHECK).replace("GETTERS", getters));
    }
}
