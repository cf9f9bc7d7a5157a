package io.github.cxonetools.mojo.promotion;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.ActionIds;
import io.github.cxonetools.metrics.MetricsReader;
import io.github.cxonetools.metrics.MetricsWindow;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.MetricsEvents;
import io.github.cxonetools.metrics.gate.MetricsGate;
import io.github.cxonetools.metrics.gate.ReleaseGate;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.Options;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gate that versions must pass in the tenant that they come from.
 *
 * @param rules what they must hold
 * @param isMinimumSet whether {@code minExecutions} is asked for, rather than its default
 * @param waitFor the parameter of this name; null to evaluate at once
 * @param from where the window begins
 * @param to where it ends; null for now
 */
public record SourceGate(
        GateRules rules,
        boolean isMinimumSet,
        @Nullable String waitFor,
        String from,
        @Nullable String to) {

    /** Whether any of its parameters is set. */
    boolean isSet() {
        return rules.hasLimits() || isMinimumSet || waitFor != null;
    }

    /**
     * Fails where a version does not pass.
     *
     * @param receipts of the source, where it cannot be read
     */
    void require(
            GoalContext goal, Tenant source, Receipts receipts, List<ActionDefinition> actions, MetricsEvents events)
            throws CxoneException {
        MetricsWindow window = MetricsWindow.parse(from, to, Clock.systemUTC());
        source.client().require(Scope.ANALYTICS_READ, "cxone:" + goal.name() + " with a gate");
        ReleaseGate gate = new ReleaseGate(
                new MetricsReader(source.client()),
                rules,
                new MetricsGate(rules, MavenVersions.ORDER),
                Time.system(),
                events);
        ActionIds ids = new ActionIds(source.client(), receipts);
        List<String> refused = new ArrayList<>();
        for (ActionDefinition action : actions) {
            GateVerdict verdict = gate.evaluate(
                    action.name(),
                    action.version(),
                    ids.of(action.name()),
                    window,
                    waitFor == null ? null : Options.duration("waitFor", waitFor));
            events.evaluated(verdict);
            if (!verdict.passed()) {
                refused.add(verdict.refusal());
            }
        }
        if (!refused.isEmpty()) {
            throw new RejectedException(
                    String.join("\n", refused) + "\nNothing was promoted. Execute more in the source"
                            + " tenant, wait with -Dcxone.waitFor=PT30M, or promote a version that passes");
        }
    }
}
