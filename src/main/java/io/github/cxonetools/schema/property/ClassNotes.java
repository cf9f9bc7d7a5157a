package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.source.Sentences;
import io.github.cxonetools.schema.source.SourceComments;
import tools.jackson.databind.node.ObjectNode;

/** What annotations of a class tell the reader of its schema, or else the comment of its source. */
public final class ClassNotes {

    private ClassNotes() {}

    public static void add(ObjectNode schema, JacksonBean bean, SourceComments comments) throws BindingException {
        SwaggerNotes swagger = SwaggerNotes.of(bean.type().raw());
        String comment = comments.ofClass(bean.type().raw());
        String title = swagger.text("title").isEmpty() ? Sentences.title(comment) : swagger.text("title");
        if (!title.isEmpty()) {
            schema.put(Keyword.TITLE.word(), title);
        }
        Object own = bean.attributes("JsonClassDescription").get("value");
        String description = own == null || own.toString().isEmpty() ? swagger.text("description") : own.toString();
        description = description.isEmpty() ? comment : description;
        if (!description.isEmpty()) {
            schema.put(Keyword.DESCRIPTION.word(), description);
        }
    }
}
