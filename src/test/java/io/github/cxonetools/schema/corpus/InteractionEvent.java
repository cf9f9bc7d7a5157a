package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record InteractionEvent(
        @JsonPropertyDescription("The interaction's unique identifier") @NotNull
        String interactionId,

        @NotNull @Pattern(regexp = "^(voice|chat|email|sms)$")
        String channelType,

        String customerPhone,
        @DecimalMin("-1.0") @DecimalMax("1.0") Double sentimentScore,
        @NotNull List<@NotNull String> tags) {}
