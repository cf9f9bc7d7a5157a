package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a team writes that has no plugin for it: each fixture through input schema, handler and output schema. */
class EnrichTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema input = schema("input");
    private final JsonSchema output = schema("output");
    private final Enrich handler = new Enrich();

    @TestFactory
    Stream<DynamicTest> fixtures() throws IOException {
        return Files.list(Path.of(System.getProperty("fixtures"), "Enrich"))
                .sorted()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }

    private void play(Path file) throws IOException {
        JsonNode payload = JSON.readTree(Files.readAllBytes(file));
        assertEquals(Set.of(), input.validate(payload));
        Decision decision = handler.apply(JSON.treeToValue(payload, Interaction.class));
        assertEquals(Set.of(), output.validate(JSON.valueToTree(decision)));
    }

    private static JsonSchema schema(String side) {
        try (InputStream in = EnrichTest.class.getResourceAsStream("/META-INF/cxone/Enrich/" + side + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
