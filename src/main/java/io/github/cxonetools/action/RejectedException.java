package io.github.cxonetools.action;

/** A failure that the user can mend: configuration, classes, fixtures, credentials, a 4xx answer, a conflict, a failed gate. */
public final class RejectedException extends CxoneException {

    private static final long serialVersionUID = 1;

    public RejectedException(String message) {
        super(message, null);
    }

    public RejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
