package io.github.cxonetools.schema.corpus;

import java.util.function.Function;

public class SentimentRouting implements Function<InteractionEvent, RoutingDecision> {

    @Override
    public RoutingDecision apply(InteractionEvent event) {
        return new RoutingDecision();
    }
}
