package com.example.made;

import java.util.function.Function;

public class MadeHandler implements Function<Made, Made> {

    @Override
    public Made apply(Made made) {
        return made;
    }
}
