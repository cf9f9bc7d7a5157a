package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One series of the charts: a version, or all those together that have no series of their own.
 *
 * @param label as the page shows it
 * @param roles why the version is drawn, whatever else there is: {@code judged}, {@code before}, {@code newest}, {@code worst},
 *     {@code slowest}
 * @param versions whose figures it draws
 */
record DrawnVersion(String label, List<String> roles, List<VersionMetrics> versions) {

    /** As many as there are colours. */
    static final int MAX = 8;

    DrawnVersion {
        roles = List.copyOf(roles);
        versions = List.copyOf(versions);
    }

    /** Whether it stands for versions that have no series of their own. */
    boolean isOther() {
        return versions.size() > 1;
    }

    /** Over the whole window. */
    Figures figures() {
        return Figures.together(versions.stream().map(VersionMetrics::figures).toList());
    }

    static String label(VersionMetrics version) {
        return version.version() == null ? "(no version)" : version.version();
    }

    /**
     * What the charts draw: first what is judged and the version before, then the newest and the worst, then the most executed;
     * the rest together, so that nothing is missing from a sum.
     *
     * @param versions sorted, lowest first
     */
    static List<DrawnVersion> of(
            List<VersionMetrics> versions, @Nullable VersionMetrics judged, @Nullable VersionMetrics before) {
        Map<VersionMetrics, List<String>> chosen = new LinkedHashMap<>();
        choose(judged, "judged", chosen);
        choose(before, "before", chosen);
        choose(newest(versions), "newest", chosen);
        choose(highest(versions, DrawnVersion::errorRate), "worst", chosen);
        choose(highest(versions, version -> version.figures().avgLatencyMs()), "slowest", chosen);
        boolean all = versions.size() <= MAX;
        List<VersionMetrics> most = new ArrayList<>(versions);
        most.sort(Comparator.comparingLong(DrawnVersion::executions).reversed());
        for (VersionMetrics version : most) {
            if (all || chosen.size() < MAX - 1) {
                chosen.computeIfAbsent(version, key -> new ArrayList<>());
            }
        }
        List<DrawnVersion> drawn = new ArrayList<>();
        chosen.forEach((version, roles) -> drawn.add(new DrawnVersion(label(version), roles, List.of(version))));
        if (!all) {
            List<VersionMetrics> rest = new ArrayList<>(versions);
            rest.removeAll(chosen.keySet());
            drawn.add(new DrawnVersion("other (" + rest.size() + ")", List.of(), rest));
        }
        return drawn;
    }

    private static void choose(
            @Nullable VersionMetrics version, String role, Map<VersionMetrics, List<String>> chosen) {
        if (version != null) {
            chosen.computeIfAbsent(version, key -> new ArrayList<>()).add(role);
        }
    }

    static @Nullable VersionMetrics newest(List<VersionMetrics> versions) {
        VersionMetrics newest = null;
        for (VersionMetrics version : versions) {
            if (version.version() != null && version.mayHaveRun()) {
                newest = version;
            }
        }
        return newest;
    }

    /** Of several that are equally bad, the most executed. Of two versions, the one and the other say nothing. */
    private static @Nullable VersionMetrics highest(List<VersionMetrics> versions, Figure figure) {
        VersionMetrics highest = null;
        for (VersionMetrics version : versions) {
            BigDecimal value = figure.of(version);
            if (value != null && value.signum() > 0 && versions.size() > 2) {
                int order = highest == null ? 1 : value.compareTo(figure.of(highest));
                if (highest == null || order > 0 || (order == 0 && executions(version) > executions(highest))) {
                    highest = version;
                }
            }
        }
        return highest;
    }

    private static @Nullable BigDecimal errorRate(VersionMetrics version) {
        return version.figures().errorRate();
    }

    private static long executions(VersionMetrics version) {
        Long executions = version.figures().executions();
        return executions == null ? 0 : executions;
    }

    /** A figure of a version, if it is known. */
    @FunctionalInterface
    private interface Figure {
        @Nullable
        BigDecimal of(VersionMetrics version);
    }
}
