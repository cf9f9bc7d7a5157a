package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.GroupSequence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Beans of the corpus, each of which once had a schema that was not true. */
public final class CornerBeans {

    private CornerBeans() {}

    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
    public static class AnyCase {
        @NotNull
        public String name;

        public int kilos;
        public Beans.Point point;
    }

    public static class UnwrappedAny {
        public int id;

        @JsonUnwrapped
        public Beans.Extensible inner = new Beans.Extensible();
    }

    public static class ConstrainedAny {
        public int listed;

        @JsonAnySetter
        @JsonAnyGetter
        public Map<@Size(max = 4) String, @NotNull @Min(0) Integer> more = new LinkedHashMap<>();
    }

    public static class Point {
        @NotNull
        public Integer y = 1;
    }

    public static class Delegated {
        private final Point point;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Delegated(Point point) {
            this.point = point;
        }

        @JsonValue
        @Valid
        public Point point() {
            return point;
        }
    }

    public record Counts(@JsonValue Map<String, @NotNull Integer> counts) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Counts {}
    }

    public static class StandIns {
        @Valid
        public Delegated delegated;

        @Valid
        public Counts counts;
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "type",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Call.class, name = "call"),
        @JsonSubTypes.Type(value = Chat.class, name = "chat")
    })
    public interface Contact {}

    public record Call(@NotNull String type, int seconds) implements Contact {}

    public record Chat(String type, int messages) implements Contact {}

    public static class Titled {
        @JsonAlias("title")
        @NotNull
        public String name;
    }

    public static class Existing {
        public Contact contact;

        @Valid
        public Titled titled;
    }

    public static class Features {
        @JsonFormat(with = JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
        public List<Integer> out;

        @JsonFormat(
                with = {
                    JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED,
                    JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY
                })
        public int[] both;

        @JsonSetter(nulls = Nulls.FAIL)
        public String text;

        @JsonSetter(contentNulls = Nulls.FAIL)
        public List<String> texts;
    }

    public interface Expensive {}

    @GroupSequence({Sequence.class, Expensive.class})
    public static class Sequence {
        @NotNull(groups = Expensive.class)
        public String late;

        @Min(2)
        public int early;
    }

    public static class Parent {
        @JsonManagedReference
        public Child child;
    }

    public static class Child {
        @JsonBackReference
        public Parent parent;

        @NotNull
        public String name;
    }

    public static class Parts {
        public int whole;

        public List<Integer> getDerived() {
            return List.of(whole / 2);
        }
    }
}
