package io.github.cxonetools.schema.sample;

/**
 * How much is made of one schema, in nodes: its bounds may ask for more than a heap holds ({@code minItems} of a billion),
 * and what was begun is then left as it is, for the validator to refuse.
 */
public final class SampleBudget {

    private static final int ONE_VALUE = 20_000;
    private static final int ALL_VALUES = 300_000;
    private static final int COPIES = 300_000;
    private static final int A_PAYLOAD = 2_000;
    private static final int COPIES_FOR_A_PAYLOAD = 10_000;
    private static final int A_VALIDATOR = 10;
    private static final int CHARACTERS_IN_A_NODE = 16;

    private long ofValue = ONE_VALUE;
    private long ofAll;
    private long ofCopies;

    /** @param count how many payloads are wanted */
    SampleBudget(int count) {
        ofAll = ALL_VALUES + (long) A_PAYLOAD * count;
        ofCopies = COPIES + (long) COPIES_FOR_A_PAYLOAD * count;
    }

    /** What is made next is another value. */
    void beginValue() {
        ofValue = ONE_VALUE;
    }

    /** False where the value, or all that has been made, is large enough by now. */
    boolean spend(long nodes) {
        ofValue -= nodes;
        ofAll -= nodes;
        return ofValue > 0 && ofAll > 0;
    }

    /** False where payloads that differ from each other in one place have been made in sufficient number. */
    boolean spendCopy(long nodes) {
        ofCopies -= nodes;
        return !isSpent();
    }

    boolean spendText(int length) {
        return spend(1 + length / CHARACTERS_IN_A_NODE);
    }

    boolean spendValidator() {
        return spend(A_VALIDATOR);
    }

    /** Whether nothing more is made at all. */
    boolean isSpent() {
        return ofAll <= 0 || ofCopies <= 0;
    }
}
