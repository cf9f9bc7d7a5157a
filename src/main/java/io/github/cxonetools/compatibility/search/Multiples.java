package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The multiples of a number between two bounds that are no multiples of others, and not excluded one by one. */
final class Multiples {

    private static final int MAX_DIGITS = 4_000;
    private static final int MAX_TRIES = 5_000;

    private final Steps steps;
    private final NumberLeaf.@Nullable Bound lowest;
    private final NumberLeaf.@Nullable Bound highest;
    private final List<BigDecimal> others;
    private final Set<JsonNode> excluded;

    Multiples(
            Steps steps,
            NumberLeaf.@Nullable Bound lowest,
            NumberLeaf.@Nullable Bound highest,
            List<BigDecimal> others,
            Set<JsonNode> excluded) {
        this.steps = steps;
        this.lowest = lowest;
        this.highest = highest;
        this.others = others;
        this.excluded = excluded;
    }

    /** A number, or that there is none, or neither: then it is not known. */
    record FoundNumber(@Nullable BigDecimal value, boolean none) {}

    /** Null where it has too many digits. */
    static @Nullable BigDecimal leastCommon(BigDecimal one, BigDecimal other) {
        int scale = Math.max(0, Math.max(one.scale(), other.scale()));
        BigInteger left = one.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger right = other.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger common = left.divide(left.gcd(right)).multiply(right);
        return common.bitLength() > MAX_DIGITS * 3 ? null : new BigDecimal(common, scale);
    }

    boolean isOnePoint() {
        return lowest != null && highest != null && lowest.value().compareTo(highest.value()) == 0;
    }

    FoundNumber only() {
        BigDecimal value = Objects.requireNonNull(lowest).value();
        return fits(value) ? new FoundNumber(value, false) : new FoundNumber(null, true);
    }

    int mostDigits() {
        return Stream.concat(
                        others.stream(),
                        Stream.of(lowest, highest).filter(Objects::nonNull).map(NumberLeaf.Bound::value))
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
    }

    FoundNumber of(BigDecimal step) {
        if (others.stream().anyMatch(other -> step.remainder(other).signum() == 0)) {
            return new FoundNumber(null, true);
        }
        BigInteger first = lowest == null ? null : first(lowest, step, RoundingMode.CEILING, BigInteger.ONE);
        BigInteger last = highest == null ? null : first(highest, step, RoundingMode.FLOOR, BigInteger.ONE.negate());
        if (first != null && last != null && first.compareTo(last) > 0) {
            return new FoundNumber(null, true);
        }
        boolean up = first != null && (first.signum() >= 0 || last == null);
        if (last != null && last.signum() < 0) {
            return oneWay(step, last, true, first);
        }
        BigInteger start = first != null && first.signum() > 0 ? first : BigInteger.ZERO;
        return up ? oneWay(step, start, false, last) : bothWays(step, first, last);
    }

    private static BigInteger first(NumberLeaf.Bound bound, BigDecimal step, RoundingMode mode, BigInteger inward) {
        BigInteger times = bound.value().divide(step, 0, mode).toBigInteger();
        boolean at = bound.exclusive() && step.multiply(new BigDecimal(times)).compareTo(bound.value()) == 0;
        return at ? times.add(inward) : times;
    }

    private FoundNumber oneWay(BigDecimal step, BigInteger start, boolean down, @Nullable BigInteger end) {
        BigInteger times = start;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            if (end != null && (down ? times.compareTo(end) < 0 : times.compareTo(end) > 0)) {
                return new FoundNumber(null, true);
            }
            BigDecimal value = step.multiply(new BigDecimal(times));
            if (fits(value)) {
                return new FoundNumber(value, false);
            }
            times = down ? times.subtract(BigInteger.ONE) : times.add(BigInteger.ONE);
        }
        return besideAll(step, start, down, end);
    }

    private FoundNumber bothWays(BigDecimal step, @Nullable BigInteger first, @Nullable BigInteger last) {
        FoundNumber found = oneWay(step, BigInteger.ZERO, false, last);
        if (found.value() != null) {
            return found;
        }
        FoundNumber other = oneWay(step, BigInteger.ONE.negate(), true, first);
        return other.value() != null || found.none() ? other : found;
    }

    /** One more than a multiple of all others is a multiple of none. */
    private FoundNumber besideAll(BigDecimal step, BigInteger start, boolean down, @Nullable BigInteger end) {
        BigInteger period = BigInteger.ONE;
        for (BigDecimal other : others) {
            BigDecimal common = leastCommon(step, other);
            BigInteger each = common == null
                    ? null
                    : common.divide(step, MathContext.UNLIMITED).toBigIntegerExact();
            if (each == null || period.bitLength() > MAX_DIGITS * 3) {
                return new FoundNumber(null, false);
            }
            period = period.divide(period.gcd(each)).multiply(each);
        }
        BigInteger times = start.subtract(start.mod(period)).add(BigInteger.ONE);
        for (int tries = 0; tries < excluded.size() + 3; tries++) {
            boolean within = end == null || (down ? times.compareTo(end) >= 0 : times.compareTo(end) <= 0);
            boolean begun = down ? times.compareTo(start) <= 0 : times.compareTo(start) >= 0;
            BigDecimal value = step.multiply(new BigDecimal(times));
            if (within && begun && fits(value)) {
                return new FoundNumber(value, false);
            }
            times = down ? times.subtract(period) : times.add(period);
        }
        return new FoundNumber(null, false);
    }

    private boolean fits(BigDecimal value) {
        steps.take(1);
        return others.stream().noneMatch(other -> value.remainder(other).signum() == 0)
                && (excluded.isEmpty() || !excluded.contains(Values.number(value)));
    }
}
