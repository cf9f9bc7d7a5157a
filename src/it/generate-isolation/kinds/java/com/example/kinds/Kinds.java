package com.example.kinds;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.validation.Valid;
import javax.validation.constraints.AssertTrue;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.UniqueElements;
import org.openapitools.jackson.nullable.JsonNullable;

public class Kinds {

    public Pay pay(Pay pay) {
        return pay;
    }

    public Init init(Init init) {
        return init;
    }

    public Made made(Made made) {
        return made;
    }

    public Tri tri(Tri tri) {
        return tri;
    }

    public Clothes clothes(Clothes clothes) {
        return clothes;
    }

    public Holder holder(Holder holder) {
        return holder;
    }

    public Times times(Times times) {
        return times;
    }

    public Built built(Built built) {
        return built;
    }

    public static class Money {
        private final long cents;

        public Money(long cents) {
            this.cents = cents;
        }

        public long getCents() {
            return cents;
        }
    }

    public interface Badge {
        @NotBlank
        String getName();
    }

    public static class PlainBadge implements Badge {
        public String name;

        @Override
        public String getName() {
            return name;
        }
    }

    /** With code of a module of the project's own. */
    public static class Pay {
        @NotNull
        public Money total;

        public Badge badge;
    }

    /** With initialisers that constraints take, refuse and look into. */
    public static class Init {
        @Size(min = 1)
        public List<String> lines = new ArrayList<>();

        @NotNull
        public List<String> tags = new ArrayList<>();

        @Min(1)
        public int page = 1;

        @Valid
        public Part part = new Part();

        public static class Part {
            @NotBlank
            public String text = "x";
        }
    }

    /** By a constructor that refuses null, and fills it. */
    public static class Made {
        private final String from;
        private final Integer low;

        @JsonCreator
        public Made(@JsonProperty("from") String from, @JsonProperty("low") Integer low) {
            this.from = Objects.requireNonNull(from);
            this.low = low == null ? 4 : low;
        }

        public String getFrom() {
            return from;
        }

        @Min(1)
        public Integer getLow() {
            return low;
        }
    }

    /** With three states, as openapi-generator writes them. */
    public static class Tri {
        private JsonNullable<String> note = JsonNullable.undefined();

        @NotNull
        @Size(max = 3)
        @JsonProperty("note")
        public JsonNullable<String> getNote() {
            return note;
        }

        public void setNote(JsonNullable<String> note) {
            this.note = note;
        }
    }

    /** With constraints of Hibernate Validator, and on a field whose name begins with is. */
    public static class Clothes {
        @Length(min = 2, max = 4)
        public String code;

        @UniqueElements
        public List<Integer> ids;

        @Positive
        public Integer count;

        @AssertTrue
        private boolean isDone = true;

        public boolean isDone() {
            return isDone;
        }

        public void setDone(boolean done) {
            isDone = done;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mode", defaultImpl = Plain.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "plain", value = Plain.class),
        @JsonSubTypes.Type(name = "rich", value = Rich.class)
    })
    public interface Body {}

    public static class Plain implements Body {
        @NotBlank
        public String text;
    }

    public static class Rich implements Body {
        @NotBlank
        public String html;
    }

    /** With a default subtype, and classes that annotations name. */
    public static class Holder {
        @Valid
        @NotNull
        public Body body;

        @JsonDeserialize(as = LinkedHashSet.class)
        @Size(max = 2)
        public Set<String> extras;

        @JsonDeserialize(contentAs = PlainBadge.class)
        public List<Badge> badges;
    }

    /** With the types of two modules. */
    public static class Times {
        public Instant at;
        public LocalDate day;
        public Duration took;
        public Optional<String> note = Optional.empty();

        @JsonAlias("when")
        public OffsetDateTime since;
    }

    @JsonDeserialize(builder = Built.Builder.class)
    public static class Built {
        private final String name;
        private final int count;

        Built(String name, int count) {
            this.name = name;
            this.count = count;
        }

        @NotBlank
        public String getName() {
            return name;
        }

        public int getCount() {
            return count;
        }

        @JsonPOJOBuilder(withPrefix = "")
        public static class Builder {
            private String name;
            private int count = 3;

            public Builder name(String name) {
                this.name = name;
                return this;
            }

            public Builder count(int count) {
                this.count = count;
                return this;
            }

            public Built build() {
                if (name == null) {
                    throw new IllegalStateException("no name");
                }
                return new Built(name, count);
            }
        }
    }
}
