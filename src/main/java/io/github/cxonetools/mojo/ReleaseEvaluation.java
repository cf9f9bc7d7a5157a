package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.ActionIds;
import io.github.cxonetools.metrics.FailedRelease;
import io.github.cxonetools.metrics.GateRules;
import io.github.cxonetools.metrics.GateVerdict;
import io.github.cxonetools.metrics.MetricsGate;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.ReleaseGate;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Invocation;
import io.github.cxonetools.mojo.project.MavenVersions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates released versions by the gate, and says how to go back where one fails. */
final class ReleaseEvaluation {

    private final Tenant tenant;
    private final Receipts receipts;
    private final MetricsWindow window;
    private final Settings settings;
    private final Duration maxWait;
    private final GoalContext goal;
    private final ActionIds ids;
    private final FailedRelease failed;

    /** @param maxWait how long to wait for another build in the same checkout */
    ReleaseEvaluation(
            Tenant tenant,
            Receipts receipts,
            MetricsWindow window,
            Settings settings,
            Duration maxWait,
            GoalContext goal)
            throws CxoneException {
        this.tenant = tenant;
        this.receipts = receipts;
        this.window = window;
        this.settings = settings;
        this.maxWait = maxWait;
        this.goal = goal;
        this.ids = new ActionIds(tenant.client(), receipts);
        this.failed = new FailedRelease(tenant.client(), receipts, MavenVersions.ORDER);
        if (settings.isGate() && settings.onFailure() == OnFailure.DEPRECATE && !settings.dryRun()) {
            failed.requireScope();
        }
    }

    /**
     * What the gate asks for, and what follows where it fails.
     *
     * @param waitFor how long to poll for enough executions; null to evaluate at once
     * @param dryRun only say what would be deprecated
     */
    record Settings(GateRules rules, @Nullable Duration waitFor, OnFailure onFailure, boolean dryRun) {

        /** Whether there is a gate at all. */
        boolean isGate() {
            return rules.hasLimits() || waitFor != null;
        }
    }

    /** The values of {@code onFailure}. */
    enum OnFailure {
        FAIL,
        DEPRECATE
    }

    /** Evaluates each action's version, if there is a gate at all. */
    void evaluate(Map<String, String> versionsByName) throws CxoneException {
        if (!settings.isGate()) {
            return;
        }
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, String> release : versionsByName.entrySet()) {
            if (release.getValue().isEmpty()) {
                throw new RejectedException(
                        "Which version does the gate evaluate? Without a project, set -Dcxone.newVersion=<version>");
            }
            GateVerdict verdict = gate().evaluate(
                            release.getKey(), release.getValue(), ids.of(release.getKey()), window, settings.waitFor());
            verdict.lines().forEach(verdict.passed() ? goal.log()::info : goal.log()::error);
            if (!verdict.passed()) {
                refused.add(refuse(verdict));
            }
        }
        if (!refused.isEmpty()) {
            throw new RejectedException(String.join("\n", refused));
        }
    }

    private ReleaseGate gate() {
        return new ReleaseGate(
                new MetricsReader(tenant.client()),
                settings.rules(),
                new MetricsGate(settings.rules(), MavenVersions.ORDER),
                Time.system(),
                new GateProgress(goal.log()));
    }

    /** Whatever fails on the way, the verdict is told. */
    private String refuse(GateVerdict verdict) {
        List<String> lines = new ArrayList<>(verdict.lines());
        if (verdict.failed() && settings.onFailure() == OnFailure.DEPRECATE) {
            String done = deprecate(verdict);
            goal.log().warn(done);
            lines.add(done);
        }
        lines.addAll(wayBack(verdict));
        return String.join("\n", lines);
    }

    private String deprecate(GateVerdict verdict) {
        try {
            if (settings.dryRun()) {
                return failed.deprecate(verdict.action(), verdict.version(), true);
            }
            List<String> done = new ArrayList<>();
            receipts.exclusively(
                    maxWait,
                    goal.log()::info,
                    () -> done.add(failed.deprecate(verdict.action(), verdict.version(), false)));
            return done.get(0);
        } catch (CxoneException e) {
            return verdict.action() + " " + verdict.version() + " is not deprecated: " + e.getMessage();
        }
    }

    private List<String> wayBack(GateVerdict verdict) {
        Invocation build = new Invocation(goal);
        List<String> lines = new ArrayList<>();
        try {
            lines.add("To go back:");
            for (String command :
                    failed.wayBack(verdict.action(), verdict.version(), build.command("deprecate"), build.options())) {
                lines.add("  " + command);
            }
        } catch (CxoneException e) {
            lines.add("  The version before is not known: " + e.getMessage());
        }
        return lines;
    }
}
