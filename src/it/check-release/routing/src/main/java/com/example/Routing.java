package com.example;

import java.util.function.Function;

public class Routing implements Function<Routing.Event, Routing.Decision> {

    @Override
    public Decision apply(Event event) {
        return new Decision(event.channel() + "-queue");
    }

    public record Event(Channel channel) {}

    public record Decision(String queue) {}

    public enum Channel {
        VOICE,
        FAX
    }
}
