package io.github.cxonetools.report.text;

/** Whole millionths as decimal text: there are several in each line of a report of 100,000. */
public final class Millionths {

    private static final long ONE = 1_000_000;

    private Millionths() {}

    /** With all six digits after the point: {@code 0.000450}. */
    public static String fixed(long millionths) {
        String digits = Long.toString(ONE + Math.floorMod(millionths, ONE));
        return Math.floorDiv(millionths, ONE) + "." + digits.substring(1);
    }

    /** Without zeroes at the end: {@code 0.00045}, {@code 12}. */
    public static String shortest(long millionths) {
        String fixed = fixed(millionths);
        int end = fixed.length();
        while (fixed.charAt(end - 1) == '0') {
            end--;
        }
        return fixed.substring(0, fixed.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
