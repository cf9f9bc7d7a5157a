package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @JsonTypeInfo} says, on a property or else on a class: how subtypes are told from each other, and where.
 *
 * @param values the annotation's values; empty where there is none
 * @param ofProperty true where a property has it, and not the class
 */
public record TypeInfo(Map<String, Object> values, boolean ofProperty) {

    static TypeInfo of(JacksonBean bean, @Nullable JacksonProperty property) throws BindingException {
        TypeInfo own = of(property);
        return own.values.isEmpty() ? new TypeInfo(bean.attributes("JsonTypeInfo"), false) : own;
    }

    public static TypeInfo of(@Nullable JacksonProperty property) throws BindingException {
        return new TypeInfo(property == null ? Map.of() : property.attributes("JsonTypeInfo"), property != null);
    }

    /** {@code NAME}, {@code CLASS} and so on; {@code NONE} where there are no ids. */
    String use() {
        return String.valueOf(values.getOrDefault("use", "NONE"));
    }

    boolean isByClass() {
        return use().endsWith("CLASS");
    }

    boolean isDeduction() {
        return use().equals("DEDUCTION");
    }

    /** {@code PROPERTY}, {@code WRAPPER_OBJECT} and so on. Beside what a class is of there is no place: Jackson puts its id inside. */
    String inclusion() {
        return !ofProperty && isExternal() ? "PROPERTY" : String.valueOf(values.get("include"));
    }

    /** {@return true if the type id is to stand beside the value} */
    public boolean isExternal() {
        return !use().equals("NONE")
                && !isDeduction()
                && "EXTERNAL_PROPERTY".equals(String.valueOf(values.get("include")));
    }

    /** The name under which the type id stands. */
    public String property() {
        String name = String.valueOf(values.get("property"));
        if (!name.isEmpty()) {
            return name;
        }
        return switch (use()) {
            case "CLASS" -> "@class";
            case "MINIMAL_CLASS" -> "@c";
            default -> "@type";
        };
    }

    /** What a value without a type id is read as; null where nothing is named. */
    @Nullable
    public Class<?> defaultImpl() {
        return values.get("defaultImpl") instanceof Class<?> type
                        && !type.getName().equals(Jackson.ANNOTATIONS + "JsonTypeInfo")
                ? type
                : null;
    }

    /** {@return true if the class itself gets the id} */
    boolean isVisible() {
        return Boolean.TRUE.equals(values.get("visible"));
    }

    /** {@return true if the declared class itself may come without an id} */
    boolean needsNoId() {
        return "FALSE".equals(String.valueOf(values.get("requireTypeIdForSubtypes")));
    }
}
