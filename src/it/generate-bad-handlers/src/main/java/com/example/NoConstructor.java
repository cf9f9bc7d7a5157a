package com.example;

import java.util.function.Function;

public class NoConstructor implements Function<Request, Request> {

    public NoConstructor(String needed) {}

    @Override
    public Request apply(Request request) {
        return request;
    }
}
