package io.github.cxonetools.execution;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Handlers whose types are bound by one Jackson or the other, each loadable without the rest. */
public final class BoundHandlers {

    private BoundHandlers() {}

    @com.fasterxml.jackson.databind.annotation.JsonNaming(
            com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Order2(String orderId, Instant placedAt) {}

    @tools.jackson.databind.annotation.JsonNaming(
            tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Order3(String orderId, Instant placedAt) {}

    public record Annotated(@JsonProperty("order_id") String orderId, Instant placedAt) {}

    public record Line(@Max(9) int amount) {}

    public record Checked(
            @NotNull @Size(min = 2, max = 4) String name,
            @Valid List<Line> lines) {}

    public record Keyed(
            Map<String, @Max(9) Integer> byName, Map<String, @Valid Line> lines, List<@Max(9) Integer> list) {}

    public static final class Jackson2 implements Function<Order2, Order2> {
        @Override
        public Order2 apply(Order2 order) {
            return new Order2(order.orderId() + "!", order.placedAt());
        }
    }

    public static final class Jackson3 implements Function<Order3, Order3> {
        @Override
        public Order3 apply(Order3 order) {
            return new Order3(order.orderId() + "!", order.placedAt());
        }
    }

    public static final class AnnotationsOnly implements Function<Annotated, Annotated> {
        @Override
        public Annotated apply(Annotated order) {
            return new Annotated(order.orderId() + "!", order.placedAt());
        }
    }

    public static final class Tree2
            implements Function<com.fasterxml.jackson.databind.JsonNode, com.fasterxml.jackson.databind.JsonNode> {
        @Override
        public com.fasterxml.jackson.databind.JsonNode apply(com.fasterxml.jackson.databind.JsonNode in) {
            return in.get("a");
        }
    }

    public static final class Tree3
            implements Function<tools.jackson.databind.JsonNode, tools.jackson.databind.JsonNode> {
        @Override
        public tools.jackson.databind.JsonNode apply(tools.jackson.databind.JsonNode in) {
            return in.get("a");
        }
    }

    /** Needs a library only when it is called. */
    public static final class Lacking implements Function<String, String> {
        @Override
        public String apply(String in) {
            return org.jboss.logging.Logger.getLogger(in).getName();
        }
    }

    public static final class Counting implements Function<Map<String, Integer>, Integer> {
        @Override
        public Integer apply(Map<String, Integer> in) {
            return in.size();
        }
    }

    public static final class Checking implements Function<Checked, Integer> {
        @Override
        public Integer apply(Checked in) {
            return in.name().length();
        }
    }

    public static final class CheckingKeys implements Function<Keyed, Integer> {
        @Override
        public Integer apply(Keyed in) {
            return in.byName().size();
        }
    }

    public static final class Unwilling {
        public String getName() {
            throw new IllegalStateException("no name");
        }
    }

    public static final class Refusing implements Function<Map<String, Integer>, Unwilling> {
        @Override
        public Unwilling apply(Map<String, Integer> in) {
            return new Unwilling();
        }
    }
}
