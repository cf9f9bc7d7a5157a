package com.example;

import java.util.function.Function;

/** Answers what it was asked. */
public class Echo implements Function<Request, String> {

    @Override
    public String apply(Request request) {
        return request.text();
    }
}
