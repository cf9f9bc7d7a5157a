package com.example.present;

import java.util.function.Function;
import kotlin.KotlinVersion;
import kotlin.Pair;

public class Present implements Function<Event, Pair<String, Integer>> {

    @Override
    public Pair<String, Integer> apply(Event event) {
        return new Pair<>(KotlinVersion.CURRENT.toString(), event.waitingCalls());
    }
}
