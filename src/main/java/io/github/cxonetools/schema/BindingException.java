package io.github.cxonetools.schema;

/** The project's own Jackson refuses something; the message is its own. */
final class BindingException extends Exception {

    private static final long serialVersionUID = 1;

    BindingException(String message, Throwable cause) {
        super(message, cause);
    }
}
