package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SourceCommentsTest {

    private static final ActionDefinition ACTION = TestProject.action("A", "com.example.Handler");

    private static final Map<String, String> SOURCES = Map.of(
            "com/example/Handler.java",
            """
            package com.example;

            /** Answers orders. */
            public class Handler implements java.util.function.Function<Order, Answer> {
                public Answer apply(Order order) {
                    return null;
                }

                /** Answers them by name. */
                public Answer named(Order order) {
                    return null;
                }

                public Answer silent(Order order) {
                    return null;
                }
            }
            """,
            "com/example/Order.java",
            """
            package com.example;

            import com.fasterxml.jackson.annotation.*;

            /**
             * An order, as a shop sends it. It is paid.
             *
             * @param id what the shop calls it; it is unique. Never reused
             * @param lines <b>at least</b> one {@link Line}
             * @param said what the source says
             * @param <T> nothing that concerns anybody
             */
            public record Order(
                    String id, java.util.List<Line> lines, @JsonPropertyDescription("what the annotation says") String said,
                    String silent, Address address) {

                /** A line. */
                public record Line(int amount) {}
            }
            """,
            "com/example/Answer.java",
            """
            package com.example;

            public class Answer extends Base {
                /** How many there are. */
                private int count;

                private String total;

                /** Not of {@code total}, though a field stands before. */
                static String constant;

                public int getCount() { return count; }

                /** {@return the sum of all} */
                public String getTotal() { return total; }

                /** Not of the property.
                 * @param total what is read */
                public void setTotal(String total) { this.total = total; }

                /** @return whether it is final */
                public boolean isFinal() { return true; }
            }

            class Base {
                /** From the class it extends, in a file of another name. */
                public String inherited;
            }
            """,
            "com/example/Address.java",
            """
            package com.example;

            import com.fasterxml.jackson.annotation.*;

            /** Where a parcel goes. */
            @JsonClassDescription("as the annotation says")
            public class Address {
                private final String street;
                private String city;

                /**
                 * Makes one.
                 *
                 * @param way with its number
                 */
                @JsonCreator
                public Address(@JsonProperty("street") String way) {
                    this.street = way;
                }

                /** Sets it.
                 * @param city without its code */
                public void setCity(String city) {
                    this.city = city;
                }
            }
            """);

    @TempDir
    private Path directory;

    private TestProject project;

    @BeforeEach
    void compile() throws Exception {
        SOURCES.forEach(this::write);
        project = new TestProject(directory).with(compiled()).sources(directory.resolve("sources"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '|',
            value = {
                "title ~ An order, as a shop sends it",
                "description ~ An order, as a shop sends it. It is paid.",
                "properties/id/title ~ what the shop calls it; it is unique",
                "properties/id/description ~ what the shop calls it; it is unique. Never reused",
                "properties/lines/description ~ at least one Line",
                "properties/lines/title ~ ",
                "properties/lines/items/description ~ A line.",
                "properties/said/description ~ what the annotation says",
                "properties/silent/description ~ ",
                "properties/address/description ~ as the annotation says",
                "properties/address/properties/street/description ~ with its number",
                "properties/address/properties/city/description ~ without its code",
            })
    void anInputIsDescribedByItsSources(String pointer, String text) throws Exception {
        JsonNode input = project.generate(ACTION).get(0).inputSchema();

        assertThat(input.at("/" + pointer).asString("")).isEqualTo(text == null ? "" : text);
    }

    @ParameterizedTest
    @CsvSource({
        "count, How many there are.",
        "total, the sum of all",
        "final, whether it is final",
        "inherited, 'From the class it extends, in a file of another name.'",
    })
    void anOutputIsDescribedByItsFieldsAndGetters(String property, String text) throws Exception {
        JsonNode output = project.generate(ACTION).get(0).outputSchema();

        assertThat(output.at("/properties/" + property + "/description").asString())
                .isEqualTo(text);
    }

    @Test
    void nothingElseOfASchemaDependsOnSources() throws Exception {
        String without = text(new TestProject(directory.resolve("other"))
                .on(project.libraries())
                .generate(ACTION));

        assertThat(undescribed(text(project.generate(ACTION)))).isEqualTo(undescribed(without));
        assertThat(without).contains("what the annotation says").doesNotContain("what the shop calls it");
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Handler, , Answers orders.",
        "com.example.Handler, inherited, Answers orders.",
        "com.example.Handler#named, , Answers them by name.",
        "com.example.Handler#silent, , Answers orders.",
    })
    void anActionIsDescribedByItsHandler(String handler, String inherited, String text) throws Exception {
        Contract contract = project.inheritedDescription(inherited)
                .generate(TestProject.action("A", handler))
                .get(0);

        assertThat(contract.description()).isEqualTo(text);
        assertThat(Files.readString(project.schemas().resolve("A/action.json")))
                .contains("\"description\": \"" + text + "\"");
    }

    @Test
    void whatThePomSaysOfAnActionGoesBefore() throws Exception {
        ActionDefinition said =
                new ActionDefinition("A", "1.0.0", "as the POM says", "com.example.Handler", null, null, null, 5000);

        assertThat(project.generate(said).get(0).description()).isEqualTo("as the POM says");
    }

    @Test
    void whatThePomInheritsIsTheLast() throws Exception {
        ActionDefinition types = TestProject.types("A", "com.example.Order", "com.example.Answer");

        assertThat(project.inheritedDescription("inherited")
                        .generate(types)
                        .get(0)
                        .description())
                .isEqualTo("inherited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '|',
            value = {
                "{@code a < b} and {@literal <c>} ~ a < b and <c>",
                "{@link java.util.List#of(Object) a list} or {@linkplain #x} ~ a list or x",
                "{@link com.example.Order#id} of {@link Order.Line} ~ Order.id of Order.Line",
                "one<p>two<br>three ~ one$two$three",
                "<ul><li>one</li><li>two</li></ul> ~ - one$- two",
                "a &amp; b&nbsp;&lt;c&gt; &#233; &eacute; ~ a & b <c> é é",
                "<em>all</em>   <a href=\"x\">of</a> it ~ all of it",
                "{@unknown tag} {@value #MAX} ~ tag MAX",
                "<pre>{@code$a$  b}</pre> ~ a$b",
                "if 3 < 4 & so ~ if 3 < 4 & so",
                "{@summary The sum. } Rest ~ The sum. Rest",
                "ends* ~ ends*",
            })
    void tagsAndElementsBecomePlainText(String comment, String text) throws Exception {
        write(
                "com/example/Order.java",
                "package com.example;\n/** " + comment.replace('$', '\n') + " */\n"
                        + "public record Order(String id) {}");

        assertThat(project.generate(ACTION)
                        .get(0)
                        .inputSchema()
                        .path("description")
                        .asString())
                .isEqualTo(text.replace('$', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "One. Two. ~ One",
                "As e.g. Ada. Two. ~ As e.g. Ada",
                "Up to 3.5 of it ~ ",
                "One? Two ~ One?",
                "One vs. two ~ ",
                "One<p>Two ~ One",
            })
    void aTitleIsTheFirstSentenceOfSeveral(String comment, String title) throws Exception {
        write(
                "com/example/Order.java",
                "package com.example;\n/** " + comment + " */ public record Order(String id) {}");

        assertThat(project.generate(ACTION).get(0).inputSchema().path("title").asString(""))
                .isEqualTo(title == null ? "" : title);
    }

    @Test
    void aCommentThatChangedGeneratesAnewThoughNoClassDid() throws Exception {
        project.generate(ACTION);
        project.generate(ACTION);
        assertThat(project.events.told).containsExactly("written A", "up to date 1");
        assertThat(project.confirmed(ACTION).get(0).description()).isEqualTo("Answers orders.");

        write(
                "com/example/Handler.java",
                SOURCES.get("com/example/Handler.java").replace("Answers orders", "Takes orders"));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> project.confirmed(ACTION))
                .withMessageContaining(
                        "A: the classes' sources, whose comments it has, changed since its contract was generated");
        project.generate(ACTION);

        assertThat(project.events.told).endsWith("up to date 1", "written A");
        assertThat(project.confirmed(ACTION).get(0).description()).isEqualTo("Takes orders.");
    }

    @Test
    void aSourceThatCameGeneratesAnew() throws Exception {
        Path late = directory.resolve("late");
        project.sources(late).generate(ACTION);
        assertThat(project.generate(ACTION).get(0).description()).isNull();

        Files.createDirectories(late);
        Files.move(directory.resolve("sources/com"), late.resolve("com"));
        assertThat(project.generate(ACTION).get(0).description()).isEqualTo("Answers orders.");
    }

    /** As where what a build makes is deployed from a checkout that has not made it. */
    @Test
    void aSourceThatIsGoneLeavesAContractConfirmed() throws Exception {
        project.generate(ACTION);

        Files.delete(directory.resolve("sources/com/example/Order.java"));

        assertThat(project.confirmed(ACTION)).hasSize(1);
    }

    @Test
    void commentsOfOneActionAreRememberedWhereAnotherIsGenerated() throws Exception {
        ActionDefinition other = TestProject.types("B", "com.example.Address", "com.example.Address");
        project.generate(ACTION, other);

        project.filtered(true).generate(other);
        write("com/example/Answer.java", SOURCES.get("com/example/Answer.java").replace("How many", "So many"));
        project.filtered(false).generate(ACTION, other);

        assertThat(project.events.told).endsWith("written A");
    }

    @Test
    void aSourceInAnotherEncodingThanItsBytesIsReadAllTheSame() throws Exception {
        Files.writeString(
                directory.resolve("sources/com/example/Order.java"),
                "package com.example ~ /** Stra\u00DFe. */ public record Order(String id) {}",
                StandardCharsets.ISO_8859_1);

        assertThat(project.generate(ACTION)
                        .get(0)
                        .inputSchema()
                        .path("description")
                        .asString())
                .isEqualTo("Stra\uFFFDe.");
    }

    /** Compilers from JDK 23 on take it for a comment, and those before do not. */
    @Test
    void aCommentOfThreeSlashesIsNone() throws Exception {
        write(
                "com/example/Order.java",
                "package com.example;\n/// An *order*.\n/// @param id what it is called\npublic record Order(String id) { /** so that it is read */ int x() { return 1; } }");

        JsonNode input = project.generate(ACTION).get(0).inputSchema();

        assertThat(input.has("description")).isFalse();
        assertThat(input.at("/properties/id").has("description")).isFalse();
    }

    private static String text(List<Contract> contracts) {
        return contracts.get(0).inputSchema() + " " + contracts.get(0).outputSchema();
    }

    private static String undescribed(String schemas) {
        return schemas.replaceAll("\"(title|description)\":\"[^\"]*\",", "");
    }

    private void write(String name, String text) {
        try {
            Path file = directory.resolve("sources").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path compiled() throws IOException {
        Path classes = directory.resolve("compiled");
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-cp",
                TestProject.jackson2().stream()
                        .map(Path::toString)
                        .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                        .get()));
        try (Stream<Path> files = Files.walk(directory.resolve("sources"))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }
}
