package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.DeploymentTarget;
import io.github.cxonetools.deployment.rollback.Rollback;
import io.github.cxonetools.deployment.rollback.RollbackRequest;
import io.github.cxonetools.metrics.ActionIds;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.gate.GateSettings.OnFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Evaluates released versions by the gate, and says how to go back where one fails. */
final class ReleaseEvaluation {

    private final DeploymentTarget tenant;
    private final MetricsWindow window;
    private final GateSettings settings;
    private final Comparator<String> versionOrder;
    private final GoalCommands commands;
    private final MetricsEvents events;
    private final ActionIds ids;
    private final FailedRelease failed;
    private final Rollback rollback;

    /**
     * @param versionOrder Maven's order, lowest first
     * @param rollback of the same tenant
     */
    ReleaseEvaluation(
            DeploymentTarget tenant,
            MetricsWindow window,
            GateSettings settings,
            Comparator<String> versionOrder,
            GoalCommands commands,
            MetricsEvents events,
            Rollback rollback)
            throws CxoneException {
        this.tenant = tenant;
        this.window = window;
        this.settings = settings;
        this.versionOrder = versionOrder;
        this.commands = commands;
        this.events = events;
        this.rollback = rollback;
        this.ids = new ActionIds(tenant.client(), tenant.receipts());
        this.failed = new FailedRelease(tenant.client(), tenant.receipts(), versionOrder);
        if (settings.isGate() && settings.onFailure() != OnFailure.FAIL && !settings.dryRun()) {
            failed.requireScope(settings.onFailure());
        }
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
            events.evaluated(verdict);
            if (verdict.passed()) {
                events.concluded(new GateOutcome(verdict, List.of(), List.of()));
            } else {
                refused.add(refuse(verdict));
            }
        }
        if (!refused.isEmpty()) {
            throw new RejectedException(
                    String.join("\n", refused) + (refused.size() == 1 ? ". " : "\n") + "Report: " + events.page());
        }
    }

    private ReleaseGate gate() {
        return new ReleaseGate(
                new MetricsReader(tenant.client()),
                settings.rules(),
                new MetricsGate(settings.rules(), versionOrder),
                Time.system(),
                events);
    }

    /** Whatever fails on the way, the verdict is told. */
    private String refuse(GateVerdict verdict) {
        List<String> followed = new ArrayList<>();
        boolean isRolledBack = verdict.failed() && follow(verdict, followed);
        followed.forEach(events::followed);
        List<String> wayBack = new ArrayList<>();
        if (!isRolledBack) {
            try {
                wayBack.addAll(failed.wayBack(
                        verdict.action(), verdict.version(), commands.command("deprecate"), commands.options()));
            } catch (CxoneException e) {
                String unknown = "The version before is not known: " + e.getMessage();
                events.followed(unknown);
                followed.add(unknown);
            }
        }
        events.concluded(new GateOutcome(verdict, followed, wayBack));
        return verdict.refusal();
    }

    /** Does what is to follow, and says it; whether that has gone back already. */
    private boolean follow(GateVerdict verdict, List<String> followed) {
        return switch (settings.onFailure()) {
            case FAIL -> false;
            case DEPRECATE -> {
                followed.add(deprecate(verdict));
                yield false;
            }
            case ROLLBACK -> rollBack(verdict, followed);
        };
    }

    private boolean rollBack(GateVerdict verdict, List<String> followed) {
        String label = verdict.action() + " " + verdict.version();
        try {
            rollback.run(List.of(new RollbackRequest(verdict.action(), verdict.version(), null)), settings.dryRun());
        } catch (CxoneException e) {
            followed.add(label + " is not rolled back: " + e.getMessage());
            return false;
        }
        followed.add(label
                + (settings.dryRun()
                        ? " would be rolled back (dryRun)"
                        : " is rolled back: the version below it is active, and then it was deprecated"));
        return true;
    }

    private String deprecate(GateVerdict verdict) {
        try {
            List<String> done = new ArrayList<>();
            tenant.exclusively(
                    settings.dryRun(),
                    () -> done.add(failed.deprecate(verdict.action(), verdict.version(), settings.dryRun())));
            return done.get(0);
        } catch (CxoneException e) {
            return verdict.action() + " " + verdict.version() + " is not deprecated: " + e.getMessage();
        }
    }
}
