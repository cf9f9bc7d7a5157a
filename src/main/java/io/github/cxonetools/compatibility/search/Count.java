package io.github.cxonetools.compatibility.search;

import java.util.BitSet;

/** How many members, items or characters there may be, and why. */
final class Count {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private int least;
    private int most = UNBOUNDED;
    private BitSet leastReasons = new BitSet();
    private BitSet mostReasons = new BitSet();

    /** Takes a count that has one bound, or the opposite of it. */
    void add(Fact fact, int from, int to) {
        if (fact.literal().isPositive()) {
            atLeast(from, fact.reasons());
            atMost(to, fact.reasons());
        } else if (from > 0) {
            atMost(from - 1, fact.reasons());
        } else {
            atLeast(to == UNBOUNDED ? to : to + 1, fact.reasons());
        }
    }

    void atLeast(int count, BitSet reasons) {
        if (count > least) {
            least = count;
            leastReasons = reasons;
        }
    }

    void atMost(int count, BitSet reasons) {
        if (count < most) {
            most = count;
            mostReasons = reasons;
        }
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    BitSet leastReasons() {
        return leastReasons;
    }

    BitSet mostReasons() {
        return mostReasons;
    }

    boolean isEmpty() {
        return least > most;
    }

    BitSet reasons() {
        return Fact.union(leastReasons, mostReasons);
    }
}
