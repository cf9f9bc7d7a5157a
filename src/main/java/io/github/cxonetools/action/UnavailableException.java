package io.github.cxonetools.action;

/** A failure outside of the project: a disk or network that fails, a 5xx answer, a 429 to the end. The same call may succeed later. */
public final class UnavailableException extends CxoneException {

    private static final long serialVersionUID = 1;

    public UnavailableException(String message) {
        super(message, null);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
