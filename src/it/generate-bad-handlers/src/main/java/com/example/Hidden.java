package com.example;

class Hidden implements java.util.function.Function<Request, Request> {

    @Override
    public Request apply(Request request) {
        return request;
    }
}
