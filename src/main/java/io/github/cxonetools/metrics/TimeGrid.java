package io.github.cxonetools.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equal stretches of time from the window's start to its end: what sparklines and charts draw over, so that a time without
 * rows shows as a gap. A stretch is one interval of the query, or several where there are too many to draw.
 *
 * @param starts when each stretch begins, ascending, at least one
 * @param intervals how many of the query's intervals a stretch spans
 */
public record TimeGrid(List<Instant> starts, long intervals) {

    public TimeGrid {
        starts = List.copyOf(starts);
    }

    /**
     * Lays the grid.
     *
     * @param earliest the first timestamp of the rows, if any: a tenant may begin its first interval before the window; one
     *     that is more than an interval away says nothing of where intervals begin
     * @param max how many stretches can be drawn, at least 1
     */
    static TimeGrid over(MetricsQuery query, @Nullable Instant earliest, int max) {
        MetricsWindow window = query.window();
        IsoPeriod interval = IsoPeriod.parse(query.interval());
        Instant start = earliest == null || earliest.isBefore(interval.before(window.from()))
                ? window.from()
                : start(window.from(), earliest, interval);
        double wanted =
                seconds(Duration.between(start, window.to())) / seconds(Duration.between(start, interval.after(start)));
        long multiple = Math.max(1, (long) Math.ceil(wanted / max));
        List<Instant> starts = new ArrayList<>();
        for (long step = 0; ; step += multiple) {
            Instant next = interval.times(step).after(start);
            if (step > 0 && !next.isBefore(window.to())) {
                return new TimeGrid(starts, multiple);
            }
            starts.add(next);
        }
    }

    /** At or before the window's start, whole intervals away from the first row: so a stretch is what the tenant counted. */
    private static Instant start(Instant from, Instant earliest, IsoPeriod interval) {
        double away = seconds(Duration.between(from, earliest)) / seconds(Duration.between(from, interval.after(from)));
        long steps = Math.max(0, (long) Math.ceil(away));
        while (interval.times(steps).before(earliest).isAfter(from)) {
            steps++;
        }
        return interval.times(steps).before(earliest);
    }

    /** The stretch in which {@code time} lies; the nearest one for a time outside. */
    public int index(Instant time) {
        int found = Collections.binarySearch(starts, time);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
