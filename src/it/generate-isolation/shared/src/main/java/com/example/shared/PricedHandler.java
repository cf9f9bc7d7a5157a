package com.example.shared;

import java.util.function.Function;

public class PricedHandler implements Function<Priced, String> {

    @Override
    public String apply(Priced priced) {
        return priced.name();
    }
}
