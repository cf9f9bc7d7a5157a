package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Subtypes in the order of {@code @JsonSubTypes}: Jackson's own was seen to be one of hash codes, in 2.15 and before. */
final class Subtypes {

    private Subtypes() {}

    /** @param annotation its attributes */
    static List<JacksonBean.Subtype> of(ReflectiveCalls calls, Collection<?> resolved, Map<String, Object> annotation)
            throws BindingException {
        List<JacksonBean.Subtype> subtypes = new ArrayList<>();
        for (Object named : resolved) {
            subtypes.add(new JacksonBean.Subtype(
                    (Class<?>) calls.get(named, "getType"), (String) calls.call(named, "getName")));
        }
        List<Class<?>> declared = declared(annotation);
        subtypes.sort(Comparator.comparing((JacksonBean.Subtype subtype) -> declared.contains(subtype.type()) ? 0 : 1)
                .thenComparing(subtype -> declared.indexOf(subtype.type()))
                .thenComparing(subtype -> subtype.type().getName()));
        return subtypes;
    }

    private static List<Class<?>> declared(Map<String, Object> annotation) {
        List<Class<?>> declared = new ArrayList<>();
        if (annotation.get("value") instanceof Annotation[] types) {
            for (Annotation type : types) {
                declared.add((Class<?>) Attributes.of(type).get("value"));
            }
        }
        return declared;
    }
}
