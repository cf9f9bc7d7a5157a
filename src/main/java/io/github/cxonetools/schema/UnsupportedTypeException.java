package io.github.cxonetools.schema;

/** A class that no schema can describe truthfully; the message says what and what to change. */
final class UnsupportedTypeException extends Exception {

    private static final long serialVersionUID = 1;

    UnsupportedTypeException(String message) {
        super(message);
    }

    UnsupportedTypeException(String message, Exception cause) {
        super(message, cause);
    }
}
