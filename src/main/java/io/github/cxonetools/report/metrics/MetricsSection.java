package io.github.cxonetools.report.metrics;

import io.github.cxonetools.metrics.ExecutionMetrics;
import io.github.cxonetools.metrics.Figures;
import io.github.cxonetools.metrics.TimeSeries;
import io.github.cxonetools.metrics.VersionMetrics;
import io.github.cxonetools.metrics.Worsening;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import io.github.cxonetools.report.metrics.MetricsReport.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page tells of one action: which version it judges, against which, and what of it is bad. */
final class MetricsSection {

    private static final int MAX_STRETCHES = 120;

    private final ExecutionMetrics action;
    private final Comparator<String> versionOrder;
    private final List<VersionMetrics> versions;
    private final List<Deployment> deployments;
    private final Optional<GateOutcome> gate;
    private final TimeSeries series;
    private final @Nullable String judged;
    private final List<DrawnVersion> drawn;

    MetricsSection(ExecutionMetrics action, MetricsReport report, Comparator<String> versionOrder) {
        this.action = action;
        this.versionOrder = versionOrder;
        this.versions = action.versions(versionOrder);
        this.deployments = report.deploymentsOf(action.action());
        this.gate = report.gateOf(action.action());
        this.series = TimeSeries.of(action, MAX_STRETCHES);
        this.judged = judged(report.releases().get(action.action()));
        this.drawn = DrawnVersion.of(versions, judgedMetrics().orElse(null), before().orElse(null));
    }

    /** What the gate evaluates, else what is being released, else the newest. */
    private @Nullable String judged(@Nullable String release) {
        if (gate.isPresent()) {
            return gate.get().verdict().version();
        }
        if (release != null && action.find(release).isPresent()) {
            return release;
        }
        VersionMetrics newest = DrawnVersion.newest(versions);
        return newest == null ? null : newest.version();
    }

    ExecutionMetrics action() {
        return action;
    }

    /** Sorted, lowest first. */
    List<VersionMetrics> versions() {
        return versions;
    }

    List<Deployment> deployments() {
        return deployments;
    }

    TimeSeries series() {
        return series;
    }

    Optional<GateOutcome> gate() {
        return gate;
    }

    boolean isCharted() {
        return !series.isEmpty();
    }

    List<DrawnVersion> drawn() {
        return drawn;
    }

    /** The label of the version that the page judges. */
    Optional<String> judged() {
        return Optional.ofNullable(judged);
    }

    /** Its figures, if it was executed. */
    Optional<VersionMetrics> judgedMetrics() {
        return judged().flatMap(action::find);
    }

    /** The version that it is compared with. */
    Optional<VersionMetrics> before() {
        return judged().flatMap(version -> action.before(version, versionOrder));
    }

    /** What the series draws, one element a stretch; null where nothing was executed. */
    List<@Nullable Figures> of(DrawnVersion version) {
        List<@Nullable String> labels = new ArrayList<>();
        version.versions().forEach(each -> labels.add(each.version()));
        return series.of(labels);
    }

    /** Whether the error rate broke a limit or, without a gate, is clearly worse than that of the version before. */
    boolean isErrorRateBad(VersionMetrics version) {
        return isBad(version, "maxErrorRate", Worsening::ofErrorRate);
    }

    /** The same for the latency. */
    boolean isLatencyBad(VersionMetrics version) {
        return isBad(version, "Latency", Worsening::ofLatency);
    }

    private boolean isBad(VersionMetrics version, String ruleNames, FigureComparison comparison) {
        String label = version.version();
        if (label == null) {
            return false;
        }
        if (gate.isPresent()) {
            return label.equals(judged)
                    && gate.get().verdict().rules().stream()
                            .anyMatch(rule -> rule.name().contains(ruleNames) && rule.outcome() == RuleOutcome.FAILED);
        }
        Figures before =
                action.before(label, versionOrder).map(VersionMetrics::figures).orElse(null);
        return comparison.isWorse(version.figures(), before);
    }

    /** The limits of a figure, by the names of their rules. */
    List<RuleResult> limits(String ruleNames) {
        return gate.map(outcome -> outcome.verdict().rules().stream()
                        .filter(rule -> rule.name().contains(ruleNames) && rule.limit() != null)
                        .toList())
                .orElse(List.of());
    }

    /** Holds figures against those before. */
    @FunctionalInterface
    private interface FigureComparison {
        boolean isWorse(Figures now, @Nullable Figures before);
    }
}
