package io.github.cxonetools.execution.worker;

/** The project's Jackson or Bean Validation refuses a value; the message says which and why. */
final class PayloadBindingException extends Exception {

    private static final long serialVersionUID = 1;

    PayloadBindingException(String message) {
        super(message);
    }
}
