package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a version was deployed, on the charts: as receipts tell it, or else the first time that it is seen to run.
 *
 * @param text the version, and that it is only seen where it is
 */
record DeploymentMark(Instant at, String text) {

    /** In the order in which they happened. */
    static List<DeploymentMark> of(MetricsSection section) {
        List<DeploymentMark> marks = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Deployment deployment : section.deployments()) {
            known.add(deployment.version());
            marks.add(new DeploymentMark(deployment.at(), deployment.version()));
        }
        List<VersionMetrics> versions = section.versions();
        List<Integer> firsts = versions.stream()
                .map(version -> first(section.series().of(version.version())))
                .toList();
        for (int i = 0; i < firsts.size(); i++) {
            String label = versions.get(i).version();
            if (label != null && !known.contains(label) && isNew(firsts, i)) {
                Instant start = section.series().grid().starts().get(firsts.get(i));
                marks.add(new DeploymentMark(start, label + " first run"));
            }
        }
        marks.sort(Comparator.comparing(DeploymentMark::at));
        return marks;
    }

    /** One that ran from the start, or after a higher version did, was deployed before, and is only called again. */
    private static boolean isNew(List<Integer> firsts, int index) {
        int first = firsts.get(index);
        return first > 0
                && firsts.subList(index + 1, firsts.size()).stream().allMatch(higher -> higher < 0 || higher >= first);
    }

    /** The first stretch with executions; -1 where there is none. */
    private static int first(List<@Nullable Figures> stretches) {
        for (int i = 0; i < stretches.size(); i++) {
            Figures figures = stretches.get(i);
            if (figures != null && figures.executions() != null && figures.executions() > 0) {
                return i;
            }
        }
        return -1;
    }
}
