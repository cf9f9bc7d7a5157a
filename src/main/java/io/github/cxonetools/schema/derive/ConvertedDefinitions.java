package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Properties with a converter, serializer or deserializer of the project: only its code knows what stands on the wire. */
final class ConvertedDefinitions implements Definitions {

    private final Warnings warnings;

    ConvertedDefinitions(Warnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException {
        return use.property() != null && use.property().isConverted() ? anything(use.place()) : null;
    }

    /** What takes every value, and a warning that it does. */
    ObjectNode anything(String place) {
        warnings.cannotSay(place, "what a converter of the project does", "it is code");
        return JsonNodeFactory.instance.objectNode();
    }
}
