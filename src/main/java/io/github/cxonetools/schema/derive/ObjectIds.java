package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code @JsonIdentityReference(alwaysAsId = true)}: an id is written in place of an object. */
final class ObjectIds {

    private ObjectIds() {}

    /** The schema of the id; null where an object may be written, or an id of which nothing is known. */
    static @Nullable ObjectNode alwaysAsId(JacksonBean bean, TypeUse use, NestedSchemas nested)
            throws BindingException, UnsupportedTypeException {
        JacksonProperty property = use.property();
        Map<String, Object> own = property == null ? Map.of() : property.attributes("JsonIdentityReference");
        Map<String, Object> reference = own.isEmpty() ? bean.attributes("JsonIdentityReference") : own;
        if (!Boolean.TRUE.equals(reference.get("alwaysAsId"))) {
            return null;
        }
        Map<String, Object> ofUse = property == null ? Map.of() : property.attributes("JsonIdentityInfo");
        Map<String, Object> info = ofUse.isEmpty() ? bean.attributes("JsonIdentityInfo") : ofUse;
        String generator = info.get("generator") instanceof Class<?> type ? type.getSimpleName() : "";
        return switch (generator) {
            case "PropertyGenerator" -> ofProperty(bean, String.valueOf(info.get("property")), use, nested);
            case "IntSequenceGenerator" -> ScalarTypes.schema(int.class);
            case "UUIDGenerator" -> ScalarTypes.schema(UUID.class);
            case "StringIdGenerator" -> ScalarTypes.type("string");
            default -> null;
        };
    }

    private static @Nullable ObjectNode ofProperty(JacksonBean bean, String name, TypeUse use, NestedSchemas nested)
            throws BindingException, UnsupportedTypeException {
        for (JacksonProperty property : bean.properties()) {
            if (property.name().equals(name)) {
                return nested.nullable(new TypeUse(property.type(), Constraints.NONE, use.place()));
            }
        }
        return null;
    }
}
