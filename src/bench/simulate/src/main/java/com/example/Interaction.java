package com.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

public record Interaction(
        @JsonProperty(required = true) String interactionId,
        @JsonProperty(required = true) String channelType,
        Double sentimentScore,
        List<String> tags,
        List<Line> transcript,
        Map<String, String> attributes) {

    public record Line(String speaker, String text, int offset) {}
}
