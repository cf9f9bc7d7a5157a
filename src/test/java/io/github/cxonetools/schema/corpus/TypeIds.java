package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Type ids that are absent, unknown or of classes, features of enums, and constraints that compose others. */
public final class TypeIds {

    private TypeIds() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Plain.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Plain.class, name = "plain"),
        @JsonSubTypes.Type(value = Rich.class, name = "rich")
    })
    public interface Body {}

    public record Plain(@Min(1) Integer number, String text) implements Body {}

    public record Rich(@NotNull @Max(9) Integer number, Boolean bold) implements Body {}

    public record Defaulted(
            @Valid @NotNull Body body, @Valid List<Body> more) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Void.class)
    @JsonSubTypes(@JsonSubTypes.Type(value = Known.class, name = "known"))
    public interface Optionally {}

    public record Known(Integer number, String text) implements Optionally {}

    public record ReadAsNull(Optionally one, List<Optionally> several, Integer other) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT, defaultImpl = Void.class)
    @JsonSubTypes(@JsonSubTypes.Type(value = Packed.class, name = "packed"))
    public interface Wrapped {}

    public record Packed(Integer number, String text) implements Wrapped {}

    public record WrappedOrNull(Wrapped one, Map<String, Wrapped> named) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "class", defaultImpl = Local.class)
    @JsonSubTypes(@JsonSubTypes.Type(Local.class))
    public interface Place {}

    public record Local(Integer floor, String room) implements Place {}

    public record ByClass(Place place, Integer other) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes(@JsonSubTypes.Type(value = Derived.class, name = "derived"))
    public static class Base {
        public Integer number;
        public String text;
    }

    public static class Derived extends Base {
        @Size(max = 3)
        public String more;
    }

    public static class WithoutIds {
        @Valid
        public Derived derived;

        public Integer other;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = Neither.class)
    @JsonSubTypes({@JsonSubTypes.Type(Left.class), @JsonSubTypes.Type(Right.class), @JsonSubTypes.Type(Neither.class)})
    public interface Side {}

    public record Left(Integer left, Integer both) implements Side {}

    public record Right(Integer right, Integer both) implements Side {}

    public record Neither(Integer both, Integer third) implements Side {}

    public record Deduced(Side side, Integer other) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Dot.class, name = "dot"))
    public sealed interface Figure permits Dot, Curve {}

    public record Dot(Integer x, Integer y) implements Figure {}

    public sealed interface Curve extends Figure permits Arc {}

    @JsonTypeName("arc")
    public record Arc(Integer radius, Integer angle) implements Curve {}

    public record NamedInPart(Figure figure, Integer other) {}

    public enum Level {
        @JsonEnumDefaultValue
        NONE,
        SOME,
        MUCH
    }

    public static class Levels {
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
        @NotNull
        public Level orDefault;

        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        public Level orNull;

        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        @NotNull
        public Level never;
    }

    public static class LevelSets {
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        public EnumSet<Level> set;

        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
        public List<Level> list;
    }

    @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
    public enum Strict {
        YES,
        NO
    }

    public record OfItsClass(Strict strict, List<Strict> all) {}

    public record OtherCase(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            Level level,

            Integer other) {}

    public static class OwnKeys {
        @NotNull
        public Integer known;

        private final Map<@Pattern(regexp = "x-[a-z]{1,3}") String, Object> more = new LinkedHashMap<>();

        @JsonAnyGetter
        public Map<@Pattern(regexp = "x-[a-z]{1,3}") String, Object> getMore() {
            return more;
        }

        @JsonAnySetter
        public void put(String name, Object value) {
            more.put(name, value);
        }
    }

    @Size(min = 2)
    @Pattern(regexp = "[a-z]*")
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Code {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Size.class, name = "max")
        int longest() default 3;
    }

    public record Overridden(
            @Code String code,
            @Code(longest = 5) String more,
            @NotBlank String name) {}

    public static class Having {
        private boolean agreed;
        private int count;

        @AssertTrue
        public boolean hasAgreed() {
            return agreed;
        }

        public boolean isAgreed() {
            return agreed;
        }

        public void setAgreed(boolean value) {
            agreed = value;
        }

        @Max(3)
        public int getCount() {
            return count;
        }

        public void setCount(int value) {
            count = value;
        }
    }

    public record Queues(Deque<Integer> deque, ArrayDeque<Integer> array, NavigableMap<String, Integer> map) {}
}
