package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.Receipts;
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
import io.github.cxonetools.mojo.project.Versions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts released versions before the gate, and says how to go back where one fails. */
final class ReleaseJudge {

    private final Tenant tenant;
    private final GateRules rules;
    private final MetricsWindow window;
    private final @Nullable Duration waitFor;
    private final Duration maxWait;
    private final Receipts receipts;
    private final OnFailure onFailure;
    private final boolean dryRun;
    private final GoalContext goal;
    private final ActionIds ids;
    private final FailedRelease failed;

    ReleaseJudge(
            Tenant tenant,
            Receipts receipts,
            GateRules rules,
            MetricsWindow window,
            @Nullable Duration waitFor,
            Duration maxWait,
            OnFailure onFailure,
            boolean dryRun,
            GoalContext goal)
            throws CxoneException {
        this.tenant = tenant;
        this.rules = rules;
        this.window = window;
        this.waitFor = waitFor;
        this.maxWait = maxWait;
        this.receipts = receipts;
        this.onFailure = onFailure;
        this.dryRun = dryRun;
        this.goal = goal;
        this.ids = new ActionIds(tenant.client(), receipts);
        this.failed = new FailedRelease(tenant.client(), receipts, Versions.ORDER);
        if (isGate() && onFailure == OnFailure.DEPRECATE && !dryRun) {
            failed.requireScope();
        }
    }

    /** The values of {@code onFailure}. */
    enum OnFailure {
        FAIL,
        DEPRECATE
    }

    private boolean isGate() {
        return rules.hasLimits() || waitFor != null;
    }

    /** Judges each action's version, if there is a gate at all. */
    void judge(Map<String, String> versionsByName) throws CxoneException {
        if (!isGate()) {
            return;
        }
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, String> release : versionsByName.entrySet()) {
            if (release.getValue().isEmpty()) {
                throw new RejectedException(
                        "Which version does the gate judge? Without a project, set -Dcxone.newVersion=<version>");
            }
            GateVerdict verdict =
                    gate().judge(release.getKey(), release.getValue(), ids.of(release.getKey()), window, waitFor);
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
                rules,
                new MetricsGate(rules, Versions.ORDER),
                Time.system(),
                new GateProgress(goal.log()));
    }

    /** Whatever fails on the way, the verdict is told. */
    private String refuse(GateVerdict verdict) {
        List<String> lines = new ArrayList<>(verdict.lines());
        if (verdict.failed() && onFailure == OnFailure.DEPRECATE) {
            String done = deprecate(verdict);
            goal.log().warn(done);
            lines.add(done);
        }
        lines.addAll(wayBack(verdict));
        return String.join("\n", lines);
    }

    private String deprecate(GateVerdict verdict) {
        try {
            if (dryRun) {
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
