package io.github.cxonetools;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what tests write against the schemas that the plugin publishes; integration tests call it too. A member that a schema
 * does not tell of is an error here, though not to readers of reports, who must expect more members than they know.
 */
public final class ReportSchemas {

    public static final List<String> REPORTS = List.of("compatibility", "deployment", "metrics", "plan", "simulation");

    private static final Map<String, PayloadValidator> STRICT = new ConcurrentHashMap<>();

    private ReportSchemas() {}

    /** The schema as it is published. */
    public static JsonNode of(String name) {
        String file = "/io/github/cxonetools/schemas/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(ReportSchemas.class.getResourceAsStream(file), file)) {
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void assertValid(String name, JsonNode document) {
        List<String> problems = STRICT.computeIfAbsent(name, key -> PayloadValidator.of(strict(of(key))))
                .validate(document);
        assertThat(problems).as(name + ".json: " + document).isEmpty();
    }

    /** Holds every report in a directory, and in those below it; returns how many there are. */
    public static int assertAllValid(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> REPORTS.contains(name(file)))
                    .toList();
        }
        for (Path file : files) {
            assertValid(name(file), Json.read(Files.readAllBytes(file)));
        }
        return files.size();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static JsonNode strict(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && schema.path("type").asString("").equals("object")
                && schema.has("properties")
                && !schema.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ReportSchemas::strict);
        return schema;
    }
}
