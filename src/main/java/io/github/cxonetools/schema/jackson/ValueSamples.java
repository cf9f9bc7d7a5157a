package io.github.cxonetools.schema.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value of each of the JDK's types that a mapper's features write in several ways. */
final class ValueSamples {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 31, 13, 14, 15);

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(byte.class, (byte) 1),
            Map.entry(Byte.class, (byte) 1),
            Map.entry(short.class, (short) 1),
            Map.entry(Short.class, (short) 1),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(float.class, 1.5f),
            Map.entry(Float.class, 1.5f),
            Map.entry(double.class, 1.5),
            Map.entry(Double.class, 1.5),
            Map.entry(BigInteger.class, BigInteger.TWO),
            Map.entry(BigDecimal.class, new BigDecimal("1.50")),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(String.class, "a"),
            Map.entry(byte[].class, new byte[] {1}),
            Map.entry(Date.class, new Date(0)),
            Map.entry(Duration.class, Duration.ofMinutes(90)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, TIME.toLocalDate()),
            Map.entry(LocalTime.class, TIME.toLocalTime()),
            Map.entry(LocalDateTime.class, TIME),
            Map.entry(OffsetDateTime.class, TIME.atOffset(ZoneOffset.ofHours(2))),
            Map.entry(ZonedDateTime.class, TIME.atZone(ZoneOffset.ofHours(2))));

    private ValueSamples() {}

    /** Null where a type has none. */
    static @Nullable Object of(Class<?> type) {
        return SAMPLES.get(type);
    }
}
