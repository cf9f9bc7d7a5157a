package com.example.made;

import java.util.function.Function;

public class LombokHandler implements Function<LombokCall, LombokCall> {
    @Override
    public LombokCall apply(LombokCall call) {
        return call;
    }
}
