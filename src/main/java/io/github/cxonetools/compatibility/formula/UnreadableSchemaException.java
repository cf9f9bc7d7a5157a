package io.github.cxonetools.compatibility.formula;

/** A schema that cannot be decided about; its message completes "The schema …". */
public final class UnreadableSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean hasPlace;

    public UnreadableSchemaException(String problem) {
        this(problem, false);
    }

    private UnreadableSchemaException(String problem, boolean hasPlace) {
        super(problem, null, false, false);
        this.hasPlace = hasPlace;
    }

    /** The same problem, with the place where it is; one that has a place keeps it. */
    UnreadableSchemaException at(String pointer) {
        return hasPlace ? this : new UnreadableSchemaException(getMessage() + " at " + pointer, true);
    }
}
