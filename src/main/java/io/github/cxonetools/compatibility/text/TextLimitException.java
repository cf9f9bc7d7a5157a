package io.github.cxonetools.compatibility.text;

/** A search for a text that takes too many steps; has neither words nor a stack trace, because it is thrown to be caught. */
public final class TextLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TextLimitException() {
        super(null, null, false, false);
    }
}
