package com.example;

public class InTests implements java.util.function.Function<Request, Request> {

    @Override
    public Request apply(Request request) {
        return request;
    }
}
