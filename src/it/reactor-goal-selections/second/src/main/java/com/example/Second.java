package com.example;

import com.example.library.Library;
import java.util.function.Function;

/** Answers what another module makes of the question. */
public class Second implements Function<Request, Request> {

    @Override
    public Request apply(Request request) {
        return new Request(Library.twice(request.text()));
    }
}
