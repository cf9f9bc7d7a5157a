package io.github.cxonetools.schema.pattern;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Whole numbers in canonical notation as patterns: no leading zero, no plus, no {@code -0}. */
public final class IntegerPatterns {

    private static final String NOTHING = "^(?!)";

    private static final Set<Class<?>> TYPES =
            Set.of(byte.class, Byte.class, short.class, Short.class, int.class, Integer.class, long.class, Long.class);

    private IntegerPatterns() {}

    /** {@return true if the type is one of the JDK's types of whole numbers that fit into 64 bits} */
    public static boolean isWholeNumber(Class<?> type) {
        return TYPES.contains(type);
    }

    /** The numbers that {@code schema}, one of whole numbers with bounds, takes. */
    public static String of(ObjectNode schema) {
        BigInteger min = whole(schema, "minimum", RoundingMode.CEILING);
        BigInteger max = whole(schema, "maximum", RoundingMode.FLOOR);
        if (schema.has("exclusiveMinimum")) {
            min = min.max(whole(schema, "exclusiveMinimum", RoundingMode.FLOOR).add(BigInteger.ONE));
        }
        if (schema.has("exclusiveMaximum")) {
            max = max.min(
                    whole(schema, "exclusiveMaximum", RoundingMode.CEILING).subtract(BigInteger.ONE));
        }
        return between(min, max);
    }

    private static BigInteger whole(ObjectNode schema, String keyword, RoundingMode rounding) {
        return schema.path(keyword).decimalValue().setScale(0, rounding).toBigInteger();
    }

    /** The numbers from {@code min} to {@code max}, both included. */
    static String between(BigInteger min, BigInteger max) {
        List<String> choices = new ArrayList<>();
        if (min.signum() <= 0 && max.signum() >= 0) {
            choices.add("0");
        }
        if (max.signum() > 0) {
            choices.add(positive(min.max(BigInteger.ONE), max));
        }
        if (min.signum() < 0) {
            choices.add("-(?:" + positive(max.negate().max(BigInteger.ONE), min.negate()) + ")");
        }
        choices.removeIf(choice -> choice.isEmpty() || choice.equals("-(?:)"));
        return choices.isEmpty() ? NOTHING : "^(?:" + String.join("|", choices) + ")$";
    }

    /** The numbers from 1 to {@code max}. */
    static String upTo(BigInteger max) {
        return positive(BigInteger.ONE, max);
    }

    private static String positive(BigInteger min, BigInteger max) {
        List<String> choices = new ArrayList<>();
        int shortest = min.toString().length();
        int longest = max.toString().length();
        if (min.equals(BigInteger.TEN.pow(shortest - 1)) && longest > shortest) {
            choices.add("[1-9]" + any(shortest - 1, longest - 2));
            shortest = longest;
        }
        for (int length = shortest; length <= longest; length++) {
            BigInteger from = min.max(BigInteger.TEN.pow(length - 1));
            BigInteger to = max.min(BigInteger.TEN.pow(length).subtract(BigInteger.ONE));
            if (from.compareTo(to) <= 0) {
                sameLength("", from.toString(), to.toString(), choices);
            }
        }
        return String.join("|", choices);
    }

    /** Digits from {@code from} to {@code to}, which are as many, behind those of {@code prefix}. */
    private static void sameLength(String prefix, String from, String to, List<String> choices) {
        if (from.equals(to)) {
            choices.add(prefix + from);
            return;
        }
        int rest = from.length() - 1;
        char first = from.charAt(0);
        char last = to.charAt(0);
        if (first == last) {
            sameLength(prefix + first, from.substring(1), to.substring(1), choices);
            return;
        }
        if (!from.substring(1).equals("0".repeat(rest))) {
            sameLength(prefix + first++, from.substring(1), "9".repeat(rest), choices);
        }
        boolean whole = to.substring(1).equals("9".repeat(rest));
        char end = whole ? last : (char) (last - 1);
        if (first <= end) {
            choices.add(prefix + range(first, end) + any(rest, rest));
        }
        if (!whole) {
            sameLength(prefix + last, "0".repeat(rest), to.substring(1), choices);
        }
    }

    private static String range(char from, char to) {
        return from == to ? String.valueOf(from) : "[" + from + "-" + to + "]";
    }

    private static String any(int fewest, int most) {
        return most == 0 ? "" : "[0-9]{" + fewest + (fewest == most ? "" : "," + most) + "}";
    }
}
