package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Features that are simple one by one, together in one class. */
public final class Combined {

    private Combined() {}

    /** Jackson knows a name as that of its own property before it knows it as another's alias. */
    public record AliasOfAnother(
            @JsonAlias({"first", "second"}) @NotNull @Size(max = 2)
            String one,

            @JsonAlias("one") @Min(1) int two) {}

    public static class AnyParameter {
        private final int known;
        private final Map<@Size(min = 1) String, @Max(9) Integer> rest;

        @JsonCreator
        public AnyParameter(@JsonProperty("known") int known, @JsonAnySetter Map<String, Integer> rest) {
            this.known = known;
            this.rest = rest;
        }

        public int getKnown() {
            return known;
        }

        @JsonAnyGetter
        public Map<String, Integer> rest() {
            return rest;
        }
    }

    /** A constructor's parameter that is absent is null to Jackson. */
    public record FailingNulls(
            @JsonSetter(nulls = Nulls.FAIL) Integer never,
            @JsonSetter(nulls = Nulls.FAIL) String neither,
            Long maybe) {}

    public record Pin(
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            int pin,

            String name) {}

    public record Half(int kept, int left) {}

    public record Halves(@JsonIncludeProperties("kept") List<Half> halves, Pin pin) {}

    public static class Part {
        @Min(0)
        public int x;

        public String y;
    }

    public record UnwrappingRecord(
            String id, @JsonUnwrapped(prefix = "p_") @Valid Part p) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public sealed interface ByClass permits Square, Circle {}

    public record Square(@Min(1) int side) implements ByClass {}

    public record Circle(@NotNull Double radius) implements ByClass {}

    public record Drawing(@Valid ByClass one, @NotNull List<@Valid ByClass> more) {}

    public enum Code {
        A(10),
        B(20);

        private final int code;

        Code(int code) {
            this.code = code;
        }

        @JsonValue
        public int code() {
            return code;
        }
    }

    public record CodeAsText(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Code code,
            @NotNull String name) {}

    /** A bare mapper injects nothing: what comes is read, and of what may be missing nothing is asked. */
    public record Injected(
            @JacksonInject(value = "tenant", useInput = OptBoolean.TRUE)
            String tenant,

            @JacksonInject(value = "locale", optional = OptBoolean.TRUE) @Size(max = 3)
            String locale) {}

    public static class InjectedField {
        @JacksonInject(optional = OptBoolean.TRUE)
        @Size(max = 3)
        public String tenant;

        public String name;
    }

    /** What is read is an {@code Optional}, even of null. */
    public static class EmptyOptional {
        @Null
        public Optional<String> none;

        public String name;
    }
}
