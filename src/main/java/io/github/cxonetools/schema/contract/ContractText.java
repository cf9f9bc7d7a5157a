package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A contract as its files hold it. A module of a thousand actions has all of them at once: trees would take several times the room. */
record ContractText(String name, byte[] input, byte[] output, byte[] action) {

    /** Of a contract's files: raised when an older plugin would misread them. */
    private static final int FORMAT = 1;

    static ContractText of(ActionDefinition action, byte[] input, byte[] output) {
        return new ContractText(action.name(), input, output, bytes(facts(action)));
    }

    /** As it stands in a file. */
    static byte[] bytes(JsonNode value) {
        return Json.pretty(value).getBytes(StandardCharsets.UTF_8);
    }

    /** What no environment changes. */
    private static ObjectNode facts(ActionDefinition action) {
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("name", action.name())
                .put("version", action.version());
        if (action.description() != null) {
            facts.put("description", action.description());
        }
        return facts.put("timeoutMs", action.timeoutMs());
    }

    /** The same digest as {@link GeneratedState#files} gives of the files. */
    String digest() {
        return Checksums.of(List.of(Checksums.of(input), Checksums.of(output), Checksums.of(action)));
    }
}
