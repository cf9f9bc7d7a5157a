package io.github.cxonetools.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the pages show them: three digits and the unit that fits. The pages' own script shows them alike. */
public final class NumberText {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private NumberText() {}

    /** {@code 2,324,820}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 3 fixtures}, {@code 1 fixture}, {@code 2,000 fixtures}. */
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** Milliseconds as {@code 41.2 µs}, {@code 4.12 ms}, {@code 412 ms} or {@code 4.12 s}. */
    public static String duration(double millis) {
        BigDecimal rounded = new BigDecimal(millis).round(THREE_DIGITS);
        BigDecimal size = rounded.abs();
        if (size.signum() == 0) {
            return "0 ms";
        }
        if (size.compareTo(BigDecimal.ONE) < 0) {
            return plain(rounded.movePointRight(3)) + " µs";
        }
        return size.compareTo(THOUSAND) < 0 ? plain(rounded) + " ms" : plain(rounded.movePointLeft(3)) + " s";
    }

    /** A rate from 0 to 1 as {@code 12.3 %}; {@code 0 %} for 0 alone. */
    public static String percent(double rate) {
        return threeDigits(rate * 100) + " %";
    }

    /** {@code 0.0412}, {@code 41.2}, {@code 4,120}; {@code 0} for 0. */
    public static String threeDigits(double number) {
        BigDecimal rounded = new BigDecimal(number).round(THREE_DIGITS);
        return rounded.signum() == 0 ? "0" : plain(rounded);
    }

    /** With as many decimals as make three digits. */
    private static String plain(BigDecimal rounded) {
        int decimals = Math.max(0, 2 - exponent(rounded));
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** Of the first digit: 0 for {@code 4.12}, -2 for {@code 0.0412}. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
