package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.derive.SchemaEngine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A contract as its files hold it. A module of a thousand actions has all of them at once: trees would take several times the room. */
record ContractText(String name, byte[] input, byte[] output, byte[] action, byte[] members) {

    /** Of a contract's files: raised when an older plugin would misread them. */
    private static final int FORMAT = 1;

    /** @param description what the action does, or null */
    static ContractText of(ActionDefinition action, @Nullable String description, SchemaText input, SchemaText output) {
        ObjectNode members = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        members.set("input", members(input));
        members.set("output", members(output));
        return new ContractText(
                action.name(), input.schema(), output.schema(), bytes(facts(action, description)), bytes(members));
    }

    /**
     * One side of it.
     *
     * @param members the members of the project's classes by JSON pointer, as {@link SchemaEngine#members} says
     */
    record SchemaText(byte[] schema, Map<String, Set<String>> members) {}

    /** A text, or several where a place holds one of several types. */
    private static ObjectNode members(SchemaText side) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        side.members().forEach((pointer, names) -> {
            if (names.size() == 1) {
                members.put(pointer, names.iterator().next());
            } else {
                names.forEach(members.putArray(pointer)::add);
            }
        });
        return members;
    }

    /** As it stands in a file. */
    static byte[] bytes(JsonNode value) {
        return Json.pretty(value).getBytes(StandardCharsets.UTF_8);
    }

    /** What no environment changes. */
    private static ObjectNode facts(ActionDefinition action, @Nullable String description) {
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("name", action.name())
                .put("version", action.version());
        if (description != null) {
            facts.put("description", description);
        }
        return facts.put("timeoutMs", action.timeoutMs());
    }

    /** As {@link ContractDigest#ofFiles} gives it once they are written. */
    String digest() {
        return ContractDigest.of(Map.of(
                ContractWriter.INPUT, input,
                ContractWriter.OUTPUT, output,
                ContractWriter.ACTION, action,
                ContractWriter.MEMBERS, members));
    }
}
