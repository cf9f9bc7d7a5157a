package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Records of the corpus that only Jackson 3 knows how to read. */
public final class Jackson3Records {

    private Jackson3Records() {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Named(@NotNull String interactionId, int retryCount) {}

    public record Tree(JsonNode node, @NotNull JsonNode must) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    public sealed interface Vehicle permits Car, Bike {}

    public record Car(int doors) implements Vehicle {}

    public record Bike(@NotNull String brand) implements Vehicle {}

    public record Sealed(Vehicle vehicle) {}
}
