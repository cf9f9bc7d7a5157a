package io.github.cxonetools.execution;

import java.util.HashMap;
import java.util.Map;

/** What is printed while no call runs, by the handler that was called last. */
final class PrintedBetweenCalls {

    private static final int LIMIT = 1 << 18;

    private final Map<Integer, StringBuilder> texts = new HashMap<>();

    synchronized void add(int handler, String piece) {
        StringBuilder text = texts.computeIfAbsent(handler, id -> new StringBuilder());
        text.append(piece, 0, Math.max(0, Math.min(piece.length(), LIMIT - text.length())));
    }

    synchronized String take(int handler) {
        StringBuilder text = texts.remove(handler);
        return text == null ? "" : text.toString();
    }
}
