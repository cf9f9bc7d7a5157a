package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.schema.corpus.InteractionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Which Java members the places of payloads come from, as {@code members.json} says it. */
class SchemaMembersTest {

    @TempDir
    Path directory;

    @Test
    void eachPropertyNamesItsMember() throws Exception {
        TestProject project = new TestProject(directory).on(TestProject.jackson2());
        project.generate(TestProject.types(
                "Routing",
                InteractionEvent.class.getName(),
                "java.util.List<" + InteractionEvent.class.getName() + ">"));

        JsonNode members = Json.read(Files.readAllBytes(project.schemas().resolve("Routing/members.json")));
        assertThat(members.path("format").intValue()).isEqualTo(1);
        assertThat(members.path("input").properties())
                .extracting(member -> member.getKey() + " " + member.getValue().stringValue())
                .contains(
                        "/ InteractionEvent",
                        "/channel_type InteractionEvent.channelType",
                        "/tags InteractionEvent.tags",
                        "/tags/0 InteractionEvent.tags");
        assertThat(members.path("output").path("/0/channel_type").stringValue())
                .isEqualTo("InteractionEvent.channelType");
    }

    /** A type id is no member, nor is a wrapper that is named by one; they stand at that of the value. */
    @Test
    void noPlaceOfTheCorpusLacksAMember() throws Exception {
        List<String> nameless = new ArrayList<>();
        for (CorpusCase one : CorpusCase.all()) {
            collect(one.input(), "", one.members().path("input"), one.type().getSimpleName() + " input", nameless);
            collect(one.output(), "", one.members().path("output"), one.type().getSimpleName() + " output", nameless);
        }
        assertThat(nameless).isEmpty();
    }

    private static void collect(
            JsonNode schema, String pointer, JsonNode members, String where, List<String> nameless) {
        if (!schema.isObject()) {
            return;
        }
        JsonNode around = members.path(pointer.isEmpty() ? "/" : pointer);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String below = pointer + "/" + JsonPointers.escaped(property.getKey());
            JsonNode own = members.path(below);
            boolean isTypeId = property.getValue().has("const")
                    || property.getValue().has("enum")
                    || schema.path("not").path("properties").has(property.getKey())
                    || schema.path("additionalProperties").isBoolean()
                            && schema.path("properties").size() == 1;
            if (own.isMissingNode() || own.equals(around) && !isTypeId) {
                nameless.add(where + " " + below + ": " + own);
            }
            collect(property.getValue(), below, members, where, nameless);
        }
        collect(schema.path("additionalProperties"), pointer + "/*", members, where, nameless);
        collect(schema.path("items"), pointer + "/0", members, where, nameless);
        for (int i = 0;
                schema.path("items").isArray() && i < schema.path("items").size();
                i++) {
            collect(schema.path("items").get(i), pointer + "/" + i, members, where, nameless);
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(keyword).forEach(branch -> collect(branch, pointer, members, where, nameless));
        }
    }
}
