package io.github.cxonetools.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts rows by version and status, and adds them up: each row once, the sums of sums at the end. */
final class Aggregation {

    private static final Comparator<@Nullable String> ORDER = Comparator.nullsLast(Comparator.<String>naturalOrder());

    private final Map<@Nullable String, Version> versions = new TreeMap<>(ORDER);

    void add(MetricsRow row) {
        versions.computeIfAbsent(row.version(), Version::new).add(row);
    }

    Figures total() {
        Tally total = new Tally();
        versions.values().forEach(version -> total.add(version.all()));
        return total.figures();
    }

    List<VersionMetrics> versions() {
        return versions.values().stream().map(Version::metrics).toList();
    }

    private static final class Version {

        private final @Nullable String label;
        private final Map<@Nullable String, Tally> statuses = new TreeMap<>(ORDER);

        Version(@Nullable String label) {
            this.label = label;
        }

        void add(MetricsRow row) {
            statuses.computeIfAbsent(row.status(), status -> new Tally()).add(row);
        }

        Tally all() {
            Tally all = new Tally();
            statuses.values().forEach(all::add);
            return all;
        }

        VersionMetrics metrics() {
            Tally all = all();
            SortedMap<String, Figures> figures = new TreeMap<>();
            statuses.forEach((status, tally) -> {
                if (status != null) {
                    figures.put(status, tally.figures());
                }
            });
            return new VersionMetrics(label, all.figures(), Collections.unmodifiableSortedMap(figures), all.problems());
        }
    }
}
