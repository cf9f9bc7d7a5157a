package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies a plan: everything that is created or updated first, then a look whether the tenant has it, and only where all of
 * that succeeded, what is to be deprecated.
 */
public final class Deployer {

    private final CxoneClient client;
    private final PlanApplier changes;
    private final Confirmation confirmation;
    private final RollbackCommands wayBack;
    private final Concurrently concurrently;
    private final Clock clock;

    public Deployer(CxoneClient client, Receipts receipts, PlanSettings settings, Clock clock) {
        this.client = client;
        this.changes = new PlanApplier(client, receipts, clock);
        this.confirmation = new Confirmation(client.dataActions(), clock);
        this.wayBack = new RollbackCommands(settings);
        this.concurrently = new Concurrently(settings.concurrency());
        this.clock = clock;
    }

    /**
     * Does what {@code plan} says. What fails is part of the result, so that it can be written down before
     * {@link DeploymentResult#throwIfIncomplete} ends the goal; only a plan with conflicts is refused outright.
     */
    public DeploymentResult apply(DeploymentPlan plan) throws CxoneException {
        plan.rejectConflicts();
        if (plan.changesAnything()) {
            client.require(Scope.DATA_ACTIONS_WRITE, "cxone:deploy");
        }
        Instant begun = clock.instant();
        Map<PlannedAction, ActionOutcome> outcomes = new HashMap<>();
        List<PlannedAction> first = plan.actions().stream()
                .filter(action -> action.kind() != Kind.DEPRECATE)
                .toList();
        List<ActionOutcome> changed = concurrently.all(first, changes::apply);
        put(outcomes, concurrently.all(changed, confirmation::confirm));
        List<PlannedAction> last = plan.of(Kind.DEPRECATE).toList();
        boolean isClean = outcomes.values().stream().allMatch(outcome -> outcome.failure() == null);
        put(
                outcomes,
                isClean
                        ? concurrently.all(last, changes::apply)
                        : last.stream().map(ActionOutcome::notBegun).toList());
        List<ActionOutcome> inOrder = plan.actions().stream().map(outcomes::get).toList();
        return new DeploymentResult(
                plan.baseUrl(),
                client.clientId(),
                begun,
                Duration.between(begun, clock.instant()),
                inOrder,
                wayBack.of(inOrder),
                null);
    }

    private static void put(Map<PlannedAction, ActionOutcome> outcomes, List<ActionOutcome> more) {
        more.forEach(outcome -> outcomes.put(outcome.planned(), outcome));
    }
}
