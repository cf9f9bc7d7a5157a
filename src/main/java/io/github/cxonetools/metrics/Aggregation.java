package io.github.cxonetools.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts rows by version, status and time, and adds them up. */
final class Aggregation {

    private final Tally total = new Tally();
    private final Map<@Nullable String, Version> versions =
            new TreeMap<>(Comparator.nullsLast(Comparator.<String>naturalOrder()));

    void add(MetricsRow row) {
        total.add(row);
        versions.computeIfAbsent(row.version(), Version::new).add(row);
    }

    Figures total() {
        return total.figures();
    }

    List<VersionMetrics> versions() {
        return versions.values().stream().map(Version::metrics).toList();
    }

    private static final class Version {

        private final @Nullable String label;
        private final Tally all = new Tally();
        private final SortedMap<String, Tally> statuses = new TreeMap<>();

        Version(@Nullable String label) {
            this.label = label;
        }

        void add(MetricsRow row) {
            all.add(row);
            if (row.status() != null) {
                statuses.computeIfAbsent(row.status(), status -> new Tally()).add(row);
            }
        }

        VersionMetrics metrics() {
            return new VersionMetrics(label, all.figures(), figures(statuses), all.problems());
        }

        private static SortedMap<String, Figures> figures(SortedMap<String, Tally> tallies) {
            SortedMap<String, Figures> figures = new TreeMap<>();
            tallies.forEach((key, tally) -> figures.put(key, tally.figures()));
            return Collections.unmodifiableSortedMap(figures);
        }
    }
}
