package io.github.cxonetools.compatibility.baseline;

/** What a build's contracts are compared with, or why there is nothing. */
public sealed interface Baseline {

    /**
     * Contracts of before.
     *
     * @param label where they come from, for example {@code com.example:routing:1.4.0 (central)}
     * @param isWhole whether they are all that there were, so that an action which this build lacks is gone
     */
    record Stored(String label, StoredContracts contracts, boolean isWhole) implements Baseline {}

    /**
     * There is no release yet, so nobody relies on one.
     *
     * @param reason as a sentence for the user
     */
    record NeverReleased(String reason) implements Baseline {}

    /**
     * There is something, and no contract in it.
     *
     * @param reason as a sentence for the user, with what to do
     */
    record Missing(String reason) implements Baseline {}

    /**
     * Nobody knows what there is.
     *
     * @param reason as a sentence for the user, with what to do
     * @param isUsersFault whether the user can mend it: credentials, {@code -o}
     */
    record Unreachable(String reason, boolean isUsersFault) implements Baseline {}
}
