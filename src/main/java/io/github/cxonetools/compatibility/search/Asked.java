package io.github.cxonetools.compatibility.search;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is asked of a member or of an item, with the reasons of each literal. */
final class Asked {

    private final Map<Literal, BitSet> literals;

    Asked() {
        this.literals = new LinkedHashMap<>();
    }

    private Asked(Map<Literal, BitSet> literals) {
        this.literals = new LinkedHashMap<>(literals);
    }

    Asked copy() {
        return new Asked(literals);
    }

    Asked add(Literal literal, BitSet reasons) {
        literals.putIfAbsent(literal, reasons);
        return this;
    }

    Asked addAll(Asked other) {
        other.literals.forEach(this::add);
        return this;
    }

    /** The reasons of what conflicts in {@code outcome}. */
    BranchResult answer(WitnessSearch search) {
        SearchResult outcome = search.search(literals.keySet());
        if (outcome.value() != null) {
            return BranchResult.found(outcome.value());
        }
        if (outcome.conflict() == null) {
            return BranchResult.unknown(String.valueOf(outcome.unknown()));
        }
        BitSet reasons = new BitSet();
        for (Literal literal : outcome.conflict()) {
            BitSet why = literals.get(literal);
            if (why != null) {
                reasons.or(why);
            }
        }
        return BranchResult.none(reasons);
    }

    Set<Literal> literals() {
        return literals.keySet();
    }

    /** The same two askings have the same literals. */
    boolean isAs(Asked other) {
        return literals.keySet().equals(other.literals.keySet());
    }
}
