package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Beans of the corpus. */
public final class Beans {

    private Beans() {}

    public static class Fields {
        public int count;

        @NotNull
        public String name;

        @Min(1)
        public int page = 1;

        public List<String> tags = new ArrayList<>();
    }

    public static class Accessors {
        private String first;

        private Integer second;

        @NotBlank
        public String getFirst() {
            return first;
        }

        public void setFirst(String first) {
            this.first = first;
        }

        @Max(9)
        public Integer getSecond() {
            return second;
        }

        public void setSecond(Integer second) {
            this.second = second;
        }
    }

    public static class Base {
        @NotNull
        private String id;

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    public static class Derived extends Base {
        @Size(max = 3)
        private String extra;

        public String getExtra() {
            return extra;
        }

        public void setExtra(String extra) {
            this.extra = extra;
        }
    }

    public interface HasName {
        @NotBlank
        String getName();
    }

    public static class Implements implements HasName {
        private String name;

        @Override
        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    public static class Created {
        @NotNull
        private final String name;

        @Min(0)
        private final int age;

        @JsonCreator
        public Created(@JsonProperty("name") String name, @JsonProperty("age") int age) {
            this.name = name;
            this.age = age;
        }

        public String getName() {
            return name;
        }

        public int getAge() {
            return age;
        }
    }

    public static class Delegating {
        private final List<Integer> numbers;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Delegating(List<Integer> numbers) {
            this.numbers = numbers;
        }

        @com.fasterxml.jackson.annotation.JsonValue
        public List<Integer> numbers() {
            return numbers;
        }
    }

    @JsonIgnoreProperties({"hidden", "legacy"})
    public static class Ignoring {
        public String shown;
        public int hidden;

        @JsonIgnore
        public int secret;

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String computed = "x";

        private int half;

        public int getHalf() {
            return half;
        }

        public void setHalf(int half) {
            this.half = half;
        }

        public int getDouble() {
            return half / 2;
        }
    }

    public static class Setterless {
        private final List<Integer> items = new ArrayList<>();

        public List<Integer> getItems() {
            return items;
        }
    }

    public static class Extensible {
        public String known;
        private final Map<String, Integer> others = new LinkedHashMap<>();

        @JsonAnyGetter
        public Map<String, Integer> others() {
            return others;
        }

        @JsonAnySetter
        public void put(String name, Integer value) {
            others.put(name, value);
        }
    }

    public static class Point {
        @Min(0)
        public int x;

        public Integer y;
    }

    public static class Unwrapping {
        public String name;

        @Valid
        @JsonUnwrapped(prefix = "from_")
        public Point from = new Point();

        @JsonUnwrapped
        public Point plain = new Point();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle"), @JsonSubTypes.Type(Square.class)})
    public interface Shape {}

    public record Circle(@Min(0) int radius) implements Shape {}

    @JsonTypeName("square")
    public record Square(int side, String label) implements Shape {}

    public static class Shapes {
        @Valid
        @NotNull
        public Shape one;

        public List<Shape> many;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    public abstract static class Animal {
        public String name;
    }

    public static class Cat extends Animal {
        public int lives;
    }

    public static class Dog extends Animal {
        public boolean barks;
    }

    public static class Zoo {
        public List<Animal> animals;
        public Dog dog;
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "type",
            visible = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Email.class, name = "email"),
        @JsonSubTypes.Type(value = Sms.class, name = "sms")
    })
    public abstract static class Message {
        public abstract String getType();
    }

    public static class Email extends Message {
        public String subject;

        @Override
        public String getType() {
            return "email";
        }

        public void setType(String type) {}
    }

    public static class Sms extends Message {
        public String number;

        @Override
        public String getType() {
            return "sms";
        }

        public void setType(String type) {}
    }

    public static class Mailbox {
        public Message last;
    }

    @Documented
    @jakarta.validation.Constraint(validatedBy = {})
    @NotNull
    @Size(min = 2)
    @Pattern(regexp = "[a-z]+")
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Slug {
        String message() default "slug";

        Class<?>[] groups() default {};

        Class<? extends jakarta.validation.Payload>[] payload() default {};

        @jakarta.validation.OverridesAttribute(constraint = Size.class, name = "max")
        int max() default 10;
    }

    public static class Composed {
        @Slug(max = 4)
        public String slug;

        public List<@Slug String> slugs;

        @Size.List({@Size(min = 1), @Size(max = 2)})
        public String twice;
    }
}
