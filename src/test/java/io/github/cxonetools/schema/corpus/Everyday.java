package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.File;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.UUID;

/** Classes of the kinds that services have, with what people put on them. */
public final class Everyday {

    private Everyday() {}

    public static class User {
        @NotBlank
        @Size(max = 80)
        private String fullName;

        @Min(18)
        @Max(120)
        private Integer age;

        private Boolean isVip;
        private String eMail;
        private List<@NotBlank String> roles = new ArrayList<>();

        @NotNull
        private Map<String, @NotNull @Positive Long> quotas = new HashMap<>();

        public String getFullName() {
            return fullName;
        }

        public User setFullName(String value) {
            fullName = value;
            return this;
        }

        public Integer getAge() {
            return age;
        }

        public void setAge(Integer value) {
            age = value;
        }

        public Boolean getIsVip() {
            return isVip;
        }

        public void setIsVip(Boolean value) {
            isVip = value;
        }

        public String getEMail() {
            return eMail;
        }

        public void setEMail(String value) {
            eMail = value;
        }

        public List<String> getRoles() {
            return roles;
        }

        public void setRoles(Collection<String> value) {
            roles = value == null ? null : new ArrayList<>(value);
        }

        public Map<String, Long> getQuotas() {
            return quotas;
        }

        public void setQuotas(Map<String, Long> value) {
            quotas = value;
        }
    }

    /** Getters that wrap what is stored. */
    public static class Wrapping {
        @NotNull
        @Size(max = 5)
        private String name;

        @Min(3)
        private Integer count;

        public Optional<String> getName() {
            return Optional.ofNullable(name);
        }

        public void setName(String value) {
            name = value;
        }

        public OptionalInt getCount() {
            return count == null ? OptionalInt.empty() : OptionalInt.of(count);
        }

        public void setCount(Integer value) {
            count = value;
        }
    }

    public record Line(
            @NotBlank String sku,
            @Min(1) int quantity,
            @DecimalMin("0.01") BigDecimal price) {}

    public static class Paged<T> {
        @NotNull
        @Valid
        private List<T> content = new ArrayList<>();

        @PositiveOrZero
        public int number;

        public Map<String, T> byKey;

        public List<T> getContent() {
            return content;
        }

        public void setContent(List<T> value) {
            content = value;
        }
    }

    public record Bounded<N extends Number & Comparable<N>>(
            @NotNull N value) {}

    public abstract static class Entity<I extends Comparable<I>, S extends Entity<I, S>> {
        @NotNull
        private I id;

        public I getId() {
            return id;
        }

        public void setId(I value) {
            id = value;
        }
    }

    public static class Customer extends Entity<UUID, Customer> {
        @NotBlank
        public String name;
    }

    public record Generic(
            @Valid @NotNull Paged<Line> page,
            Paged<Optional<String>> texts,
            @Valid Bounded<Integer> whole,
            Bounded<BigDecimal> exact,
            @Valid List<Customer> customers) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Phone.class), @JsonSubTypes.Type(Mail.class), @JsonSubTypes.Type(Letter.class)})
    public interface Channel {}

    public record Phone(@NotNull String number, Integer extension) implements Channel {}

    public record Mail(@NotNull String address, String subject) implements Channel {}

    public record Letter(String address, String street) implements Channel {}

    public static class Typed {
        @Valid
        public Channel channel;

        @NotNull
        public List<Channel> channels = new ArrayList<>();

        @Valid
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = Line.class, name = "line"),
            @JsonSubTypes.Type(value = Phone.class, name = "phone")
        })
        public Object payload;
    }

    public static class Audit {
        @NotNull
        public String createdBy;

        public Instant createdAt;

        @Min(0)
        public int version;
    }

    public static class Document<T> {
        @NotBlank
        public String title;

        @JsonUnwrapped
        @Valid
        @NotNull
        public T audit;

        @JsonUnwrapped(prefix = "prev_", suffix = "_v")
        public Audit previous;

        @JsonIgnoreProperties("createdAt")
        @Valid
        public List<Audit> history;
    }

    public record Documents(@Valid Document<Audit> document) {}

    public static class Text {
        @NotNull
        @Size(min = 1, max = 4)
        private final String value;

        private Text(String value) {
            this.value = value;
        }

        @JsonCreator
        public static Text of(String value) {
            return new Text(value);
        }

        @JsonValue
        public String getValue() {
            return value;
        }
    }

    public record Iban(
            @JsonValue @NotNull @Pattern(regexp = "[A-Z]{2}[0-9]{2,30}")
            String value) {}

    public record CustomerId(@JsonValue @Min(1) long id) {}

    public record Values(
            @Valid @NotNull Iban iban,
            @Valid Text text,
            List<@NotNull @Valid Text> texts,
            @Valid CustomerId id,
            Map<Iban, @NotNull String> byIban) {}

    public record Access(
            @JsonProperty(access = JsonProperty.Access.READ_ONLY)
            String computed,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @NotNull
            String secret,

            @JsonAlias({"n.m", "cnt"}) int count) {}

    public static class Extras {
        @NotNull
        public String known;

        private final Map<String, Object> extra = new LinkedHashMap<>();

        @JsonAnyGetter
        public Map<String, Object> getExtra() {
            return extra;
        }

        @JsonAnySetter
        public void put(String name, Object value) {
            extra.put(name, value);
        }
    }

    /** An any-setter whose constraints stand at the field that the any-getter gives. */
    public static class Scores {
        @NotNull
        public Integer id;

        private Map<String, @Min(0) Integer> scores = new LinkedHashMap<>();

        @JsonAnyGetter
        public Map<String, Integer> scores() {
            return scores;
        }

        @JsonAnySetter
        public void score(String name, Integer value) {
            scores.put(name, value);
        }
    }

    public record Rest(
            @NotNull String id,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> rest) {}

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Sparse(
            int a,
            Integer b,
            @NotNull String c,
            boolean d,
            @JsonFormat(shape = JsonFormat.Shape.STRING) int[] numbers) {}

    public enum Level {
        @JsonProperty("low")
        LOW,
        MEDIUM,
        HIGH
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

    public record Numbered(
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) Level level,
            @JsonFormat(shape = JsonFormat.Shape.ARRAY) Level position,
            Coded coded,
            Year year,
            Month month,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Date date,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Calendar calendar,

            @JsonFormat(shape = JsonFormat.Shape.NUMBER) @AssertTrue
            Boolean yes) {}

    public record Shaped(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Year year,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant seconds,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) OffsetDateTime milliseconds,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Duration duration,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @AssertFalse
            Boolean no,

            @JsonFormat(shape = JsonFormat.Shape.BINARY) UUID binary,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) String text,
            @JsonFormat(shape = JsonFormat.Shape.STRING) List<Integer> texts,

            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss.SSSZ")
            OffsetDateTime offset) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"label", "x"})
    public record Tuple(@Min(0) int x, int y, @NotNull String label) {}

    public static class Tuples {
        @Valid
        @NotNull
        public Tuple one;

        public List<Tuple> many;

        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        @Valid
        public Audit audit;
    }

    public record KeyKinds(
            Map<Coded, Integer> coded,
            Map<Level, String> levels,
            Map<Month, Integer> months,
            Map<Double, String> doubles,
            Map<BigInteger, String> wholes,
            Map<Year, String> years,
            Map<Locale, String> locales,
            Map<ZoneId, String> zones,
            Map<Currency, @NotNull BigDecimal> amounts,
            @JsonFormat(pattern = "dd.MM.uuuu") Map<LocalDate, LocalDate> days) {}

    public record Rarer(
            Locale locale,
            Currency currency,
            TimeZone zone,
            File file,
            ByteBuffer bytes,
            ZoneId region,
            Serializable anything,
            StringBuffer buffer,
            Void nothing) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Containers(
            Map<@Pattern(regexp = "[a-z]+") String, List<@NotNull @Min(1) Integer>> deep,
            Optional<@NotBlank String> maybe,
            List<@Size(min = 1, max = 2) List<@Positive Long>> lists,
            Map<@Size(max = 3) String, @Valid Line> lines,
            @Size(max = 2) List<@Valid @NotNull Line> few,
            Map<String, Map<@NotBlank String, @NotNull @Digits(integer = 2, fraction = 1) Double>> maps,
            @NotNull Iterable<@NotNull String> texts) {}
}
