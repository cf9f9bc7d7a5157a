package com.example;

import java.util.function.Function;

/** Greets. */
public class Greeting implements Function<Guest, Greeting.Words> {

    /** What is said. */
    public record Words(String text) {}

    @Override
    public Words apply(Guest guest) {
        return new Words("Hello " + guest.name());
    }
}
