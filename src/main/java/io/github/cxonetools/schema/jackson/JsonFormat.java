package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @JsonFormat} says of a property or a class, in the words of either generation of Jackson.
 *
 * @param shape {@code ANY} where none is named
 * @param pattern empty where there is none
 * @param lenient {@code DEFAULT} where it is not said, otherwise {@code TRUE} or {@code FALSE}
 * @param features the names of what {@code with} turns on
 */
public record JsonFormat(String shape, String pattern, String lenient, Set<String> features) {

    public static final JsonFormat NONE = new JsonFormat("ANY", "", "DEFAULT", Set.of());

    static JsonFormat of(Map<String, Object> attributes) {
        if (attributes.isEmpty()) {
            return NONE;
        }
        Object[] with = attributes.get("with") instanceof Object[] features ? features : new Object[0];
        return new JsonFormat(
                String.valueOf(attributes.getOrDefault("shape", NONE.shape)),
                String.valueOf(attributes.getOrDefault("pattern", NONE.pattern)),
                String.valueOf(attributes.getOrDefault("lenient", NONE.lenient)),
                Stream.of(with).map(String::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    /** What a property says; {@link #NONE} without a property, and without the annotation. */
    public static JsonFormat of(@Nullable JacksonProperty property) throws BindingException {
        return property == null ? NONE : of(property.attributes("JsonFormat"));
    }

    /** What a class says of its values. */
    public static JsonFormat of(JacksonBean bean) throws BindingException {
        return of(bean.attributes("JsonFormat"));
    }

    /** @param annotation null where there is none */
    public static JsonFormat of(@Nullable Annotation annotation) {
        return annotation == null ? NONE : of(Attributes.of(annotation));
    }

    /** Compared by code of its own: a record's is made by the JVM at the first call, which takes as long as a small schema. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonFormat format
                && shape.equals(format.shape)
                && pattern.equals(format.pattern)
                && lenient.equals(format.lenient)
                && features.equals(format.features);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * shape.hashCode() + pattern.hashCode()) + features.hashCode();
    }

    public boolean hasShape(String other) {
        return shape.equals(other);
    }

    /** Returns true if no shape is asked for. */
    public boolean isOfAnyShape() {
        return hasShape("ANY");
    }

    public boolean isNumber() {
        return shape.startsWith("NUMBER");
    }

    public boolean isObject() {
        return hasShape("OBJECT") || hasShape("POJO");
    }
}
