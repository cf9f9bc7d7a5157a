package io.github.cxonetools.compatibility.search;

import java.util.BitSet;
import java.util.Collection;

/**
 * A literal that holds on the way that is looked at.
 *
 * @param reasons the goal's literals and the choices that it follows from, by number; never changed
 */
record Fact(Literal literal, BitSet reasons) {

    static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    static BitSet reasons(Collection<Fact> facts) {
        BitSet all = new BitSet();
        facts.forEach(fact -> all.or(fact.reasons));
        return all;
    }
}
