package com.example;

import java.util.function.Function;

/** Has forgotten how to greet. */
public class Greeting implements Function<Guest, Greeting.Words> {

    /** What is said. */
    public record Words(String text) {}

    @Override
    public Words apply(Guest guest) {
        throw new IllegalStateException("no words");
    }
}
