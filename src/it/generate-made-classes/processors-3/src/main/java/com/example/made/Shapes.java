package com.example.made;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

public record Shapes(List<Shape> shapes, Shape one) {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "circle", value = Circle.class),
        @JsonSubTypes.Type(name = "square", value = Square.class)
    })
    public interface Shape {}

    @Value.Immutable
    @JsonDeserialize(as = ImmutableCircle.class)
    @JsonSerialize(as = ImmutableCircle.class)
    public interface Circle extends Shape {
        int getRadius();
    }

    @Value.Immutable
    @JsonDeserialize(as = ImmutableSquare.class)
    @JsonSerialize(as = ImmutableSquare.class)
    public interface Square extends Shape {
        String getSide();
    }
}
