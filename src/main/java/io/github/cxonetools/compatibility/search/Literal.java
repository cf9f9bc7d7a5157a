package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import org.jspecify.annotations.Nullable;

/** A formula that must hold, or must not. {@link Literals} makes each one once. */
final class Literal implements Comparable<Literal> {

    private final int id;
    private final Formula formula;
    private final boolean positive;
    private @Nullable Literal opposite;

    Literal(int id, Formula formula, boolean positive) {
        this.id = id;
        this.formula = formula;
        this.positive = positive;
    }

    Formula formula() {
        return formula;
    }

    @Nullable
    Literal opposite() {
        return opposite;
    }

    void setOpposite(Literal literal) {
        opposite = literal;
    }

    boolean isPositive() {
        return positive;
    }

    @Override
    public int compareTo(Literal other) {
        return Integer.compare(id, other.id);
    }
}
