package io.github.cxonetools.simulator.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the latency of an action's measured runs is spread, with its first call apart: that one loads classes, and says nothing of
 * the others.
 *
 * @param firstCall null where it was not measured
 * @param rest of all other runs
 * @param bins how many of the other runs took how long, the fastest first, without empty bins
 */
public record LatencyProfile(@Nullable FirstCall firstCall, Latency rest, List<Bin> bins) {

    /** Nothing was measured. */
    public static final LatencyProfile NONE = new LatencyProfile(null, Latency.NONE, List.of());

    /** Bins a decade: each reaches to 1.26 times its beginning. */
    private static final int PER_DECADE = 10;

    /**
     * The first call of an action.
     *
     * @param fixture the fixture that it played; null where an older plugin did not write it down
     */
    public record FirstCall(@Nullable String fixture, double millis) {}

    /** Runs that took from {@code from} up to, and without, {@code to} milliseconds. */
    public record Bin(double from, double to, long count) {

        static Bin of(int index, long count) {
            return new Bin(bound(index), bound(index + 1), count);
        }
    }

    /** {@return true if it is as {@link #NONE}, without what a record's own comparison loads} */
    public boolean isEmpty() {
        return firstCall == null && rest.count() == 0 && bins.isEmpty();
    }

    /** The bin of a time; below a nanosecond a clock tells nothing. */
    static int index(double millis) {
        return (int) Math.floor(Math.log10(Math.max(1e-6, millis)) * PER_DECADE + 1e-9);
    }

    /** Rounded to three digits, as people read it. */
    private static double bound(int index) {
        return new BigDecimal(Math.pow(10, (double) index / PER_DECADE))
                .round(new MathContext(3))
                .doubleValue();
    }
}
