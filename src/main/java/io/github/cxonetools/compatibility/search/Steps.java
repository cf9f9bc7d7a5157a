package io.github.cxonetools.compatibility.search;

/** How many steps a search may still take: steps and not time, so that it ends the same on every machine. */
final class Steps {

    private final long most;
    private long taken;

    Steps(long most) {
        this.most = most;
    }

    /** @throws LimitException where there are no more */
    void take(long steps) {
        taken += steps;
        if (taken > most) {
            throw new LimitException();
        }
    }

    /** A search that takes too many steps. */
    static final class LimitException extends RuntimeException {

        private static final long serialVersionUID = 1;

        LimitException() {
            super(null, null, false, false);
        }
    }
}
