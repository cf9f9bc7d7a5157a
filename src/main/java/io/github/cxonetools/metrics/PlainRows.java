package io.github.cxonetools.metrics;

import io.github.cxonetools.text.MaskedTexts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of the usual form in one pass over its bytes: {@code data} alone, with rows of the known members, each once,
 * written without escapes, signs and exponents. A JSON parser takes three times as long for 100,000 rows, most of it for being
 * compiled. What has any other form is left to {@link RowReader}, whole.
 */
final class PlainRows {

    /** Below it, a {@code long} holds one more digit, whichever it is. */
    private static final long MAX_NUMBER = 100_000_000_000_000_000L;

    private static final int MAX_SCALE = 100;

    private static final int KNOWN = 1 << 12;

    private final byte[] json;
    private final MaskedTexts masked;
    private final Timestamps timestamps = new Timestamps();
    private int at;

    /** Few texts and figures stand in many rows: the last of each hash. */
    private final @Nullable String[] texts = new String[KNOWN];

    private final @Nullable BigDecimal[] figures = new BigDecimal[KNOWN];
    private final long[] unscaled = new long[KNOWN];
    private final byte[] scales = new byte[KNOWN];

    /** Where the last timestamp stands: neighbouring rows mostly share one. */
    private int lastTime;

    private int lastTimeLength = -1;
    private @Nullable Instant lastInstant;

    private @Nullable Instant timestamp;
    private @Nullable String status;
    private @Nullable String version;
    private @Nullable Long count;
    private @Nullable BigDecimal latency;
    private @Nullable BigDecimal errorRate;

    /** The answer has another form. */
    private static final class OtherFormException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherFormException() {
            super(null, null, false, false);
        }
    }

    private PlainRows(byte[] json, MaskedTexts masked) {
        this.json = json;
        this.masked = masked;
    }

    /** The answer's rows, masked; null where it has another form. */
    static @Nullable List<MetricsRow> read(byte[] json, MaskedTexts masked) {
        try {
            return new PlainRows(json, masked).answer();
        } catch (OtherFormException e) {
            return null;
        }
    }

    private List<MetricsRow> answer() {
        List<MetricsRow> rows = new ArrayList<>();
        expect('{');
        require(name("data"));
        expect(':');
        expect('[');
        if (next() == ']') {
            at++;
        } else {
            do {
                rows.add(row());
            } while (isFollowed(']'));
        }
        expect('}');
        while (at < json.length) {
            require(isBlank(byteAt(at++)));
        }
        return rows;
    }

    private MetricsRow row() {
        timestamp = null;
        status = null;
        version = null;
        count = null;
        latency = null;
        errorRate = null;
        expect('{');
        do {
            member();
        } while (isFollowed('}'));
        return new MetricsRow(timestamp, status, version, count, latency, errorRate, Map.of());
    }

    private void member() {
        if (name(MetricsRow.TIMESTAMP)) {
            require(timestamp == null);
            timestamp = required(timestamp());
        } else if (name(MetricsRow.STATUS)) {
            require(status == null);
            status = text();
        } else if (name(MetricsRow.VERSION)) {
            require(version == null);
            version = text();
        } else if (name(MetricsRow.COUNT)) {
            require(count == null);
            count = required(RowNumbers.count(whole()));
        } else if (name(MetricsRow.AVG_LATENCY)) {
            require(latency == null);
            latency = required(RowNumbers.latency(figure()));
        } else {
            require(name(MetricsRow.ERROR_RATE) && errorRate == null);
            errorRate = required(RowNumbers.rate(figure()));
        }
    }

    /** Passes over {@code expected}, a text in quotes, where it comes next. */
    private boolean name(String expected) {
        next();
        int length = expected.length();
        if (byteAt(at) != '"' || byteAt(at + length + 1) != '"' || !isAt(at + 1, length, expected)) {
            return false;
        }
        at += length + 2;
        return true;
    }

    private @Nullable Instant timestamp() {
        int begin = beginText();
        int length = endText() - begin;
        if (length != lastTimeLength
                || !Arrays.equals(json, begin, begin + length, json, lastTime, lastTime + length)) {
            lastInstant = timestamps.parse(new String(json, begin, length, StandardCharsets.ISO_8859_1));
            lastTime = begin;
            lastTimeLength = length;
        }
        return lastInstant;
    }

    private String text() {
        int begin = beginText();
        int length = endText() - begin;
        int hash = 0;
        for (int i = begin; i < begin + length; i++) {
            hash = 31 * hash + json[i];
        }
        int place = (hash ^ hash >>> 12) & KNOWN - 1;
        String known = texts[place];
        if (known == null || !isAt(begin, length, known)) {
            known = new String(json, begin, length, StandardCharsets.ISO_8859_1);
            require(!known.isBlank());
            texts[place] = known;
        }
        return masked.mask(known);
    }

    private boolean isAt(int begin, int length, String text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (json[begin + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int beginText() {
        expect(':');
        expect('"');
        return at;
    }

    /** Passes over ASCII that JSON writes as it is. */
    private int endText() {
        while (byteAt(at) != '"') {
            require(byteAt(at) >= ' ' && json[at] != '\\');
            at++;
        }
        return at++;
    }

    private long whole() {
        expect(':');
        next();
        return digits();
    }

    /** A number, with or without a fraction. */
    private BigDecimal figure() {
        expect(':');
        next();
        long number = digits();
        int scale = 0;
        if (byteAt(at) == '.') {
            int point = at++;
            while (isDigit(byteAt(at))) {
                number = withDigit(number);
            }
            scale = at - point - 1;
            require(scale > 0 && scale < MAX_SCALE);
        }
        return known(number, scale);
    }

    private BigDecimal known(long number, int scale) {
        int place = (int) (number ^ number >>> 12 ^ scale) & KNOWN - 1;
        BigDecimal figure = figures[place];
        if (figure == null || unscaled[place] != number || scales[place] != scale) {
            figure = BigDecimal.valueOf(number, scale);
            figures[place] = figure;
            unscaled[place] = number;
            scales[place] = (byte) scale;
        }
        return figure;
    }

    /** At least one, and no zero before another: JSON has no such numbers. */
    private long digits() {
        int begin = at;
        long number = 0;
        while (isDigit(byteAt(at))) {
            number = withDigit(number);
        }
        int digits = at - begin;
        require(digits > 0 && (digits == 1 || json[begin] != '0'));
        return number;
    }

    private long withDigit(long number) {
        require(number < MAX_NUMBER);
        return number * 10 + json[at++] - '0';
    }

    /** After an element: true for a comma, false for what ends the list. */
    private boolean isFollowed(char end) {
        byte next = next();
        at++;
        require(next == ',' || next == end);
        return next == ',';
    }

    private void expect(char wanted) {
        require(next() == wanted);
        at++;
    }

    private byte next() {
        while (isBlank(byteAt(at))) {
            at++;
        }
        return byteAt(at);
    }

    /** Behind the end, nothing that any answer has. */
    private byte byteAt(int index) {
        return index < json.length ? json[index] : 0;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static void require(boolean usual) {
        if (!usual) {
            throw new OtherFormException();
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new OtherFormException();
        }
        return value;
    }
}
