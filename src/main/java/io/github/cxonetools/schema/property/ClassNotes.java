package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import tools.jackson.databind.node.ObjectNode;

/** What annotations of a class tell the reader of its schema. */
public final class ClassNotes {

    private ClassNotes() {}

    public static void add(ObjectNode schema, JacksonBean bean) throws BindingException {
        SwaggerNotes swagger = SwaggerNotes.of(bean.type().raw());
        if (!swagger.text("title").isEmpty()) {
            schema.put(Keyword.TITLE.word(), swagger.text("title"));
        }
        Object own = bean.attributes("JsonClassDescription").get("value");
        String description = own == null || own.toString().isEmpty() ? swagger.text("description") : own.toString();
        if (!description.isEmpty()) {
            schema.put(Keyword.DESCRIPTION.word(), description);
        }
    }
}
