package com.example;

import java.util.function.Function;

/** Answers what it was asked, once it is ready. */
public class Echo implements Function<Request, Request> {

    private boolean ready;

    @Override
    public Request apply(Request request) {
        if (!ready) {
            getReady();
        }
        if (request.text() == null) {
            throw new IllegalStateException("no text");
        }
        return request;
    }

    /** Longer than the action's timeout. */
    private void getReady() {
        try {
            Thread.sleep(900);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ready = true;
    }
}
