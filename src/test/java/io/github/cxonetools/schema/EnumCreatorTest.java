package io.github.cxonetools.schema;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Enums that a factory method makes: it may take more than the names that are written. */
class EnumCreatorTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void oneThatTakesWhatIsWrittenHasThoseNames(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(@NotNull Status status, List<Status> all, Map<Status, Integer> counts) {"
                        + " static Case made() { return new Case(Status.ON_HOLD, List.of(Status.OPEN), Map.of(Status.OPEN, 1)); } }",
                "public enum Status { OPEN(\"open\"), ON_HOLD(\"on-hold\"); private final String value;"
                        + " Status(String v) { value = v; } @JsonValue public String getValue() { return value; }"
                        + " @JsonCreator public static Status fromValue(String v) { for (Status s : values()) {"
                        + " if (s.value.equals(v)) { return s; } } throw new IllegalArgumentException(\"Unexpected \" + v); } }");

        made.accepts(
                "{\"status\":\"open\"}", "{\"status\":\"on-hold\",\"all\":[\"open\",null],\"counts\":{\"open\":2}}");
        made.refuses(
                "{\"status\":\"OPEN\"}",
                "{\"status\":\"Open\"}",
                "{\"status\":\"on_hold\"}",
                "{\"status\":\" open\"}",
                "{\"status\":\"\"}",
                "{\"status\":null}",
                "{\"status\":{}}",
                "{\"status\":\"open\",\"counts\":{\"OPEN\":2}}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void oneThatMindsNoCaseTakesNamesInAny(Runtimes runtime) throws Exception {
        for (String code : new String[] {
            "return valueOf(v.toUpperCase(Locale.ROOT));",
            "for (Status s : values()) { if (s.name().equalsIgnoreCase(v)) { return s; } } throw new IllegalArgumentException(v);"
        }) {
            CompiledCase made = load(
                    runtime,
                    "public record Case(@NotNull Status status, Map<Status, Integer> counts) {"
                            + " static Case made() { return new Case(Status.ON_HOLD, Map.of(Status.OPEN, 1)); } }",
                    "public enum Status { OPEN, ON_HOLD; @JsonCreator static Status of(String v) { " + code + " } }");

            made.accepts(
                    "{\"status\":\"OPEN\"}",
                    "{\"status\":\"open\"}",
                    "{\"status\":\"On_hOLD\",\"counts\":{\"Open\":2}}");
            made.refuses(
                    "{\"status\":\"onhold\"}",
                    "{\"status\":\" open\"}",
                    "{\"status\":\"other\"}",
                    "{\"status\":5}",
                    "{\"status\":\"open\",\"counts\":{\"x\":2}}");
            made.writes();
            assertThat(made.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void blanksAroundANameMayNotMatter(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(Status status, String s) { static Case made() { return new Case(Status.OPEN, null); } }",
                "public enum Status { OPEN, CLOSED, MOVED, DONE, ON_HOLD;"
                        + " @JsonCreator static Status of(String v) { return valueOf(v.trim().toUpperCase(Locale.ROOT).replace('-', '_')); } }");

        made.accepts(
                "{\"status\":\" open \"}",
                "{\"status\":\"\\tOn_Hold\\n\"}",
                "{\"status\":\"on-hold\"}",
                "{\"status\":null}");
        made.refuses("{\"status\":\"op en\"}", "{\"status\":\"\"}", "{\"status\":\"other\"}");
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void otherNamesThatItsCodeKnowsAreTaken(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(@NotNull Channel channel, Set<Channel> more) { static Case made() {"
                        + " return new Case(Channel.VOICE, Set.of(Channel.CHAT)); } }",
                "public enum Channel { VOICE(\"v\", List.of(\"phone\", \"tel\")), CHAT(\"c\", List.of()); private final String code;"
                        + " private final List<String> also; Channel(String c, List<String> a) { code = c; also = a; }"
                        + " @JsonCreator(mode = JsonCreator.Mode.DELEGATING) static Channel of(String v) {"
                        + " for (Channel c : values()) { if (c.name().equals(v) || c.code.equals(v) || c.also.contains(v)) { return c; } }"
                        + " switch (v) { case \"webchat\": return CHAT; default: throw new IllegalArgumentException(v); } } }");

        made.accepts(
                "{\"channel\":\"VOICE\"}",
                "{\"channel\":\"v\"}",
                "{\"channel\":\"tel\",\"more\":[\"CHAT\",\"webchat\"]}",
                "{\"channel\":\"webchat\",\"more\":[\"c\",\"c\"]}");
        made.refuses("{\"channel\":\"voice\"}", "{\"channel\":\"fax\"}", "{\"channel\":\"\"}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatItsCodePutsToANameMayBeLeftOut(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(@NotNull Role role, String s) { static Case made() { return new Case(Role.ROLE_A, null); } }",
                "public enum Role { ROLE_A, ROLE_B, ROLE_C, ROLE_D, ROLE_E, ROLE_F_G; @JsonCreator static Role of(String v) {"
                        + " String name = v.replace('-', '_'); return valueOf(name.startsWith(\"ROLE_\") ? name : \"ROLE_\" + name); } }");

        made.accepts("{\"role\":\"ROLE_A\"}", "{\"role\":\"E\"}", "{\"role\":\"F_G\"}", "{\"role\":\"ROLE-F-G\"}");
        made.refuses("{\"role\":\"ROLE\"}", "{\"role\":\"a\"}", "{\"role\":\"G\"}", "{\"role\":\"\"}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatIsBlankMayBecomeNull(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(Status status, @NotNull Status must) { static Case made() { return new Case(null, Status.OPEN); } }",
                "public enum Status { OPEN, CLOSED; @JsonCreator static Status of(String v) {"
                        + " return v.isBlank() ? null : valueOf(v.trim()); } }");

        made.accepts("{\"must\":\" OPEN\",\"status\":\"\"}", "{\"must\":\"CLOSED\",\"status\":\" \"}");
        made.refuses("{\"must\":\"\"}", "{\"must\":\" \"}", "{\"must\":\"OPEN\",\"status\":\"x\"}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void oneThatTakesUnknownNamesTakesAnyText(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(@NotNull Status status, Map<Status, Integer> counts) {"
                        + " static Case made() { return new Case(Status.OPEN, Map.of(Status.OPEN, 1)); } }",
                "public enum Status { OPEN, UNKNOWN; @JsonCreator static Status of(String v) {"
                        + " for (Status s : values()) { if (s.name().equals(v)) { return s; } } return UNKNOWN; } }");

        made.accepts("{\"status\":\"OPEN\"}", "{\"status\":\"x\",\"counts\":{\"y\":1}}", "{\"status\":\"\"}");
        made.refuses("{\"status\":null}", "{}", "{\"status\":{}}", "{\"status\":\"OPEN\",\"counts\":{\"y\":\"x\"}}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void anUnknownNameThatBecomesNullIsTakenWhereNullIs(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(Status status, @NotNull Status must, List<@NotNull Status> all, Map<Status, Integer> counts) {"
                        + " static Case made() { return new Case(null, Status.OPEN, List.of(), Map.of(Status.OPEN, 1)); } }",
                "public enum Status { OPEN, CLOSED; @JsonCreator static Status of(String v) {"
                        + " for (Status s : values()) { if (s.name().equals(v)) { return s; } } return null; } }");

        made.accepts(
                "{\"must\":\"OPEN\",\"status\":\"x\"}",
                "{\"must\":\"CLOSED\",\"all\":[\"OPEN\"],\"counts\":{\"OPEN\":1}}");
        made.refuses(
                "{\"must\":\"x\"}", "{\"must\":\"OPEN\",\"all\":[\"x\"]}", "{\"must\":\"OPEN\",\"counts\":{\"x\":1}}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void oneThatIsMadeOfANumberTakesThose(Runtimes runtime) throws Exception {
        String strict = "public enum Level { LOW(10), HIGH(20); private final int code; Level(int c) { code = c; }"
                + " @JsonCreator static Level of(int code) { for (Level l : values()) { if (l.code == code) { return l; } }"
                + " throw new IllegalArgumentException(); } }";
        for (String source : new String[] {
            strict,
            strict.replace("static Level of(int", "static Level of(Integer"),
            strict.replace(
                    "@JsonCreator",
                    "@JsonValue int code() { return code; } @JsonCreator(mode = JsonCreator.Mode.DELEGATING)")
        }) {
            CompiledCase made = load(
                    runtime,
                    "public record Case(@NotNull Level level, String s) { static Case made() { return new Case(Level.LOW, null); } }",
                    source);

            made.accepts("{\"level\":10}", "{\"level\":20}", "{\"level\":10.0}");
            made.refuses("{\"level\":0}", "{\"level\":15}", "{\"level\":\"LOW\"}", "{\"level\":null}");
            made.writes();
            assertThat(made.warnings()).isEmpty();
        }
        CompiledCase lenient = load(
                runtime,
                "public record Case(@NotNull Level level, String s) { static Case made() { return new Case(Level.LOW, null); } }",
                strict.replace("throw new IllegalArgumentException()", "return HIGH"));
        lenient.accepts("{\"level\":10}", "{\"level\":-7}", "{\"level\":2147483647}");
        lenient.refuses("{\"level\":2147483648}", "{\"level\":\"x\"}");
        assertThat(lenient.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void oneThatIsMadeOfABooleanTakesThose(Runtimes runtime) throws Exception {
        CompiledCase made = load(
                runtime,
                "public record Case(@NotNull Power power, Agreed agreed) { static Case made() { return new Case(Power.ON, null); } }",
                "public enum Power { ON, OFF; @JsonCreator static Power of(boolean on) { return on ? ON : OFF; }"
                        + " @JsonValue boolean isOn() { return this == ON; } }",
                "public enum Agreed { YES; @JsonCreator static Agreed of(Boolean yes) { if (!yes) {"
                        + " throw new IllegalArgumentException(); } return YES; } @JsonValue boolean yes() { return true; } }");

        made.accepts("{\"power\":true}", "{\"power\":false,\"agreed\":true}");
        made.refuses("{\"power\":\"ON\"}", "{\"power\":null}", "{\"power\":true,\"agreed\":false}");
        made.writes();
        assertThat(made.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void oneThatIsMadeOfAnObjectTakesThose(Runtimes runtime) throws Exception {
        for (String parameter : new String[] {"String", "int"}) {
            String one = parameter.equals("int") ? "1" : "\"a\"";
            String two = parameter.equals("int") ? "2" : "\"b\"";
            CompiledCase made = load(
                    runtime,
                    "public record Case(@NotNull Level level, String s) { static Case made() { return new Case(Level.LOW, null); } }",
                    "public enum Level { LOW(" + one + "), HIGH(" + two + "); private final " + parameter
                            + " code; Level("
                            + parameter
                            + " c) { code = c; } @JsonCreator(mode = JsonCreator.Mode.PROPERTIES) static Level of("
                            + "@JsonProperty(\"code\") " + parameter + " code) { for (Level l : values()) {"
                            + " if (Objects.equals(l.code, code)) { return l; } } throw new IllegalArgumentException(); } }");

            made.accepts("{\"level\":{\"code\":" + one + "}}", "{\"level\":{\"code\":" + two + ",\"x\":1}}");
            made.refuses(
                    "{\"level\":{\"code\":\"c\"}}",
                    "{\"level\":{\"code\":3}}",
                    "{\"level\":{}}",
                    "{\"level\":null}",
                    "{\"level\":[]}");
            made.writes();
            assertThat(made.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Runtimes.class)
    void whatOnlyCodeKnowsIsWarnedOf(Runtimes runtime) throws Exception {
        CompiledCase prefix = load(
                runtime,
                "public record Case(@NotNull Status status, String s) { static Case made() { return new Case(Status.OPEN, null); } }",
                "public enum Status { OPEN, CLOSED; @JsonCreator static Status of(String v) { for (Status s : values()) {"
                        + " if (!v.isEmpty() && s.name().startsWith(v)) { return s; } } throw new IllegalArgumentException(v); } }");
        CompiledCase pair = load(
                runtime,
                "public record Case(@NotNull Status status, String s) { static Case made() { return new Case(Status.OPEN, null); } }",
                "public enum Status { OPEN, CLOSED; @JsonCreator static Status of(@JsonProperty(\"a\") String a,"
                        + " @JsonProperty(\"b\") String b) { return valueOf(a + b); } }");

        prefix.accepts("{\"status\":\"OP\"}", "{\"status\":\"CLOSED\"}");
        pair.accepts("{\"status\":{\"a\":\"OP\",\"b\":\"EN\"}}");
        prefix.writes();
        for (CompiledCase one : new CompiledCase[] {prefix, pair}) {
            assertThat(one.warnings())
                    .containsExactly("Case.status: the schema cannot say what Status.of takes (only its"
                            + " code knows), so payloads that break it are accepted");
        }
    }

    private CompiledCase load(Runtimes runtime, String... sources) throws Exception {
        return CompiledCase.load(directory, runtime, sources);
    }
}
