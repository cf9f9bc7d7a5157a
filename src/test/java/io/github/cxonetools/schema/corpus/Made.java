package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Classes whose own code decides what becomes of absent properties and of null. */
public final class Made {

    private Made() {}

    /** As {@code Objects.requireNonNull}, Lombok and Guava check. */
    public record NullChecked(String first, List<String> second, Integer third, String free) {

        public NullChecked {
            Objects.requireNonNull(first, "first");
            if (second == null) {
                throw new NullPointerException("second is marked non-null but is null");
            }
            third = Objects.requireNonNull(third);
        }
    }

    public record Filled(
            @NotNull List<@NotBlank String> tags,
            @NotBlank String lang,
            @Min(1) @NotNull Integer page,
            @NotNull String id,
            @Size(min = 1) List<String> refused) {

        public Filled {
            tags = tags == null ? List.of() : tags;
            lang = lang == null ? "de" : lang;
            page = page == null ? Integer.valueOf(1) : page;
            refused = refused == null ? List.of() : refused;
        }
    }

    public static class Initialised {
        @NotNull
        public List<@NotBlank String> tags = new ArrayList<>();

        @NotNull
        public Map<String, @Min(0) Integer> counts = new HashMap<>();

        @NotBlank
        public String lang = "de";

        @NotNull
        public Integer none;

        @Pattern(regexp = "[a-z]{2}")
        public String code = "xy";
    }

    public static class Refused {
        @Size(min = 1)
        private List<String> lines = new ArrayList<>();

        @Min(1)
        public Integer count = 0;

        @Pattern(regexp = "[a-z]{2}")
        public String lang = "";

        @AssertTrue
        public Boolean agreed = false;

        public List<String> getLines() {
            return lines;
        }

        public void setLines(List<String> lines) {
            this.lines = lines;
        }
    }

    public static class Part {
        @NotBlank
        public String name;

        public Integer n;

        public Part() {}

        Part(String name) {
            this.name = name;
        }

        static Part named() {
            return new Part("x");
        }
    }

    public static class DefaultObjects {
        @Valid
        public Part empty = new Part();

        @Valid
        @NotNull
        public Part full = Part.named();

        @Valid
        public List<Part> parts = List.of(new Part());

        public Part unchecked = new Part();
    }

    public static class Nulls {
        @JsonSetter(nulls = com.fasterxml.jackson.annotation.Nulls.SKIP)
        @NotNull
        public String skipped = "a";

        @JsonSetter(nulls = com.fasterxml.jackson.annotation.Nulls.SKIP)
        @NotNull
        public String missing;

        @JsonSetter(nulls = com.fasterxml.jackson.annotation.Nulls.AS_EMPTY)
        @NotNull
        public List<String> empty;

        @JsonSetter(nulls = com.fasterxml.jackson.annotation.Nulls.AS_EMPTY)
        @NotEmpty
        public List<String> full;

        @JsonSetter(nulls = com.fasterxml.jackson.annotation.Nulls.FAIL)
        public String never = "x";
    }

    /** Copies refuse null, and null in them. */
    public record Copied(List<String> tags, Map<String, Integer> counts, List<String> kept) {

        public Copied {
            tags = List.copyOf(tags);
            counts = counts == null ? Map.of() : Map.copyOf(counts);
        }
    }

    public static class Setters {
        @NotNull
        private List<String> tags;

        private String name = "a";
        private Long plain;

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> value) {
            tags = value == null ? new ArrayList<>() : value;
        }

        public String getName() {
            return name;
        }

        public void setName(String value) {
            name = value.trim();
        }

        public Long getPlain() {
            return plain;
        }

        public void setPlain(Long value) {
            plain = value;
        }
    }

    public static final class ByFactory {
        @NotNull
        private final String id;

        private final String name;

        private ByFactory(String id, String name) {
            this.id = id;
            this.name = name;
        }

        @JsonCreator
        public static ByFactory of(@JsonProperty("id") String id, @JsonProperty("name") String name) {
            return new ByFactory(id == null ? "none" : id, Objects.requireNonNull(name));
        }

        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }
    }

    public static class Base {
        @NotNull
        public Integer inherited = 4;

        @Size(min = 2)
        public String refused = "x";

        @NotNull
        public String replaced;
    }

    public static class Inherited extends Base {
        @Max(9)
        public Integer own = 10;

        public Inherited() {
            replaced = "y";
        }
    }

    public static class InitialNumbers {
        @Min(1)
        public int page = 1;

        @Min(1)
        public int size;

        @Max(-1)
        public long low = 5;

        @AssertTrue
        public boolean on = true;

        @AssertTrue
        public boolean off;
    }

    public static class OmittedDefaults {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @NotNull
        public List<Long> tags = new ArrayList<>();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @NotEmpty
        public List<Long> some = new ArrayList<>();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "text", value = Text.class),
        @JsonSubTypes.Type(name = "call", value = Call.class)
    })
    public interface Message {}

    public static class Text implements Message {
        @NotNull
        public String body = "";

        @Size(min = 1)
        public List<String> to = List.of();
    }

    public record Call(String number) implements Message {

        public Call {
            Objects.requireNonNull(number);
        }
    }

    public static class Messages {
        @Valid
        public Message first;

        @NotNull
        public List<@Valid Message> more = List.of();
    }

    public static class UnwrappingMade {
        public int id;

        @JsonUnwrapped(prefix = "p_")
        @Valid
        public Initialised inner;
    }

    public record FilledOptionals(
            Optional<String> given, @NotNull Optional<String> filled) {

        public FilledOptionals {
            Objects.requireNonNull(given);
            filled = filled == null ? Optional.empty() : filled;
        }
    }

    public static class Whole {
        public int id;

        @Min(1)
        public int n = 5;

        @Size(min = 1)
        public String s = "s";
    }

    public record PartlyTaken(
            @JsonIgnoreProperties({"n", "s"}) @Valid Whole whole, String rest) {}
}
