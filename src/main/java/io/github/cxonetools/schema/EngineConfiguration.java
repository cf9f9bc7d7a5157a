package io.github.cxonetools.schema;

import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaGeneratorGeneralConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.SchemaGeneratorConfigImpl;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * victools' configuration: draft-07, no option, nothing of fields and methods. A mapper would load some 700 classes, to make
 * nodes and to write values of {@code enum} and {@code default}; only a project's own modules may need it for these.
 */
final class EngineConfiguration extends SchemaGeneratorConfigImpl {

    EngineConfiguration(SchemaGeneratorGeneralConfigPart types, @Nullable ObjectMapper mapper) {
        super(
                mapper,
                SchemaVersion.DRAFT_7,
                Set.of(),
                types,
                new SchemaGeneratorConfigPart<>(),
                new SchemaGeneratorConfigPart<>(),
                Map.of());
    }

    @Override
    public ObjectNode createObjectNode() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public ArrayNode createArrayNode() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
