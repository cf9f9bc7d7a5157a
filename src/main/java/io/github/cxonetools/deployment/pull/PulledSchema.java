package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.deployment.difference.StateDigest;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.SchemaRules;
import io.github.cxonetools.text.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema as a tenant told it; of thousands, trees would take several times the room.
 *
 * @param text as its file holds it
 * @param digest as receipts have it
 * @param findings why {@code generate} could not have written it, by JSON pointer; none where it could
 * @param holdsSecret whether it holds one of this build
 */
record PulledSchema(String text, @Nullable String digest, List<String> findings, boolean holdsSecret) {

    /** @param text the schema as its file holds it */
    static PulledSchema of(JsonNode schema, String text, Secrets secrets) {
        List<String> findings = schema.isObject()
                ? SchemaRules.findings(schema)
                : List.of("/ is " + Json.compact(schema) + ", not an object");
        return new PulledSchema(text, StateDigest.ofSchema(schema), findings, secrets.isKnownIn(text));
    }
}
