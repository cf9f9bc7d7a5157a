package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.report.text.NumberText;
import io.github.cxonetools.report.text.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader must know before trusting the figures: what was assumed, and what was missing or made no sense. */
final class MetricsWarnings {

    private static final int MAX_PROBLEMS = 20;

    private MetricsWarnings() {}

    static List<String> of(MetricsSection section) {
        List<String> warnings =
                new ArrayList<>(section.action().query().window().notes());
        if (section.isCharted() && section.series().grid().intervals() > 1) {
            warnings.add(
                    "A point of the charts spans " + section.series().grid().intervals() + " rows: the tenant counts "
                            + TimeText.interval(section.action().query().interval()) + ".");
        }
        long unplaced = executions(section.action().total()) - charted(section);
        if (unplaced > 0) {
            warnings.add(NumberText.count(unplaced, "execution")
                    + (unplaced == 1 ? " has no time: it is" : " have no time: they are")
                    + " in the figures, and not in the charts.");
        }
        List<String> problems = problems(section.versions());
        warnings.addAll(problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())));
        if (problems.size() > MAX_PROBLEMS) {
            warnings.add("And " + (problems.size() - MAX_PROBLEMS) + " more warnings, in metrics.json.");
        }
        return warnings;
    }

    private static List<String> problems(List<VersionMetrics> versions) {
        List<String> problems = new ArrayList<>();
        for (VersionMetrics version : versions) {
            for (Map.Entry<String, Integer> problem : version.problems().entrySet()) {
                problems.add(DrawnVersion.label(version) + ": " + problem.getKey() + " in "
                        + NumberText.count(problem.getValue(), "row") + ".");
            }
        }
        return problems;
    }

    /** What the bars add up to. */
    private static long charted(MetricsSection section) {
        long sum = 0;
        for (DrawnVersion version : section.drawn()) {
            for (Figures figures : section.of(version)) {
                sum += executions(figures);
            }
        }
        return sum;
    }

    private static long executions(@Nullable Figures figures) {
        return figures == null || figures.executions() == null ? 0 : figures.executions();
    }
}
