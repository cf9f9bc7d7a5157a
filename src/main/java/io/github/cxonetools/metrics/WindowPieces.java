package io.github.cxonetools.metrics;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a window at once, or in pieces as long as the tenant takes. Whether it is the length that a tenant refuses is
 * found out by asking for the smallest piece: where that is refused too, the first refusal stands.
 */
final class WindowPieces {

    /** A piece ends a millisecond before the next begins: both ends of a window are inclusive. */
    private static final Duration GAP = Duration.ofMillis(1);

    private static final Duration DAY = Duration.ofDays(1);

    private final MetricsWindow window;
    private final Duration smallest;
    private Duration size;
    private int asked;

    WindowPieces(MetricsQuery query) {
        this.window = query.window();
        this.size = window.length();
        Duration interval = Duration.between(
                window.from(), IsoPeriod.parse(query.interval()).after(window.from()));
        this.smallest = interval.compareTo(DAY) > 0 ? interval : DAY;
    }

    /** Asks one question about one window. */
    @FunctionalInterface
    interface Question {

        /**
         * @param wanted false where only the tenant's consent matters, not its answer
         * @return the tenant's refusal, if any
         */
        Optional<RejectedException> ask(MetricsWindow window, boolean wanted) throws CxoneException;
    }

    void read(Question question) throws CxoneException {
        asked = 0;
        Instant from = window.from();
        while (!from.isAfter(window.to())) {
            Instant next = from.plus(size);
            Instant to = next.isBefore(window.to()) ? next.minus(GAP) : window.to();
            Optional<RejectedException> refusal = question.ask(piece(from, to), true);
            if (refusal.isPresent()) {
                shrink(question, from, refusal.get());
            } else {
                asked++;
                from = to.equals(window.to()) ? Instant.MAX : next;
            }
        }
    }

    private void shrink(Question question, Instant from, RejectedException refusal) throws CxoneException {
        if (size.compareTo(smallest) <= 0) {
            throw refusal;
        }
        boolean first = size.equals(window.length());
        if (first
                && question.ask(piece(from, from.plus(smallest).minus(GAP)), false)
                        .isPresent()) {
            throw refusal;
        }
        long units = Math.max(1, size.dividedBy(2).dividedBy(smallest));
        size = smallest.multipliedBy(units);
    }

    private static MetricsWindow piece(Instant from, Instant to) {
        return new MetricsWindow(from, to, List.of());
    }

    /** The whole window, with a note where it was asked for in pieces. */
    MetricsWindow window() {
        if (asked <= 1) {
            return window;
        }
        List<String> notes = new ArrayList<>(window.notes());
        notes.add("The tenant refused the whole window: asked for in " + asked + " pieces of "
                + (size.toSeconds() % DAY.toSeconds() == 0 ? size.toDays() + " days" : size));
        return new MetricsWindow(window.from(), window.to(), notes, window.open());
    }
}
