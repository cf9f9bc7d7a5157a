package io.github.cxonetools.action;

/** The world's: a disk or network that fails, a 5xx answer, a 429 to the end. The same call may succeed later. */
public final class UnavailableException extends CxoneException {

    private static final long serialVersionUID = 1;

    public UnavailableException(String message) {
        super(message, null);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
