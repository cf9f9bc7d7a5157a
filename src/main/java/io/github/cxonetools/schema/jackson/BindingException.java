package io.github.cxonetools.schema.jackson;

/** The project's own Jackson refuses something; the message is its own. */
public final class BindingException extends Exception {

    private static final long serialVersionUID = 1;

    BindingException(String message, Throwable cause) {
        super(message, cause);
    }
}
