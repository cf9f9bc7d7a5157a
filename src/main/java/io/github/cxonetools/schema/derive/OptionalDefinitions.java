package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.TreeNodes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code Optional} and its like: on the wire what they hold, or null. */
final class OptionalDefinitions implements Definitions {

    private final Side side;
    private final NestedSchemas nested;
    private final ConstraintReader reader;

    OptionalDefinitions(Side side, NestedSchemas nested, ConstraintReader reader) {
        this.side = side;
        this.nested = nested;
        this.reader = reader;
    }

    @Override
    public @Nullable ObjectNode of(TypeUse use) throws BindingException, UnsupportedTypeException {
        return use.type().isReference() ? nested.value(use.inside(use.type().content(), 0, reader)) : null;
    }

    /** {@return true if null is valid in place of a value of any type} */
    boolean takesNull(TypeUse use) throws BindingException {
        boolean allowed = !use.constraints().forbidsNull();
        Class<?> raw = use.type().raw();
        if (raw.getName().startsWith("java.util.Optional") && raw != Optional.class) {
            return allowed
                    || side == Side.OUTPUT; // The validator looks inside, so it takes null, which is read as empty.
        }
        if (!use.type().isReference()) {
            boolean refused = side == Side.INPUT && TreeNodes.refusesNull(raw);
            return allowed && !raw.isPrimitive() && !refused;
        }
        if (use.type().hasUndefined()) {
            return allowed && !holdsNoNull(use); // The validator looks inside, where null is a value of its own.
        }
        return !forbidsEmpty(use) || allowed && side == Side.OUTPUT;
    }

    private boolean holdsNoNull(TypeUse use) throws BindingException {
        return use.argument(use.type().content(), 0, reader).constraints().forbidsNull();
    }

    /** Null on the wire is an empty {@code Optional}, whose missing value a constraint inside it may refuse. */
    boolean forbidsEmpty(TypeUse use) throws BindingException {
        return use.type().isReference() && !use.type().hasUndefined() && holdsNoNull(use);
    }
}
