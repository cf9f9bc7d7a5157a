package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.beans.ConstructorProperties;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Shapes that public reports about generators of schemas and about Jackson show. */
public final class Reported {

    private Reported() {}

    public enum Language {
        @JsonProperty("en")
        ENGLISH,
        @JsonProperty("de")
        GERMAN
    }

    /** Names of an enum's constants as keys (springdoc-openapi, issue 969). */
    public record Uploads(@NotNull Map<Language, @Size(max = 2) List<@NotEmpty String>> files) {}

    public enum Priority {
        LOW(1),
        HIGH(2);

        private final int level;

        Priority(int level) {
            this.level = level;
        }

        @JsonValue
        public String code() {
            return "p" + level;
        }
    }

    /** What stands for a constant, as a key too (jackson-databind, issue 414). */
    public static class WaitingQueues {
        public EnumMap<Priority, @PositiveOrZero Integer> waiting = new EnumMap<>(Priority.class);
        public Priority first;
    }

    /** A getter that adds to an enum's names (springdoc-openapi, issue 1101). */
    public enum Shift {
        DAY {
            @Override
            public int hours() {
                return 9;
            }
        },
        NIGHT {
            @Override
            public int hours() {
                return 7;
            }
        };

        public abstract int hours();

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Constants with a body are classes of their own. */
    public record Roster(@NotNull Shift shift, Set<Shift> others) {}

    public static class Common {
        @NotNull
        @Size(min = 1, max = 20)
        private String eventId;

        public String getEventId() {
            return eventId;
        }

        public void setEventId(String value) {
            eventId = value;
        }
    }

    /** Unwrapped where a superclass declares it (jsonschema-generator, pull request 435). */
    public abstract static class Event {
        @JsonUnwrapped
        public Common common = new Common();
    }

    public static class Call extends Event {
        @Min(0)
        public int seconds;
    }

    /** Unwrapped of a type that a subclass chooses (jsonschema-generator, issue 357). */
    public static class Carrying<T> {
        @JsonUnwrapped
        public T body;

        public String trace;
    }

    public static class CarryingCommon extends Carrying<Common> {}

    /** Null that becomes empty (jackson-databind, issue 2970). */
    public static class Emptied {
        private List<String> names = new ArrayList<>();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        public void setNames(List<String> value) {
            names = value;
        }

        public List<String> getNames() {
            return names;
        }
    }

    /** Named by the JDK's annotation (jackson-databind, issue 3847). */
    public static class ByConstructorProperties {
        private final String fieldName;
        private final int count;

        @ConstructorProperties({"fieldName", "count"})
        public ByConstructorProperties(String fieldName, int count) {
            this.fieldName = fieldName;
            this.count = count;
        }

        @Pattern(regexp = "[a-z]+")
        public String getFieldName() {
            return fieldName;
        }

        @Max(9)
        public int getCount() {
            return count;
        }
    }

    /** A record with a second constructor and a factory that Jackson is told of (MCP java-sdk, issue 978). */
    public record Request(@NotNull String name, Integer retries) {

        public Request(String name) {
            this(name, 0);
        }

        @JsonCreator
        static Request read(@JsonProperty("name") String name, @JsonProperty("retries") Integer retries) {
            return new Request(name, retries);
        }
    }

    /** Views that nobody has turned on (jackson-module-jsonSchema, issue 131). */
    public static class Viewed {
        @JsonView(Comparable.class)
        @NotNull
        public String secretName;

        @JsonView(Runnable.class)
        public Integer amount;
    }

    /** Another type in than out. */
    public static class Joined {
        private List<String> labels = List.of();

        public String getLabels() {
            return labels == null ? null : String.join(",", labels);
        }

        @JsonSetter("labels")
        public void read(List<@NotNull String> value) {
            labels = value;
        }
    }

    /** Names that only getter and setter have. */
    public static class Accessed {
        private String kept;

        @JsonGetter("the_text")
        @Size(max = 3)
        public String text() {
            return kept;
        }

        @JsonSetter("the_text")
        public void text(String value) {
            kept = value;
        }
    }

    @JsonIgnoreType
    public static class Session {
        public String token;
    }

    /** A type that never crosses the wire. */
    public static class Ignored {
        public Session session;

        @NotNull
        public String user;

        @JsonIgnore
        public Common hidden;
    }

    public static class Page<T> {
        @NotNull
        public List<T> items = new ArrayList<>();

        @PositiveOrZero
        public long total;
    }

    /** What a generic superclass holds (springdoc-openapi reports it of pages often). */
    public static class CommonPage extends Page<Common> {}

    public interface Versioned<T extends Comparable<T>> {
        T getVersion();
    }

    /** A getter that only an interface constrains, bridged. */
    public static class VersionedNumber implements Versioned<Integer> {
        private Integer version;

        @Override
        @NotNull
        @Min(1)
        public Integer getVersion() {
            return version;
        }

        public void setVersion(Integer value) {
            version = value;
        }
    }

    /** Wildcards, and arrays of arrays. */
    public record Matrix(int[][] cells, List<? extends Number> weights, Map<String, ? extends List<Integer>> groups) {}

    /** A number that others count up. */
    public static class Counters {
        public AtomicInteger seen = new AtomicInteger();
        public SortedMap<String, AtomicInteger> byName = new TreeMap<>();
    }

    /** Private fields that Jackson is told to see, in the order of the alphabet. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
    @JsonPropertyOrder(alphabetic = true)
    @JsonRootName("hidden")
    public static class Fielded {
        @NotNull
        private String zulu;

        private transient String gone;

        private Integer alpha;

        public String getSomethingElse() {
            return zulu + gone + alpha;
        }
    }

    /** Values that are left out of a map. */
    public static class LeftOutOfMaps {
        @JsonInclude(value = JsonInclude.Include.NON_EMPTY, content = JsonInclude.Include.NON_NULL)
        public Map<String, String> tags;

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        public int level;
    }

    /** One value for a list, and names in any case. */
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
    public static class Single {
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Size(max = 2)
        public List<Integer> ids;
    }

    /** What is read into what is there already. */
    public static class Merged {
        @JsonMerge
        public List<String> names = new ArrayList<>();

        @JsonMerge
        public Common common = new Common();
    }

    /** Old names beside the new one, on a record. */
    public record Renamed(
            @JsonProperty("user_name") @JsonAlias({"userName", "login"}) @NotNull
            String name,

            char initial) {}

    /** Setters that return, as builders' do, and one whose name begins with "with". */
    public static class Fluent {
        private String name;
        private boolean done;

        public String getName() {
            return name;
        }

        public Fluent setName(String value) {
            name = value;
            return this;
        }

        public boolean isDone() {
            return done;
        }

        public Fluent withDone(boolean value) {
            done = value;
            return this;
        }
    }

    /** A type of the user's own that is one text in and out (springdoc-openapi, issue 1077). */
    public record Id(
            @JsonValue @Pattern(regexp = "[A-Z]{3}") String value) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Id {}
    }
}
