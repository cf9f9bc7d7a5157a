package io.github.cxonetools.schema;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Single values, biased to the bounds that annotations set, one step to either side of them included. */
final class ScalarSamples {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "ab",
            "abc",
            "abcd",
            "voice",
            "AB123",
            "a.b",
            "a\u0085b",
            "axb",
            " x1",
            "\t\u00a0x\u2003",
            "cat",
            "dog",
            "dogs",
            "12345",
            "\u0000",
            "\u001f",
            "\u00e4\u00f6",
            "\ud83d\ude00",
            "a\nb",
            "a\u2028b",
            "\u007f",
            "x\n",
            "null",
            "0",
            "\u3000");

    private static final List<String> URIS = List.of(
            "",
            "https://a.example.com/b?c=d#e",
            "mailto:a@b.c",
            "/relative",
            "a b".replace(" ", "%20"),
            "urn:x:y",
            "http://[::1]:80/",
            "#",
            "?q",
            "//host",
            "http://host:8080",
            "file:///a/b",
            "\u00e4/\u00f6",
            "a:b:c",
            "http://u@h/",
            "http://a_b/",
            "http://h:/x",
            "x://[fe80::1%25en0]/",
            "./a:b",
            "http://1.2.3.4/",
            "s:%41",
            "http:///p",
            "%00");

    private final Random random;

    ScalarSamples(Random random) {
        this.random = random;
    }

    int size(List<Annotation> hints) {
        for (Annotation hint : hints) {
            if (hint.annotationType().getSimpleName().equals("Size")) {
                Map<String, Object> values = Attributes.of(hint);
                int min = (Integer) values.get("min");
                int max = Math.min((Integer) values.get("max"), min + 3);
                return Math.max(
                        0, (random.nextBoolean() ? min : max) + (random.nextInt(6) == 0 ? random.nextInt(3) - 1 : 0));
            }
        }
        return random.nextInt(4);
    }

    private BigDecimal bound(List<Annotation> hints) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (Annotation hint : hints) {
            Object value = Attributes.of(hint).get("value");
            switch (hint.annotationType().getSimpleName()) {
                case "Min", "Max", "DecimalMin", "DecimalMax" -> bounds.add(new BigDecimal(value.toString()));
                case "Positive", "PositiveOrZero", "Negative", "NegativeOrZero" -> bounds.add(BigDecimal.ZERO);
                case "Digits" ->
                    bounds.add(BigDecimal.TEN.pow((Integer) Attributes.of(hint).get("integer")));
                default -> {}
            }
        }
        return bounds.isEmpty() ? null : bounds.get(random.nextInt(bounds.size()));
    }

    private long whole(List<Annotation> hints, long min, long max) {
        BigDecimal bound = bound(hints);
        if (bound != null && random.nextInt(8) != 0) {
            return Math.max(min, Math.min(max, bound.longValue() + random.nextInt(5) - 2));
        }
        long[] odd = {0, 1, -1, min, max, min + 1, max - 1, random.nextInt(100)};
        return Math.max(min, Math.min(max, odd[random.nextInt(odd.length)]));
    }

    private double floating(List<Annotation> hints) {
        BigDecimal bound = bound(hints);
        if (bound != null && random.nextInt(8) != 0) {
            double value = bound.doubleValue();
            double[] near = {
                value, Math.nextUp(value), Math.nextDown(value), value + 1, value - 1, value + 0.01, value - 0.01
            };
            return random.nextInt(12) == 0 ? noNumber() : near[random.nextInt(near.length)];
        }
        if (random.nextInt(6) == 0) {
            return noNumber();
        }
        double[] odd = {0.5, 1, -1, 0.1, 1e10, 1e-10, Double.MIN_VALUE, Double.MAX_VALUE, random.nextGaussian(), 12.34};
        return odd[random.nextInt(odd.length)];
    }

    /** What JSON has no number for. */
    private double noNumber() {
        double[] none = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        return none[random.nextInt(none.length)];
    }

    private float single(List<Annotation> hints) {
        if (random.nextInt(9) == 0) {
            return (float) noNumber();
        }
        BigDecimal bound = bound(hints);
        float value = bound == null ? 0.5f : bound.floatValue();
        float[] near = {
            value, Math.nextUp(value), Math.nextDown(value), value + 1, value - 1, value + 0.3f, Float.MIN_VALUE, 3e38f
        };
        return near[random.nextInt(near.length)];
    }

    /** Null where {@code type} is no single value. */
    Object of(Class<?> type, List<Annotation> hints) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return switch (type.getName()) {
            case "boolean", "java.lang.Boolean" -> random.nextInt(3) != 0;
            case "byte", "java.lang.Byte" -> (byte) whole(hints, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "java.lang.Short" -> (short) whole(hints, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "java.lang.Integer" -> (int) whole(hints, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long", "java.lang.Long" -> whole(hints, Long.MIN_VALUE, Long.MAX_VALUE);
            case "float", "java.lang.Float" -> single(hints);
            case "double", "java.lang.Double" -> floating(hints);
            case "char", "java.lang.Character" -> "a\u0000\u00e9\uffff\u4e2d".charAt(random.nextInt(5));
            case "java.lang.String", "java.lang.CharSequence" -> text(hints);
            case "java.math.BigInteger" ->
                BigInteger.valueOf(whole(hints, Long.MIN_VALUE, Long.MAX_VALUE))
                        .multiply(random.nextInt(5) == 0 ? BigInteger.TEN.pow(30) : BigInteger.ONE);
            case "java.math.BigDecimal" -> decimal(hints);
            case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "java.net.URI" -> URI.create(URIS.get(random.nextInt(URIS.size())));
            case "java.lang.Object", "java.io.Serializable" -> anything();
            case "java.nio.ByteBuffer" -> java.nio.ByteBuffer.wrap(new byte[random.nextInt(4)]);
            case "java.io.File" -> new java.io.File("a/b");
            case "java.lang.StringBuffer" -> new StringBuffer(text(hints));
            case "java.lang.StringBuilder" -> new StringBuilder(text(hints));
            case "java.lang.Number" -> random.nextBoolean() ? (Object) random.nextInt(5) : (Object) floating(List.of());
            case "char[]", "[C" ->
                "a\u00e9\uffff".substring(0, random.nextInt(4)).toCharArray();
            case "java.util.concurrent.atomic.AtomicInteger" -> new AtomicInteger((int) whole(hints, -9, 9));
            case "java.util.concurrent.atomic.AtomicLong" -> new AtomicLong(whole(hints, Long.MIN_VALUE, 9));
            case "java.util.concurrent.atomic.AtomicBoolean" -> new AtomicBoolean(random.nextBoolean());
            case "java.util.Locale" ->
                pick(Locale.ROOT, Locale.GERMANY, Locale.forLanguageTag("zh-Hant-TW"), Locale.FRENCH);
            case "java.util.Currency" -> pick(Currency.getInstance("EUR"), Currency.getInstance("USD"));
            case "java.util.TimeZone" -> pick(TimeZone.getTimeZone("UTC"), TimeZone.getTimeZone("Europe/Paris"));
            case "java.time.ZoneId" ->
                pick(
                        ZoneId.of("Europe/Paris"),
                        ZoneOffset.UTC,
                        ZoneId.of("GMT+2"),
                        ZoneId.of("UTC"),
                        ZoneId.of("Etc/GMT+5"),
                        ZoneId.of("UT-01:30:10"),
                        ZoneOffset.ofHours(18));
            case "java.net.URL" -> url();
            case "java.util.Date" -> date();
            case "java.util.Calendar", "java.util.GregorianCalendar" -> calendar();
            case "java.sql.Date" -> java.sql.Date.valueOf(LocalDate.of(2024, 2, 29));
            case "java.util.OptionalInt" ->
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
            case "java.util.OptionalLong" ->
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
            case "java.util.OptionalDouble" ->
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(floating(List.of()));
            default -> type.getName().startsWith("java.time.") ? time(type) : tree(type);
        };
    }

    private Object pick(Object... values) {
        return values[random.nextInt(values.length)];
    }

    private Date date() {
        return Date.from(((OffsetDateTime) time(OffsetDateTime.class))
                .withYear(2000 + random.nextInt(100))
                .toInstant());
    }

    private Calendar calendar() {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTime(date());
        return calendar;
    }

    private static java.net.URL url() {
        try {
            return new java.net.URL("https://a.example.com/b?c");
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At {@code @Size} in the BMP: Java counts halves of other characters, and JSON whole ones. */
    private String text(List<Annotation> hints) {
        boolean counted = hints.stream()
                .anyMatch(hint -> hint.annotationType().getSimpleName().equals("Size"));
        String text = text();
        return counted && text.length() > text.codePointCount(0, text.length()) ? "\u00e4" : text;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private BigDecimal decimal(List<Annotation> hints) {
        BigDecimal bound = bound(hints);
        BigDecimal value = bound == null ? new BigDecimal("12.50") : bound;
        BigDecimal[] near = {
            value,
            value.add(new BigDecimal("0.01")),
            value.subtract(new BigDecimal("1E-30")),
            value.add(BigDecimal.ONE),
            new BigDecimal("1E+3")
        };
        return near[random.nextInt(near.length)];
    }

    private Object anything() {
        Object[] values = {"text", 1, 2.5, true, List.of(1, "a"), Map.of("k", 1), ""};
        return values[random.nextInt(values.length)];
    }

    private static Object tree(Class<?> type) {
        return switch (type.getName()) {
            case "com.fasterxml.jackson.databind.JsonNode" ->
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("a", 1);
            case "tools.jackson.databind.JsonNode" ->
                tools.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("a", 1);
            default -> null;
        };
    }

    private Object time(Class<?> type) {
        int year = new int[] {0, 1, 9999, 1900, 2000, 2024, 2026, 9998}[random.nextInt(8)];
        LocalDate date = LocalDate.of(year, 1, 1).withDayOfYear(1 + random.nextInt(365));
        LocalTime time = random.nextInt(3) == 0
                ? LocalTime.of(random.nextInt(24), random.nextInt(60))
                : LocalTime.ofNanoOfDay(
                        random.nextLong(86_400_000_000_000L) / 1000 * (random.nextBoolean() ? 1000 : 1));
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(
                new int[] {0, 3600, -34200, 64800, -64800, 3661, 5 * 3600 + 1800}[random.nextInt(7)]);
        OffsetDateTime dateTime = OffsetDateTime.of(date, time, offset);
        return switch (type.getSimpleName()) {
            case "Instant" ->
                dateTime.withYear(Math.min(9998, Math.max(1, year))).toInstant();
            case "LocalDate" -> date;
            case "LocalTime" -> time;
            case "LocalDateTime" -> LocalDateTime.of(date, time);
            case "OffsetDateTime" -> dateTime;
            case "OffsetTime" -> OffsetTime.of(time, offset);
            case "ZonedDateTime" ->
                random.nextBoolean()
                        ? dateTime.toZonedDateTime()
                        : ZonedDateTime.of(date, time, ZoneId.of("Europe/Paris"));
            case "ZoneOffset" -> offset;
            case "YearMonth" -> YearMonth.from(date);
            case "MonthDay" -> MonthDay.from(date);
            case "Year" -> Year.of(1900 + random.nextInt(300));
            case "Period" ->
                random.nextBoolean()
                        ? Period.of(random.nextInt(), random.nextInt(20) - 9, random.nextInt(40) - 20)
                        : Period.ZERO;
            case "Duration" ->
                new Duration[] {
                            Duration.ZERO,
                            Duration.ofSeconds(random.nextLong(), random.nextInt(1_000_000_000)),
                            Duration.ofMillis(-1500),
                            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                            Duration.ofSeconds(Long.MIN_VALUE),
                            Duration.ofMinutes(-90),
                            Duration.ofNanos(-1)
                        }
                        [random.nextInt(7)];
            default -> throw new AssertionError("No samples of " + type);
        };
    }
}
