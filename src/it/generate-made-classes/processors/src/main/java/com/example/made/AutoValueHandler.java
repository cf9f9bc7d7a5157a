package com.example.made;

import java.util.function.Function;

public class AutoValueHandler implements Function<AutoCall, AutoCall> {
    @Override
    public AutoCall apply(AutoCall call) {
        return call;
    }
}
