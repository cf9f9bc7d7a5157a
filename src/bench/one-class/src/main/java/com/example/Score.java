package com.example;

import java.util.function.Function;

/** The smallest handler around the one class. */
public class Score implements Function<InteractionEvent, Double> {

    @Override
    public Double apply(InteractionEvent event) {
        return event.sentimentScore();
    }
}
