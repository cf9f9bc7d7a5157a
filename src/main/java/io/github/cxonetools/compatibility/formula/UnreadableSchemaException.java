package io.github.cxonetools.compatibility.formula;

/** A schema that cannot be decided about; its message completes "The schema …". */
public final class UnreadableSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableSchemaException(String problem) {
        super(problem, null, false, false);
    }

    /** The same problem, with the place where it is. */
    UnreadableSchemaException at(String pointer) {
        String message = String.valueOf(getMessage());
        return message.contains(" at /") ? this : new UnreadableSchemaException(message + " at " + pointer);
    }
}
