package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Records of the corpus, each of which once had a schema that was not true. */
public final class CornerRecords {

    private CornerRecords() {}

    public record Characters(
            char[] letters,
            @NotNull @Size(max = 3) char[] fewLetters,
            @Size(min = 1, max = 4) byte[] fewBytes,
            @NotEmpty byte[] someBytes,
            List<byte[]> chunks) {}

    public record Concurrent(
            ConcurrentHashMap<String, Integer> hashed,
            ConcurrentSkipListMap<String, String> sorted,
            LinkedBlockingQueue<String> queue,
            ConcurrentLinkedDeque<Integer> deque) {}

    public record Numbers(
            @NotNull OptionalInt must,
            @DecimalMin("0.5") OptionalDouble half,
            AtomicInteger counter,
            AtomicBoolean flag,
            @Positive Number any) {}

    public record Rates(
            @Digits(integer = 0, fraction = 4) double rate,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Min(0) @Max(1020)
            long asText,

            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal exactAsText) {}

    public record Keys(
            Map<@Min(3) @Max(7) Integer, String> digits,
            @Size(min = 2) Map<@Min(-12) @Max(105) Long, @NotNull String> around,
            Map<@Size(min = 2) @Pattern(regexp = "[a-z]*") String, @Positive Integer> words) {}

    public record Dates(
            Date date,
            Calendar calendar,
            @JsonFormat(pattern = "yyyy-MM-dd") Date day,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd'T'HH:mm:ssXXX")
            Date second,

            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
            OffsetDateTime offset) {}

    @JsonInclude(value = JsonInclude.Include.NON_ABSENT, content = JsonInclude.Include.NON_EMPTY)
    public record Omitted(
            Optional<String> maybe,
            @NotNull Optional<Integer> must,
            @NotEmpty Map<String, List<String>> lists) {}

    public record Odd(
            String name, @Pattern(regexp = "[]a]+") String bracket, Set<Double> doubles) {

        @NotBlank
        public String getName() {
            return name;
        }
    }
}
