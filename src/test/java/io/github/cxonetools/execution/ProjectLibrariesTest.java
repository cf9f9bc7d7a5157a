package io.github.cxonetools.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectLibrariesTest {

    private static final List<Class<?>> JACKSON_2 = List.of(
            ObjectMapper.class, com.fasterxml.jackson.core.JsonFactory.class, JsonProperty.class, JavaTimeModule.class);
    private static final List<Class<?>> JACKSON_3 =
            List.of(JsonMapper.class, tools.jackson.core.json.JsonFactory.class, JsonProperty.class);
    private static final List<Class<?>> VALIDATOR = List.of(
            org.hibernate.validator.HibernateValidator.class,
            jakarta.validation.Validation.class,
            org.jboss.logging.Logger.class,
            com.fasterxml.classmate.TypeResolver.class);

    private static final String ORDER = "{\"order_id\":\"o-1\",\"placed_at\":\"2026-01-31T12:00:00Z\",\"more\":1}";

    @TempDir
    Path directory;

    @Test
    void bindsByTheProjectsJackson2WithItsModulesAndDatesAsText() throws Exception {
        assertThat(call("Jackson2", "Order2", ORDER, JACKSON_2))
                .isEqualTo("{\"order_id\":\"o-1!\",\"placed_at\":\"2026-01-31T12:00:00Z\"}");
    }

    @Test
    void bindsByTheProjectsJackson3() throws Exception {
        assertThat(call("Jackson3", "Order3", ORDER, JACKSON_3))
                .isEqualTo("{\"order_id\":\"o-1!\",\"placed_at\":\"2026-01-31T12:00:00Z\"}");
    }

    @Test
    void bindsByTheJacksonThatTheClassesAreAnnotatedForWhereBothAreThere() throws Exception {
        assertThat(call("Jackson2", "Order2", ORDER, JACKSON_2, JACKSON_3)).startsWith("{\"order_id\":\"o-1!\"");
        assertThat(call("Jackson3", "Order3", ORDER, JACKSON_2, JACKSON_3)).startsWith("{\"order_id\":\"o-1!\"");
    }

    @Test
    void readsTheProjectsAnnotationsWithOurJacksonWhereTheProjectHasOnlyThose() throws Exception {
        assertThat(call(
                        "AnnotationsOnly",
                        "Annotated",
                        "{\"order_id\":\"o-1\",\"placedAt\":\"2026-01-31T12:00:00Z\"}",
                        List.of(JsonProperty.class)))
                .isEqualTo("{\"order_id\":\"o-1!\",\"placedAt\":\"2026-01-31T12:00:00Z\"}");
    }

    @Test
    void passesTreesOfEitherJacksonThrough() throws Exception {
        String two = "com.fasterxml.jackson.databind.JsonNode";
        String three = "tools.jackson.databind.JsonNode";
        String json = "{\"a\":{\"b\":[1.10,null]}}";

        assertThat(run("Tree2", two, two, json, JACKSON_2, JACKSON_3)).isEqualTo("{\"b\":[1.1,null]}");
        assertThat(run("Tree3", three, three, json, JACKSON_2, JACKSON_3)).startsWith("{\"b\":[1.1");
    }

    @Test
    void namesTheLibraryThatTheClassPathLacks() throws Exception {
        String two = "com.fasterxml.jackson.databind.JsonNode";

        assertThat(run("Tree2", two, two, "{}", JACKSON_3))
                .contains("java.lang.NoClassDefFoundError: com/fasterxml/jackson/databind/JsonNode:"
                        + " no such class on the test class path. Is a dependency missing?");
        assertThat(run("Lacking", "java.lang.String", "java.lang.String", "\"a\"", JACKSON_3))
                .contains("java.lang.NoClassDefFoundError: org/jboss/logging/Logger:"
                        + " no such class on the test class path. Is a dependency missing?");
    }

    @Test
    void saysWhichConstraintAPayloadBreaksAfterBinding() throws Exception {
        String checked = BoundHandlers.class.getName() + "$Checked";

        assertThat(run("Checking", checked, "java.lang.Integer", "{\"name\":\"abc\"}", JACKSON_3, VALIDATOR))
                .isEqualTo("3");
        assertThat(run(
                        "Checking",
                        checked,
                        "java.lang.Integer",
                        "{\"name\":\"a\",\"lines\":[{\"amount\":1},{\"amount\":10}]}",
                        JACKSON_3,
                        VALIDATOR))
                .isEqualTo("binding: /lines/1/amount breaks @Max(value=9); /name breaks @Size(max=4, min=2)");
    }

    @Test
    void pointsToTheMemberOfAMapWhateverItsName() throws Exception {
        String keyed = BoundHandlers.class.getName() + "$Keyed";
        String payload = "{\"byName\":{\"a.b/c\":10,\"ok\":1},\"lines\":{\"x.y[0]\":{\"amount\":10}},\"list\":[1,10]}";

        assertThat(run("CheckingKeys", keyed, "java.lang.Integer", payload, JACKSON_3, VALIDATOR))
                .isEqualTo("binding: /byName/a.b~1c breaks @Max(value=9); /lines/x.y[0]/amount breaks @Max(value=9);"
                        + " /list/1 breaks @Max(value=9)");
    }

    @Test
    void saysOnlyTheFirstOfManyConstraints() throws Exception {
        String checked = BoundHandlers.class.getName() + "$Checked";
        String lines = "{\"amount\":10},".repeat(30_000);
        String payload = "{\"name\":\"abc\",\"lines\":[" + lines + "{\"amount\":1}]}";
        assertThat(run("Checking", checked, "java.lang.Integer", payload, JACKSON_3, VALIDATOR))
                .startsWith("binding: /lines/0/amount breaks @Max(value=9); /lines/1/amount breaks @Max(value=9); ")
                .endsWith("; and 29980 more");
    }

    @Test
    void cutsALongPointer() throws Exception {
        String payload = "{\"" + "k".repeat(40_000) + "\":\"no number\"}";
        String map = "java.util.Map<java.lang.String,java.lang.Integer>";
        assertThat(run("Counting", map, "java.lang.Integer", payload, JACKSON_3))
                .startsWith("binding: /kkk")
                .hasSizeLessThan(2100);
    }

    @Test
    void saysWhatAnAnswersGetterHasThrown() throws Exception {
        String map = "java.util.Map<java.lang.String,java.lang.Integer>";
        String output = BoundHandlers.class.getName() + "$Unwilling";

        for (List<?> jackson : List.of(JACKSON_2, JACKSON_3)) {
            assertThat(run("Refusing", map, output, "{}", jackson))
                    .contains("/name java.lang.IllegalStateException: no name");
        }
    }

    private String call(String handler, String type, String payload, List<?>... libraries) throws Exception {
        String bound = BoundHandlers.class.getName() + "$" + type;
        return run(handler, bound, bound, payload, libraries);
    }

    private String run(String handler, String input, String output, String payload, List<?>... libraries)
            throws Exception {
        List<Path> classPath = new ArrayList<>();
        classPath.add(WorkerFiles.locationOf(BoundHandlers.class));
        for (List<?> library : libraries) {
            for (Object member : library) {
                classPath.add(WorkerFiles.locationOf((Class<?>) member));
            }
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        WorkerSettings settings =
                new WorkerSettings(java, classPath, "-Duser.language=de -Duser.country=DE", directory, 100_000);
        try (HandlerWorkers workers = HandlerWorkers.start(settings, Map.of())) {
            HandlerAnswer answer = workers.handler(BoundHandlers.class.getName() + "$" + handler, "", input, output)
                    .call(payload.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(20));
            return answer instanceof HandlerAnswer.Output given
                    ? new String(given.json(), StandardCharsets.UTF_8)
                    : answer instanceof HandlerAnswer.BindingFailure refused
                            ? "binding: " + refused.problem()
                            : answer instanceof HandlerAnswer.UnusableOutput unusable
                                    ? unusable.problem()
                                    : answer.toString();
        }
    }
}
