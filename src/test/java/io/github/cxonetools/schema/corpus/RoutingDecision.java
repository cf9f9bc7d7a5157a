package io.github.cxonetools.schema.corpus;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;

@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public class RoutingDecision {

    @NotNull
    private Map<String, Object> enrichedData = new LinkedHashMap<>();

    @NotNull
    @JsonProperty(defaultValue = "default-queue")
    private String routingRecommendation = "default-queue";

    @DecimalMin("0.0")
    @DecimalMax("1.0")
    @JsonProperty(defaultValue = "0.0")
    private double confidenceScore;

    @NotNull
    @Pattern(regexp = ".*Z")
    private String processedAt;

    public Map<String, Object> getEnrichedData() {
        return enrichedData;
    }

    public void setEnrichedData(Map<String, Object> enrichedData) {
        this.enrichedData = enrichedData;
    }

    public String getRoutingRecommendation() {
        return routingRecommendation;
    }

    public void setRoutingRecommendation(String routingRecommendation) {
        this.routingRecommendation = routingRecommendation;
    }

    public double getConfidenceScore() {
        return confidenceScore;
    }

    public void setConfidenceScore(double confidenceScore) {
        this.confidenceScore = confidenceScore;
    }

    public String getProcessedAt() {
        return processedAt;
    }

    public void setProcessedAt(String processedAt) {
        this.processedAt = processedAt;
    }
}
