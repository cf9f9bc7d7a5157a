package io.github.cxonetools.schema.draft07;

/** A class that no schema can describe truthfully; the message says what and what to change. */
public final class UnsupportedTypeException extends Exception {

    private static final long serialVersionUID = 1;

    public UnsupportedTypeException(String message) {
        super(message);
    }

    public UnsupportedTypeException(String message, Exception cause) {
        super(message, cause);
    }
}
