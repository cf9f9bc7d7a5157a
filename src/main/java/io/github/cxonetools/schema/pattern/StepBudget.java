package io.github.cxonetools.schema.pattern;

/** How many steps the matching of patterns may still take. Not thread-safe. */
public final class StepBudget {

    private long left;

    public StepBudget(long steps) {
        this.left = steps;
    }

    /** @throws ExceededException where there are not so many left */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new ExceededException();
        }
    }

    long left() {
        return Math.max(0, left);
    }

    /** A match that takes too many steps; has neither words nor a stack trace, because it is thrown to be caught. */
    public static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ExceededException() {
            super(null, null, false, false);
        }
    }
}
