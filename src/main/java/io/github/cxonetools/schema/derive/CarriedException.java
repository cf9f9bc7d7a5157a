package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;

/** A checked exception on its way through victools' code, which knows none. */
final class CarriedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CarriedException(BindingException cause) {
        super(null, cause, false, false);
    }

    CarriedException(UnsupportedTypeException cause) {
        super(null, cause, false, false);
    }

    /** Throws what is carried. */
    <T> T unwrapped() throws BindingException, UnsupportedTypeException {
        if (getCause() instanceof BindingException cause) {
            throw cause;
        }
        throw (UnsupportedTypeException) getCause();
    }
}
