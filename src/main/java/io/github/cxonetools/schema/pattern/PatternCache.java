package io.github.cxonetools.schema.pattern;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was made of patterns, kept for the next time; begins anew when it is full. */
final class PatternCache<T> {

    private static final int SIZE = 500;

    private final Map<String, T> made = new ConcurrentHashMap<>();

    T computeIfAbsent(String pattern, Function<String, T> maker) {
        T present = made.get(pattern);
        if (present != null) {
            return present;
        }
        if (made.size() >= SIZE) {
            made.clear();
        }
        T fresh = maker.apply(pattern);
        made.put(pattern, fresh);
        return fresh;
    }
}
