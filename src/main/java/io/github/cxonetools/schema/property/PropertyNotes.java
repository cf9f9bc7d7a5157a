package io.github.cxonetools.schema.property;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.source.Sentences;
import io.github.cxonetools.schema.source.SourceComments;
import java.lang.reflect.AnnotatedElement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What annotations of a property tell the reader of a schema: descriptions, defaults, examples; and what comments of its source
 * tell where annotations say nothing. They decide nothing.
 */
public final class PropertyNotes {

    private PropertyNotes() {}

    public static void add(
            ObjectNode schema, JacksonProperty property, ConstrainedMembers members, SourceComments comments)
            throws BindingException {
        String title = "";
        String description = Objects.requireNonNullElse(property.description(), "");
        String defaultValue = Objects.requireNonNullElse(property.defaultValue(), "");
        for (AnnotatedElement element : members.elements()) {
            SwaggerNotes swagger = SwaggerNotes.of(element);
            if (swagger.isHidden()) {
                return; // What is bound must be constrained; but a hidden property is not explained.
            }
            description = description.isEmpty() ? swagger.text("description") : description;
            defaultValue = defaultValue.isEmpty() ? swagger.text("defaultValue") : defaultValue;
            title = swagger.text("title").isEmpty() ? title : swagger.text("title");
            if (!swagger.text("example").isEmpty()) {
                schema.putArray(Keyword.EXAMPLES.word()).add(value(schema, swagger.text("example")));
            }
        }
        String comment = comment(property, members, comments);
        title = title.isEmpty() ? Sentences.title(comment) : title;
        description = description.isEmpty() ? comment : description;
        if (!title.isEmpty()) {
            schema.put(Keyword.TITLE.word(), title);
        }
        if (!description.isEmpty()) {
            schema.put(Keyword.DESCRIPTION.word(), description);
        }
        if (!defaultValue.isEmpty()) {
            schema.set(Keyword.DEFAULT.word(), value(schema, defaultValue));
        }
    }

    /** Of the field or a getter, of the setter, of the parameter that takes it: the first that says something. */
    private static String comment(JacksonProperty property, ConstrainedMembers members, SourceComments comments)
            throws BindingException {
        if (comments.isEmpty()) {
            return "";
        }
        for (AnnotatedElement element : members.elements()) {
            String comment = comments.ofMember(element);
            if (!comment.isEmpty()) {
                return comment;
            }
        }
        String read = comment(property.getter(), comments);
        String written = read.isEmpty() ? comment(property.setter(), comments) : read;
        return written.isEmpty() ? comment(property.parameter(), comments) : written;
    }

    private static String comment(@Nullable AnnotatedElement element, SourceComments comments) {
        return element == null ? "" : comments.ofMember(element);
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
