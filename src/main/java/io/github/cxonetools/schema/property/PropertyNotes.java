package io.github.cxonetools.schema.property;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.reflect.AnnotatedElement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What annotations of a property tell the reader of a schema: descriptions, defaults, examples. They decide nothing. */
public final class PropertyNotes {

    private PropertyNotes() {}

    public static void add(ObjectNode schema, JacksonProperty property, ConstrainedMembers members)
            throws BindingException {
        String description = property.description() == null ? "" : property.description();
        String defaultValue = property.defaultValue() == null ? "" : property.defaultValue();
        for (AnnotatedElement element : members.elements()) {
            SwaggerNotes swagger = SwaggerNotes.of(element);
            if (swagger.isHidden()) {
                return; // What is bound must be constrained; but a hidden property is not explained.
            }
            description = description.isEmpty() ? swagger.text("description") : description;
            defaultValue = defaultValue.isEmpty() ? swagger.text("defaultValue") : defaultValue;
            if (!swagger.text("title").isEmpty()) {
                schema.put(Keyword.TITLE.word(), swagger.text("title"));
            }
            if (!swagger.text("example").isEmpty()) {
                schema.putArray(Keyword.EXAMPLES.word()).add(value(schema, swagger.text("example")));
            }
        }
        if (!description.isEmpty()) {
            schema.put(Keyword.DESCRIPTION.word(), description);
        }
        if (!defaultValue.isEmpty()) {
            schema.set(Keyword.DEFAULT.word(), value(schema, defaultValue));
        }
    }

    /** Annotations hold text: it is read as JSON where the schema asks for something else than text. */
    private static JsonNode value(ObjectNode schema, String text) {
        if (!Keywords.has(schema.path(Keyword.TYPE.word()), "string")) {
            try {
                return Json.read(text);
            } catch (JacksonException e) {
                return JsonNodeFactory.instance.stringNode(text); // Then it is text, as the annotation has it.
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }
}
