package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import java.util.IdentityHashMap;
import java.util.Map;

/** All literals of one search. */
final class Literals {

    private final Map<Formula, Literal> positive = new IdentityHashMap<>();
    private final Map<Formula, Literal> negative = new IdentityHashMap<>();
    private int ids;

    Literal of(Formula formula, boolean holds) {
        if (formula instanceof Formula.Not not) {
            return of(not.of(), !holds);
        }
        return (holds ? positive : negative).computeIfAbsent(formula, key -> new Literal(ids++, key, holds));
    }

    Literal opposite(Literal literal) {
        Literal known = literal.opposite();
        if (known == null) {
            known = of(literal.formula(), !literal.isPositive());
            literal.setOpposite(known);
        }
        return known;
    }
}
