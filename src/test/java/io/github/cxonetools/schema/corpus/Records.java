package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/** Records of the corpus. */
public final class Records {

    private Records() {}

    public record Primitives(
            boolean flag, byte tiny, short small, int whole, long big, float single, double twice, char letter) {}

    public record Wrappers(
            Boolean flag,
            Byte tiny,
            Short small,
            Integer whole,
            Long big,
            Float single,
            Double twice,
            Character letter) {}

    public record BigNumbers(
            BigInteger whole,
            BigDecimal exact,
            @NotNull BigInteger mustWhole,
            @NotNull BigDecimal mustExact) {}

    public record IntBounds(
            @Min(1) @Max(10) int page,
            @Min(-5) Integer low,
            @Max(100) long high,
            @Positive int positive,
            @PositiveOrZero Short positiveOrZero,
            @Negative long negative,
            @NegativeOrZero Byte negativeOrZero) {}

    public record DecimalBounds(
            @DecimalMin("-1.0") @DecimalMax("1.0") Double score,

            @DecimalMin(value = "0.1", inclusive = false) @DecimalMax(value = "0.9", inclusive = false)
            double open,

            @DecimalMin("0.1") @DecimalMax("0.7") float single,
            @DecimalMin(value = "0.1", inclusive = false) Float openSingle,
            @DecimalMax("99999.99") BigDecimal money,
            @DecimalMin("10") BigInteger whole,
            @Positive Float positive,
            @Min(3) @Max(16777217) Float longBounds,
            @Min(-7) Double doubleLong) {}

    public record DigitsBounds(
            @Digits(integer = 3, fraction = 0) int count,
            @Digits(integer = 6, fraction = 2) Double price) {}

    public record Texts(
            @NotNull String must,
            @NotEmpty String filled,
            @NotBlank String visible,
            @Size(min = 2, max = 5) String sized,

            @NotNull @Pattern(regexp = "^(voice|chat|email|sms)$")
            String channel,

            @Pattern(regexp = "[A-Z]{2}\\d{3}") String code,
            @Pattern(regexp = "a.b") String dotted,
            @Pattern(regexp = "\\s*x\\S+") @Size(max = 4) String spaced,
            @Pattern(regexp = "cat|dog") String either,
            CharSequence any) {}

    public record Lists(
            List<String> loose,
            @NotNull List<@NotNull String> strict,
            @Size(min = 1, max = 3) List<@NotBlank String> sized,
            List<@Min(0) @Max(5) Integer> bounded,
            @NotEmpty Collection<Long> filled,
            List<List<@NotNull Integer>> nested,
            String[] array,
            int[] numbers,
            byte[] bytes) {}

    public record Sets(
            @Size(min = 2) Set<String> names,
            Set<Integer> numbers,
            SortedSet<String> sorted,
            Set<Color> colors,
            Set<Double> doubles) {}

    public record Maps(
            Map<String, Object> anything,
            @NotNull Map<String, @NotNull Integer> counts,
            @Size(max = 2) Map<String, @Size(max = 3) String> sized,
            Map<Integer, String> byNumber,
            Map<Color, String> byColor,
            EnumMap<Color, Integer> enumMap,
            Map<UUID, Boolean> byId,
            Map<@NotBlank String, List<@NotNull String>> lists) {}

    public enum Color {
        RED,
        GREEN,
        BLUE
    }

    public enum Renamed {
        @JsonProperty("one")
        ONE,
        @JsonProperty("two")
        TWO,
        THREE
    }

    public enum Coded {
        A(10),
        B(20);

        private final int code;

        Coded(int code) {
            this.code = code;
        }

        @JsonValue
        public int code() {
            return code;
        }
    }

    public enum Worded {
        UP,
        DOWN;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public record Enums(
            Color color,
            @NotNull Renamed renamed,
            Coded coded,
            Worded worded,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Color byNumber,
            List<@NotNull Color> colors,
            Month month) {}

    public record Optionals(
            Optional<String> text,
            @NotNull Optional<@NotBlank String> must,
            OptionalInt whole,
            OptionalLong big,
            OptionalDouble twice,
            Optional<Address> address) {}

    public record Times(
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            OffsetDateTime offset,
            OffsetTime offsetTime,
            ZonedDateTime zoned,
            ZoneOffset zoneOffset,
            YearMonth yearMonth,
            MonthDay monthDay) {}

    public record Spans(Duration duration, Period period, Year year) {}

    public record FormattedTimes(
            @JsonFormat(pattern = "dd.MM.uuuu") LocalDate german,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd HH:mm")
            LocalDateTime minutes,

            @JsonFormat(shape = JsonFormat.Shape.STRING) int asText) {}

    public record Ids(UUID id, @NotNull UUID must) {}

    public record Addresses(java.net.URI uri, @NotNull java.net.URI must) {}

    public record Address(
            @NotBlank String street,

            @Size(min = 5, max = 5) @Pattern(regexp = "\\d*")
            String zip,

            int number) {}

    public record Unchecked(Address address, List<Address> addresses) {}

    public record Checked(
            @Valid @NotNull Address address,
            @Valid List<Address> addresses,
            Map<String, @Valid Address> byName,
            List<@Valid @NotNull Address> strict,
            @Valid Address[] array) {}

    public record Nested(
            @Valid Optional<Address> optional,
            @Valid List<List<Address>> deep,
            @Valid Address[][] matrix,
            @NotNull String[] names,
            @Size(min = 2) @NotNull String @Size(min = 3) [] sized,
            List<@Valid List<Address>> inner) {}

    public record Page<T>(
            @NotNull @Valid List<@Valid T> items, @Min(0) int total, T first) {}

    public record Orders(@Valid @NotNull Page<Address> page, Page<String> names) {}

    public record Anything(Object any, @NotNull Object must, JsonNode node, List<Object> list) {}

    public record Renaming(
            @JsonProperty("the_name") @NotNull String name,
            @JsonProperty(value = "count", required = true) int number,
            @JsonAlias({"old", "older"}) @NotNull String current,
            @JsonAlias("was") @Min(1) Integer optional,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            String secret) {}

    @JsonPropertyOrder({"c", "a"})
    public record Ordered(int a, int b, int c) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithoutNulls(@NotNull String must, String maybe, List<String> list) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record WithoutEmpties(String maybe, List<String> list, Map<String, String> map) {}

    public record Flags(
            @AssertTrue boolean accepted,
            @AssertTrue Boolean maybe,
            @Null String nothing) {}

    public record Computed(int width, int height) {

        @JsonProperty("area")
        public int area() {
            return width / 2 * (height / 2);
        }

        @JsonIgnore
        public boolean isSquare() {
            return width == height;
        }
    }

    public record EmailAddress(@JsonValue @NotNull String value) {}

    public record Money(BigDecimal amount, String currency) {

        @JsonCreator
        public static Money of(@JsonProperty("amount") BigDecimal amount, @JsonProperty("currency") String currency) {
            return new Money(amount, currency);
        }
    }

    public record Wrapped(@Valid @NotNull EmailAddress email, Money money) {}
}
