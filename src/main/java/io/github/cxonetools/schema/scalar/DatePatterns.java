package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.pattern.JavaBracket;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns of {@link java.time.format.DateTimeFormatter} as patterns of ECMA-262. */
final class DatePatterns {

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("uuuu", "[0-9]{4}"),
            Map.entry("yyyy", "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"),
            Map.entry("MM", "(?:0[1-9]|1[0-2])"),
            Map.entry("dd", "(?:0[1-9]|[12][0-9]|3[01])"),
            Map.entry("HH", "(?:[01][0-9]|2[0-3])"),
            Map.entry("mm", "[0-5][0-9]"),
            Map.entry("ss", "[0-5][0-9]"),
            Map.entry("Z", "[+-](?:(?:0[0-9]|1[0-7])[0-5][0-9]|1800)"),
            Map.entry("xx", "[+-](?:(?:0[0-9]|1[0-7])[0-5][0-9]|1800)"),
            Map.entry("XX", "(?:Z|[+-](?:(?:0[0-9]|1[0-7])[0-5][0-9]|1800))"),
            Map.entry("xxx", "[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00)"),
            Map.entry("XXX", "(?:Z|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))"),
            Map.entry("''", "'"));

    private static final String SHORT_OFFSET = "(?:Z|[+-](?:(?:0[0-9]|1[0-7])(?:[0-5][0-9])?|18(?:00)?))";
    private static final Pattern TOKEN = Pattern.compile("''|'((?:[^']|'')*)'|([A-Za-z])\\2*|[^A-Za-z']");

    private DatePatterns() {}

    /** {@return true if the type is one of those that {@code @JsonFormat(pattern)} formats} */
    static boolean format(Class<?> type) {
        return type.getName().startsWith("java.time.") || type == Date.class || Calendar.class.isAssignableFrom(type);
    }

    static String toEcma(Class<?> type, JsonFormat format, String place) throws UnsupportedTypeException {
        String pattern = format.pattern();
        if (format.lenient().equals("FALSE")) {
            throw new UnsupportedTypeException(
                    place,
                    "@JsonFormat(lenient = FALSE) with a pattern refuses days that "
                            + "no pattern of JSON Schema tells from others. Remove lenient");
        }
        StringBuilder ecma = new StringBuilder("^");
        Matcher token = TOKEN.matcher(pattern);
        int end = 0;
        while (token.lookingAt()) {
            ecma.append(translated(token, type, pattern, place));
            end = token.end();
            token.region(end, pattern.length());
        }
        if (end < pattern.length()) {
            throw unsupported(pattern, place);
        }
        return ecma.append('$').toString();
    }

    private static String translated(Matcher token, Class<?> type, String pattern, String place)
            throws UnsupportedTypeException {
        String text = token.group();
        if (text.equals("X")) {
            return type.getName().startsWith("java.time.") ? SHORT_OFFSET : "(?:Z|[+-](?:0[0-9]|1[0-8]))";
        }
        if (LETTERS.containsKey(text)) {
            return LETTERS.getOrDefault(text, text);
        }
        if (text.matches("S{1,9}")) {
            return "[0-9]{" + text.length() + "}";
        }
        if (token.group(1) != null) {
            return literal(token.group(1).replace("''", "'"));
        }
        if (token.group(2) != null || "[]{}#".contains(text)) {
            throw unsupported(pattern + "\" for " + type.getSimpleName() + " with \"" + text, place);
        }
        return literal(text);
    }

    private static String literal(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append(JavaBracket.literal(c)));
        return escaped.toString();
    }

    private static UnsupportedTypeException unsupported(String pattern, String place) {
        return new UnsupportedTypeException(
                place,
                "the date pattern \"" + pattern
                        + "\" has no equal in JSON Schema. Use digits only (uuuu MM dd HH mm ss SSS XXX), or remove the pattern");
    }
}
