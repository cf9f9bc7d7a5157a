package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that metrics are asked for.
 *
 * @param from first instant, inclusive
 * @param to last instant, inclusive
 * @param notes what was assumed while reading the user's words, one sentence each
 * @param open whether it ends now, whenever that is, rather than where the user said
 */
public record MetricsWindow(Instant from, Instant to, List<String> notes, boolean open) {

    public MetricsWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The window ends at " + to + ", which is not after its start, " + from);
        }
        notes = List.copyOf(notes);
    }

    public MetricsWindow(Instant from, Instant to, List<String> notes) {
        this(from, to, notes, false);
    }

    /**
     * Reads a window as users write it: an instant ({@code 2026-01-31T10:00:00Z}), a date or a date and time without zone
     * (taken as UTC, which a note says; a date that ends the window means the end of that day), or an ISO-8601 period back
     * from now ({@code P7D}, {@code PT12H}, {@code P1M}).
     *
     * @param to null for now
     */
    public static MetricsWindow parse(String from, @Nullable String to, Clock clock) throws RejectedException {
        List<String> notes = new ArrayList<>();
        Moments moments = new Moments(clock.instant(), notes);
        Instant start = moments.start("from", from);
        Instant end = to == null ? moments.now() : moments.end("to", to);
        if (start.isAfter(clock.instant())) {
            throw new RejectedException("The metrics window begins in the future, at " + start
                    + ": nothing has happened there yet. Set cxone.from to an earlier moment, for example P7D");
        }
        if (!start.isBefore(end)) {
            throw new RejectedException("The metrics window ends before it starts: cxone.from is " + start
                    + " and cxone.to is " + end + ". Swap them, or leave cxone.to out for now");
        }
        if (end.isAfter(moments.now())) {
            notes.add("The window reaches into the future, to " + end + ": figures end now");
        }
        return new MetricsWindow(start, end, notes, to == null);
    }

    /** The same with {@code now} for its end, if it follows the clock. */
    public MetricsWindow at(Instant now) {
        return open && now.isAfter(to) ? new MetricsWindow(from, now, notes, true) : this;
    }

    /** From first to last instant. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** As tables and pages write it: {@code 2026-01-01T00:00:00Z to 2026-01-31T23:59:59Z}. */
    public String label() {
        return from + " to " + to;
    }
}
