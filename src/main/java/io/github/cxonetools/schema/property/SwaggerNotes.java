package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;

/** Swagger 3's {@code @Schema}, read by name: a project may have any version of it. */
record SwaggerNotes(Map<String, Object> values) {

    private static final String SCHEMA = "io.swagger.v3.oas.annotations.media.Schema";

    static SwaggerNotes of(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getName().equals(SCHEMA)) {
                return new SwaggerNotes(Attributes.of(annotation));
            }
        }
        return new SwaggerNotes(Map.of());
    }

    /** A text that the annotation gives; empty where it gives none. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    boolean isHidden() {
        return Boolean.TRUE.equals(values.get("hidden"));
    }
}
