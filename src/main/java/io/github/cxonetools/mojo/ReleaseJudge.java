package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Time;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.metrics.ActionIds;
import io.github.cxonetools.metrics.FailedRelease;
import io.github.cxonetools.metrics.GateRules;
import io.github.cxonetools.metrics.GateVerdict;
import io.github.cxonetools.metrics.MetricsGate;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.ReleaseGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts released versions before the gate, and says how to go back where one fails. */
final class ReleaseJudge {

    private final Tenant tenant;
    private final GateRules rules;
    private final MetricsWindow window;
    private final @Nullable Duration waitFor;
    private final OnFailure onFailure;
    private final boolean dryRun;
    private final AbstractCxoneMojo goal;
    private final ActionIds ids;
    private final FailedRelease failed;

    ReleaseJudge(
            Tenant tenant,
            Receipts receipts,
            GateRules rules,
            MetricsWindow window,
            @Nullable Duration waitFor,
            OnFailure onFailure,
            boolean dryRun,
            AbstractCxoneMojo goal)
            throws CxoneException {
        this.tenant = tenant;
        this.rules = rules;
        this.window = window;
        this.waitFor = waitFor;
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
            verdict.lines().forEach(verdict.passed() ? goal.getLog()::info : goal.getLog()::error);
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
                new GateProgress(goal.getLog()));
    }

    private String refuse(GateVerdict verdict) throws CxoneException {
        if (verdict.failed() && onFailure == OnFailure.DEPRECATE) {
            goal.getLog().warn(failed.deprecate(verdict.action(), verdict.version(), dryRun));
        }
        String commands =
                String.join("\n  ", failed.wayBack(verdict.action(), verdict.version(), command(), tenantOptions()));
        return String.join("\n", verdict.lines()) + "\nTo go back:\n  " + commands;
    }

    private String command() {
        return goal.project.getFile() == null ? "mvn " + goal.pluginKey() + ":" + goal.pluginVersion() : "mvn cxone";
    }

    private List<String> tenantOptions() {
        return Stream.of("cxone.baseUrl", "cxone.tenantDirectory")
                .filter(name -> goal.session.getUserProperties().getProperty(name) != null)
                .map(name ->
                        "-D" + name + "=" + goal.session.getUserProperties().getProperty(name))
                .toList();
    }
}
