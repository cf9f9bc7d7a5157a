package io.github.cxonetools.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sorts rows by version and status, and adds them up: each row once, the sums of sums at the end. */
final class Aggregation {

    private static final Comparator<@Nullable String> ORDER = Comparator.nullsLast(Comparator.<String>naturalOrder());

    private final Map<@Nullable String, Version> versions = new HashMap<>();
    private final SortedSet<String> unknownMembers = new TreeSet<>();
    private @Nullable Instant earliest;
    private @Nullable Instant last;

    void add(MetricsRow row) {
        time(row.timestamp());
        if (!row.others().isEmpty()) {
            unknownMembers.addAll(row.others().keySet());
        }
        Version version = versions.get(row.version());
        if (version == null) {
            version = new Version(row.version());
            versions.put(row.version(), version);
        }
        version.add(row);
    }

    private void time(@Nullable Instant timestamp) {
        // Neighbouring rows mostly share one.
        if (timestamp != last) {
            last = timestamp;
            if (timestamp != null && (earliest == null || timestamp.isBefore(earliest))) {
                earliest = timestamp;
            }
        }
    }

    /** The first time that a row names; null where none does. */
    @Nullable
    Instant earliest() {
        return earliest;
    }

    /** Sorted. */
    List<String> unknownMembers() {
        unknownMembers.removeAll(MetricsRow.KNOWN);
        return List.copyOf(unknownMembers);
    }

    Figures total() {
        Tally total = new Tally();
        for (Version version : sorted(versions).values()) {
            total.add(version.all());
        }
        return total.figures();
    }

    List<VersionMetrics> versions() {
        List<VersionMetrics> metrics = new ArrayList<>();
        for (Version version : sorted(versions).values()) {
            metrics.add(version.metrics());
        }
        return metrics;
    }

    /** Once at the end, rather than at each of many rows. */
    private static <T> SortedMap<@Nullable String, T> sorted(Map<@Nullable String, T> unsorted) {
        SortedMap<@Nullable String, T> sorted = new TreeMap<>(ORDER);
        sorted.putAll(unsorted);
        return sorted;
    }

    private static final class Version {

        private final @Nullable String label;
        private final Map<@Nullable String, Tally> statuses = new HashMap<>();

        Version(@Nullable String label) {
            this.label = label;
        }

        void add(MetricsRow row) {
            Tally tally = statuses.get(row.status());
            if (tally == null) {
                tally = new Tally();
                statuses.put(row.status(), tally);
            }
            tally.add(row);
        }

        Tally all() {
            Tally all = new Tally();
            for (Tally tally : sorted(statuses).values()) {
                all.add(tally);
            }
            return all;
        }

        VersionMetrics metrics() {
            Tally all = all();
            SortedMap<String, Figures> figures = new TreeMap<>();
            for (Map.Entry<@Nullable String, Tally> status : statuses.entrySet()) {
                if (status.getKey() != null) {
                    figures.put(status.getKey(), status.getValue().figures());
                }
            }
            return new VersionMetrics(label, all.figures(), Collections.unmodifiableSortedMap(figures), all.problems());
        }
    }
}
