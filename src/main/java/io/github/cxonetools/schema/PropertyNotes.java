package io.github.cxonetools.schema;

import io.github.cxonetools.action.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What annotations tell the reader of a schema: descriptions and defaults. They decide nothing. */
final class PropertyNotes {

    private PropertyNotes() {}

    static void add(ObjectNode schema, JacksonProperty property) throws BindingException {
        String description = property.description();
        if (description != null && !description.isEmpty()) {
            schema.put("description", description);
        }
        String defaultValue = property.defaultValue();
        if (defaultValue != null && !defaultValue.isEmpty()) {
            schema.set("default", value(schema, defaultValue));
        }
    }

    /** Annotations hold text: it is read as JSON where the schema asks for something else than text. */
    private static JsonNode value(ObjectNode schema, String text) {
        JsonNode type = schema.path("type");
        boolean isText = type.isString()
                ? type.stringValue().equals("string")
                : type.toString().contains("\"string\"");
        if (!isText) {
            try {
                return Json.read(text);
            } catch (JacksonException e) {
                return JsonNodeFactory.instance.stringNode(
                        text); // Not JSON: then it is text, as the annotation has it.
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }
}
