package com.example;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Recommends a queue by sentiment; a VIP goes to the dedicated queue whatever the sentiment. */
public class SentimentRouting implements Function<InteractionEvent, RoutingDecision> {

    @Override
    public RoutingDecision apply(InteractionEvent event) {
        Map<String, Object> enriched = new LinkedHashMap<>();
        String queue = "default-queue";
        double confidence = 0.5;
        if (event.sentimentScore() != null && event.sentimentScore() < -0.3) {
            queue = "priority-escalation-queue";
            confidence = 0.92;
            enriched.put("escalation_reason", "negative_sentiment");
        } else if (event.sentimentScore() != null && event.sentimentScore() > 0.4) {
            queue = "retention-specialists";
            confidence = 0.85;
            enriched.put("retention_flag", true);
        }
        if (event.tags().contains("vip")) {
            queue = "vip-dedicated-queue";
            confidence = 0.95;
            enriched.put("vip_tier", "platinum");
        }
        return new RoutingDecision(enriched, queue, confidence, Instant.now().toString());
    }
}
