package io.github.cxonetools.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole numbers in canonical notation as patterns: no leading zero, no plus, no {@code -0}. */
final class IntegerPatterns {

    private IntegerPatterns() {}

    /** The numbers that {@code type} can hold; null where it is no type of whole numbers. */
    static @Nullable String of(Class<?> type) {
        return switch (type.getName()) {
            case "byte", "java.lang.Byte" -> between(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "java.lang.Short" -> between(Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "java.lang.Integer" -> between(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long", "java.lang.Long" -> between(Long.MIN_VALUE, Long.MAX_VALUE);
            default -> null;
        };
    }

    /** The numbers from {@code min}, which is negative, to {@code max}, which is not. */
    static String between(long min, long max) {
        String positive = upTo(BigInteger.valueOf(max));
        String negative = upTo(BigInteger.valueOf(min).negate());
        return "^(?:0|" + positive + "|-(?:" + negative + "))$";
    }

    /** The numbers from 1 to {@code max}. */
    static String upTo(BigInteger max) {
        String digits = max.toString();
        List<String> choices = new ArrayList<>();
        if (digits.length() > 1) {
            choices.add("[1-9]" + any(digits.length() - 2, true));
        }
        for (int i = 0; i < digits.length(); i++) {
            int from = i == 0 ? 1 : 0;
            int to = digits.charAt(i) - '0' - 1;
            if (to >= from) {
                choices.add(digits.substring(0, i) + range(from, to) + any(digits.length() - i - 1, false));
            }
        }
        choices.add(digits);
        return String.join("|", choices);
    }

    private static String range(int from, int to) {
        return from == to ? String.valueOf(from) : "[" + from + "-" + to + "]";
    }

    private static String any(int count, boolean orFewer) {
        return count == 0 ? "" : "[0-9]{" + (orFewer ? "0," : "") + count + "}";
    }
}
