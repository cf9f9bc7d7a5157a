package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Types and codes that annotations of Jackson's databind part name, of Jackson 2. */
public final class Jackson2Types {

    private Jackson2Types() {}

    public static class TextIds {
        @JsonSerialize(using = ToStringSerializer.class)
        @NotNull
        public Long id;

        @JsonSerialize(using = ToStringSerializer.class)
        @Min(5)
        @Max(70)
        public int bounded = 6;

        @JsonSerialize(using = ToStringSerializer.class)
        public BigInteger big;

        @JsonSerialize(using = ToStringSerializer.class)
        public Boolean flag;

        @JsonSerialize(using = ToStringSerializer.class)
        public Double ratio;

        @JsonSerialize(using = ToStringSerializer.class)
        public UUID key;
    }

    public static class IdLists {
        @JsonSerialize(contentUsing = ToStringSerializer.class)
        @Size(max = 3)
        public List<Long> ids;

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        public Map<String, @Positive Integer> counts;
    }

    @JsonSerialize(as = Label.class)
    @JsonDeserialize(as = Label.class)
    public interface Named {
        @NotBlank
        String getName();
    }

    public static class Label implements Named {
        private String name;

        @Override
        public String getName() {
            return name;
        }

        public void setName(String value) {
            name = value;
        }
    }

    public record Badges(@Valid @NotNull Label badge, @Valid List<Label> more) {}

    public static class Held {
        @JsonDeserialize(as = LinkedHashSet.class)
        @Size(max = 2)
        public Set<String> extras;

        @JsonDeserialize(contentAs = Label.class)
        public List<@Valid Label> labels;

        @JsonDeserialize(keyAs = String.class, contentAs = Integer.class)
        @JsonSerialize(contentAs = Integer.class)
        public Map<String, Integer> counts;

        @JsonSerialize(as = Base.class)
        public Wide narrow;
    }

    public static class Base {
        public String a;
    }

    public static class Wide extends Base {
        public int b;
    }
}
