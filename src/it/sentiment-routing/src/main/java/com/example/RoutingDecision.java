package com.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;

/** Where an interaction should go, and why. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RoutingDecision(
        Map<String, Object> enrichedData,
        @JsonProperty(defaultValue = "default-queue") String routingRecommendation,
        @JsonProperty(defaultValue = "0.0") @DecimalMin("0.0") @DecimalMax("1.0") double confidenceScore,
        @NotNull @Pattern(regexp = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$") String processedAt) {}
