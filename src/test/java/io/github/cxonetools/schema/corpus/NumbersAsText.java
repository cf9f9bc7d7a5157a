package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers that stand on the wire as text: what is no number, and numbers that an annotation has written so. */
public final class NumbersAsText {

    private NumbersAsText() {}

    public record Averages(
            double average, float share, Double perDay, Float perHour, Number any, OptionalDouble last) {}

    public record Several(
            double[] all, float[] shares, List<Double> list, Map<String, Double> named, List<@NotNull Float> some) {}

    public record OneBound(
            @DecimalMin("0.5") double least,
            @DecimalMax("7") Double most,
            @Positive float above,
            @Negative Float below,
            @Min(-3) double whole,
            @Max(3) Float top) {}

    public record BothBounds(
            @DecimalMin("-1.0") @DecimalMax("1.0") double score,
            @Min(0) @Max(100) Float percent,
            @Digits(integer = 3, fraction = 2) Double digits) {}

    public record Keyed(Map<Double, Integer> counts, Map<Float, String> names) {}

    public record Maybe(
            Optional<Double> value,
            @JsonProperty(required = true) Double there,
            @NotNull Double given) {}

    public record TextNumbers(
            @JsonFormat(shape = JsonFormat.Shape.STRING) double exact,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Float loose,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigInteger big,
            @JsonFormat(shape = JsonFormat.Shape.STRING) short tiny,
            @JsonFormat(shape = JsonFormat.Shape.STRING) List<Double> all) {}
}
