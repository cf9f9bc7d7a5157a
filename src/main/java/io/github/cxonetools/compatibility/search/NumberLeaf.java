package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.formula.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a number between bounds, of some divisors and not of others, exactly. */
final class NumberLeaf implements Leaf {

    private static final int MORE_DIGITS = 12;

    private final WitnessSearch search;
    private final boolean whole;

    NumberLeaf(WitnessSearch search, boolean whole) {
        this.search = search;
        this.whole = whole;
    }

    @Override
    public BranchResult answer(List<Fact> facts) {
        search.steps().take(1 + facts.size());
        Bound lowest = null;
        Bound highest = null;
        List<BigDecimal> divisors = new ArrayList<>(whole ? List.of(BigDecimal.ONE) : List.of());
        List<BigDecimal> others = new ArrayList<>(whole ? List.of() : List.of(BigDecimal.ONE));
        Set<JsonNode> excluded = new HashSet<>();
        for (Fact fact : facts) {
            Formula formula = fact.literal().formula();
            boolean holds = fact.literal().isPositive();
            if (formula instanceof Formula.OneOf values) {
                excluded.addAll(values.values());
            } else if (formula instanceof Formula.MultipleOf multiple) {
                (holds ? divisors : others).add(multiple.divisor());
            } else {
                Bound bound = Bound.of(formula, holds, fact.reasons());
                if (bound.below()) {
                    lowest = bound.narrower(lowest);
                } else {
                    highest = bound.narrower(highest);
                }
            }
        }
        if (lowest != null && highest != null && lowest.excludes(highest)) {
            return BranchResult.none(Fact.union(lowest.reasons(), highest.reasons()));
        }
        Multiples multiples = new Multiples(search.steps(), lowest, highest, others, excluded);
        BitSet all = Fact.reasons(facts);
        return divisors.isEmpty() ? fraction(multiples, all) : multiple(multiples, divisors, all);
    }

    private static BranchResult multiple(Multiples multiples, List<BigDecimal> divisors, BitSet reasons) {
        BigDecimal step = divisors.get(0);
        for (BigDecimal divisor : divisors) {
            step = Multiples.leastCommon(step, divisor);
            if (step == null) {
                return BranchResult.unknown("a common multiple of its divisors has too many digits");
            }
        }
        return answer(multiples.of(step), reasons);
    }

    private static BranchResult answer(Multiples.FoundNumber found, BitSet reasons) {
        BigDecimal value = found.value();
        if (value != null) {
            return BranchResult.found(Values.number(value));
        }
        return found.none()
                ? BranchResult.none(reasons)
                : BranchResult.unknown("too many numbers would have to be tried");
    }

    /** Between two numbers there are always more, if they have more digits. */
    private static BranchResult fraction(Multiples multiples, BitSet reasons) {
        if (multiples.isOnePoint()) {
            return answer(multiples.only(), reasons);
        }
        int most = multiples.mostDigits() + MORE_DIGITS;
        for (int digits = 1; digits <= most; digits++) {
            Multiples.FoundNumber found = multiples.of(BigDecimal.ONE.movePointLeft(digits));
            if (found.value() != null) {
                return answer(found, reasons);
            }
        }
        return BranchResult.unknown("too many numbers would have to be tried");
    }

    /** One end of the numbers that fit. */
    record Bound(BigDecimal value, boolean exclusive, boolean below, BitSet reasons) {

        static Bound of(Formula formula, boolean holds, BitSet reasons) {
            if (formula instanceof Formula.Minimum minimum) {
                return new Bound(minimum.bound(), minimum.exclusive() == holds, holds, reasons);
            }
            Formula.Maximum maximum = (Formula.Maximum) formula;
            return new Bound(maximum.bound(), maximum.exclusive() == holds, !holds, reasons);
        }

        Bound narrower(@Nullable Bound other) {
            if (other == null) {
                return this;
            }
            int order = value.compareTo(other.value) * (below ? 1 : -1);
            return order > 0 || order == 0 && exclusive ? this : other;
        }

        boolean excludes(Bound highest) {
            int order = value.compareTo(highest.value);
            return order > 0 || order == 0 && (exclusive || highest.exclusive);
        }
    }
}
