package com.example;

import java.util.function.Function;

/** Answers what it was asked. */
public class First implements Function<Request, Request> {

    @Override
    public Request apply(Request request) {
        return request;
    }
}
