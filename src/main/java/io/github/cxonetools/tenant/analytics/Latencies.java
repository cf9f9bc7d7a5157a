package io.github.cxonetools.tenant.analytics;

import java.util.Arrays;

/**
 * Latencies of one row of an answer, each rounded up as an HdrHistogram of two significant digits rounds it: exact below 256,
 * and one of 128 steps from each power of two to the next. A list as long as there are few, as rows of many groups have, and
 * counts from then on.
 */
final class Latencies {

    /** How many steps there are to a power of two, as a power of two. */
    private static final int HALF_BITS = 7;

    private static final int HALF = 1 << HALF_BITS;

    /** The step of the largest {@code long}, and one. */
    private static final int STEPS = stepOf(Long.MAX_VALUE) + 1;

    private static final int FEW = 1024;

    private short[] list = new short[8];

    /** By step, from {@link #FEW} values on; empty until then. */
    private int[] counts = {};

    private int size;

    /** Where one row after another is counted, so that a few values need no array of their own; all zeroes in between. */
    static final class Scratch {
        private final int[] counts = new int[STEPS];
    }

    void add(long value) {
        int step = stepOf(value);
        if (counts.length > 0) {
            counts[step]++;
        } else if (size < FEW) {
            if (size == list.length) {
                list = Arrays.copyOf(list, size * 4);
            }
            list[size] = (short) step;
        } else {
            int[] many = new int[STEPS];
            count(many, 1);
            many[step]++;
            counts = many;
            list = new short[0];
        }
        size++;
    }

    /** The smallest values that at least so many percent are not above, for each of {@code percents}, which ascend. */
    long[] percentiles(Scratch scratch, int... percents) {
        if (counts.length > 0) {
            return percentiles(counts, percents);
        }
        count(scratch.counts, 1);
        try {
            return percentiles(scratch.counts, percents);
        } finally {
            count(scratch.counts, -1);
        }
    }

    private void count(int[] into, int how) {
        for (int i = 0; i < size; i++) {
            into[list[i]] += how;
        }
    }

    private long[] percentiles(int[] many, int... percents) {
        long[] values = new long[percents.length];
        long seen = 0;
        int step = -1;
        for (int i = 0; i < percents.length; i++) {
            long wanted = Math.max(1, -Math.floorDiv(-(long) percents[i] * size, 100));
            while (seen < wanted) {
                seen += many[++step];
            }
            values[i] = highestOf(step);
        }
        return values;
    }

    private static int stepOf(long value) {
        int doublings = Long.SIZE - Long.numberOfLeadingZeros(value | (2 * HALF - 1)) - HALF_BITS - 1;
        return (doublings << HALF_BITS) + (int) (value >>> doublings);
    }

    private static long highestOf(int step) {
        int doublings = Math.max(0, (step >> HALF_BITS) - 1);
        return ((step - ((long) doublings << HALF_BITS) + 1) << doublings) - 1;
    }
}
