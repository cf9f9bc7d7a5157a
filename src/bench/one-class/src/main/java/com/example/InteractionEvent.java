package com.example;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** An interaction as CXone sends it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record InteractionEvent(
        @NotNull @JsonPropertyDescription("The interaction's unique identifier") String interactionId,
        @NotNull @Pattern(regexp = "^(voice|chat|email|sms)$") String channelType,
        String customerPhone,
        @DecimalMin("-1.0") @DecimalMax("1.0") Double sentimentScore,
        List<String> tags) {

    public InteractionEvent {
        tags = tags == null ? List.of() : tags;
    }
}
