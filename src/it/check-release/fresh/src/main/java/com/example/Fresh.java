package com.example;

import java.util.function.Function;

public class Fresh implements Function<String, String> {

    @Override
    public String apply(String text) {
        return text;
    }
}
