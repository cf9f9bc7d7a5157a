package io.github.cxonetools.schema.pattern;

import java.math.BigInteger;
import java.util.Locale;

/**
 * What a text must look like so that the JDK can read it: {@code format} is only a note to the reader. Years have four
 * digits, days exist in their month, seconds run to 59.
 */
public final class TextPatterns {

    private static final String LEAP_YEAR =
            "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";

    private static final String DAY = "(?:" + LEAP_YEAR + "-02-29|[0-9]{4}-(?:"
            + "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
            + "|02-(?:0[1-9]|1[0-9]|2[0-8])))";

    private static final String MINUTES = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    private static final String FRACTION = "(?:\\.[0-9]{1,9})?";

    private static final String TIME = MINUTES + "(?::[0-5][0-9]" + FRACTION + ")?";

    private static final String INT = "(?:0|" + IntegerPatterns.upTo(BigInteger.valueOf(Integer.MAX_VALUE)) + "|-(?:"
            + IntegerPatterns.upTo(BigInteger.valueOf(Integer.MIN_VALUE).negate()) + "))";

    private static final String OFFSET = "(?:Z|[+-](?:0[0-9]|1[0-7]):[0-5][0-9](?::[0-5][0-9])?|[+-]18:00(?::00)?)";

    public static final String DATE = whole(DAY);
    public static final String LOCAL_TIME = whole(TIME);
    public static final String LOCAL_DATE_TIME = whole(DAY + "T" + TIME);
    public static final String INSTANT = whole(DAY + "T" + MINUTES + ":[0-5][0-9]" + FRACTION + "Z");
    public static final String OFFSET_DATE_TIME = whole(DAY + "T" + TIME + OFFSET);
    public static final String OFFSET_TIME = whole(TIME + OFFSET);
    public static final String ZONE_OFFSET = whole(OFFSET);
    public static final String DATE_TIME =
            whole(DAY + "T" + MINUTES + ":[0-5][0-9](?:\\.[0-9]{1,3})?" + "(?:Z|[+-](?:0[0-9]|1[0-7]):[0-5][0-9])");
    /** Joda counts milliseconds. */
    public static final String JODA_LOCAL_TIME = whole(MINUTES + "(?::[0-5][0-9](?:\\.[0-9]{1,3})?)?");

    public static final String JODA_LOCAL_DATE_TIME = whole(DAY + "T" + MINUTES + "(?::[0-5][0-9](?:\\.[0-9]{1,3})?)?");
    public static final String YEAR = whole("[0-9]{4}");
    public static final String YEAR_MONTH = whole("[0-9]{4}-(?:0[1-9]|1[0-2])");
    public static final String MONTH_DAY = whole("--(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))");
    public static final String UUID =
            whole("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    public static final String UUID_BYTES = whole("[A-Za-z0-9+/]{21}[AQgw]==");
    public static final String INTEGER = whole("-?(?:0|[1-9][0-9]*)");
    /** Jackson trims as {@link String#trim}, and makes null of what is then empty. */
    public static final String NOT_TRIMMED_AWAY = "[^\\u0000- ]";

    public static final String CHARACTER = whole("[\\u0000-\\ud7ff\\ue000-\\uffff]");
    public static final String BASE64 = whole("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    public static final String DECIMAL = whole("-?[0-9]+(?:\\.[0-9]+)?(?:E[+-]?[0-9]{1,9})?");
    /** As Java writes a {@code double}. */
    public static final String FLOATING = whole("(?:-?[0-9]+(?:\\.[0-9]+)?(?:E[+-]?[0-9]{1,9})?|NaN|-?Infinity)");
    /** A whole number of any size as Java writes it. */
    public static final String WHOLE_NUMBER = whole("(?:0|-?[1-9][0-9]*)");

    public static final String DURATION = whole(duration());
    public static final String PERIOD = whole("P(?=.)(?:" + INT + "Y)?(?:" + INT + "M)?(?:" + INT + "D)?");

    private TextPatterns() {}

    /**
     * What {@link java.time.Duration} writes, up to its largest and down to its smallest, and days, hours, minutes and seconds
     * of up to nine digits as people write them.
     */
    private static String duration() {
        String max = "2562047788015215";
        String hours = IntegerPatterns.upTo(new BigInteger(max).subtract(BigInteger.ONE));
        String seconds = "[0-5]?[0-9]" + FRACTION + "S";
        return "P(?:T(?=.)(?:-?(?:" + hours + ")H)?(?:-?[0-5]?[0-9]M)?(?:-?" + seconds + ")?"
                + "|T" + max + "H(?:[12]?[0-9]M)?(?:" + seconds + ")?"
                + "|T" + max + "H30M(?:[0-7]" + FRACTION + "S)?"
                + "|T-" + max + "H(?:-[12]?[0-9]M)?(?:-" + seconds + ")?"
                + "|T-" + max + "H-30M(?:-(?:[0-7]" + FRACTION + "|8)S)?"
                + "|(?=[0-9T])(?:[0-9]{1,9}D)?"
                + "(?:T(?=[0-9])(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}" + FRACTION + "S)?)?)";
    }

    /** Matches a text as {@code String.equalsIgnoreCase} does, character by character. */
    public static String inAnyCase(String text) {
        StringBuilder pattern = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> pattern.append(JavaBracket.ecma(CodePoints.thatLowerTo(c))));
        return pattern.toString();
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }
}
