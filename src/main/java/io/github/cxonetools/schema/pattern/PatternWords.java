package io.github.cxonetools.schema.pattern;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patterns that contracts are given for constraints and types, in the words that those stand for. */
public final class PatternWords {

    private static final Map<String, String> WORDS = words();

    private PatternWords() {}

    /** What a text must be, as it completes "must …"; null for a pattern that somebody has written. */
    public static @Nullable String of(String pattern) {
        String known = WORDS.get(pattern);
        if (known != null) {
            return known;
        }
        String protocol = UrlPattern.protocol(pattern);
        if (protocol != null) {
            return protocol.isEmpty() ? "be a URL" : "be a URL of the protocol " + protocol;
        }
        if (UuidPattern.is(pattern)) {
            return "be a UUID of the kind that is asked for";
        }
        return Base64Patterns.isOfSize(pattern) ? "be Base64 of as many bytes as are asked for" : null;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put(NotBlankSemantics.TRIM.pattern(), "not be blank");
        words.put(NotBlankSemantics.WHITE_SPACE.pattern(), "not be blank");
        words.put(TextPatterns.NOT_TRIMMED_AWAY, "not be blank");
        words.put(TextPatterns.DATE, "be a date such as 2026-01-31");
        words.put(TextPatterns.LOCAL_TIME, "be a time such as 23:59:59");
        words.put(TextPatterns.LOCAL_DATE_TIME, "be a date and a time such as 2026-01-31T23:59:59");
        words.put(TextPatterns.INSTANT, "be an instant such as 2026-01-31T23:59:59Z");
        words.put(TextPatterns.OFFSET_DATE_TIME, "be a date and a time with offset such as 2026-01-31T23:59:59+01:00");
        words.put(TextPatterns.DATE_TIME, "be a date and a time with offset such as 2026-01-31T23:59:59.000+01:00");
        words.put(TextPatterns.OFFSET_TIME, "be a time with offset such as 23:59:59+01:00");
        words.put(TextPatterns.ZONE_OFFSET, "be an offset such as +01:00");
        words.put(TextPatterns.YEAR, "be a year such as 2026");
        words.put(TextPatterns.YEAR_MONTH, "be a month such as 2026-01");
        words.put(TextPatterns.MONTH_DAY, "be a day such as --01-31");
        words.put(TextPatterns.DURATION, "be a duration such as PT1H30M");
        words.put(TextPatterns.PERIOD, "be a period such as P1Y2M3D");
        words.put(TextPatterns.UUID, "be a UUID");
        words.put(TextPatterns.CHARACTER, "be one character");
        words.put(TextPatterns.BASE64, "be Base64");
        words.put(TextPatterns.WHOLE_NUMBER, "be a whole number without leading zeros");
        words.put(TextPatterns.INTEGER, "be a whole number without leading zeros");
        words.put(TextPatterns.DECIMAL, "be a number");
        words.put(UriPattern.ECMA, "be a URI");
        return Map.copyOf(words);
    }
}
