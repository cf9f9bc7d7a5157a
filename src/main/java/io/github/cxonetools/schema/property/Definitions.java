package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes the schema of the values of one kind of type. */
@FunctionalInterface
public interface Definitions {

    /** The schema of a value that is not null, without the constraints at its place; null where the type is of another kind. */
    @Nullable
    ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException;
}
