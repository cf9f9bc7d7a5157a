package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.Concurrently;
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
import java.util.function.Function;

/**
 * Applies a plan: everything that is created or updated first, then a look whether the tenant has it, and only where all of
 * that succeeded, what is to be deprecated.
 */
public final class Deployer {

    private final CxoneClient client;
    private final PlanApplier changes;
    private final Confirmation confirmation;
    private final Function<List<ActionOutcome>, List<String>> wayBack;
    private final Concurrently concurrently;

    /** Twice as many: of half of them the receipts are written while the requests of the others are in flight. */
    private final Concurrently applying;

    private final Clock clock;
    private final ChangingGoal goal;

    public Deployer(CxoneClient client, Receipts receipts, PlanSettings settings, Clock clock) {
        this(client, receipts, settings, clock, ChangingGoal.DEPLOY);
    }

    /** @param goal who applies plans, for messages and the audit */
    public Deployer(CxoneClient client, Receipts receipts, PlanSettings settings, Clock clock, ChangingGoal goal) {
        this(client, receipts, settings.concurrency(), clock, goal, new RollbackCommands(settings)::of);
    }

    /**
     * Applies a way back, from which there is none: the same one again completes it.
     *
     * @param concurrency requests in flight
     */
    public static Deployer ofRollback(CxoneClient client, Receipts receipts, int concurrency, Clock clock) {
        return new Deployer(client, receipts, concurrency, clock, ChangingGoal.ROLLBACK, outcomes -> List.of());
    }

    private Deployer(
            CxoneClient client,
            Receipts receipts,
            int concurrency,
            Clock clock,
            ChangingGoal goal,
            Function<List<ActionOutcome>, List<String>> wayBack) {
        this.client = client;
        this.concurrently = new Concurrently(concurrency);
        this.applying = new Concurrently(2 * concurrency);
        this.changes = new PlanApplier(client, receipts, concurrency, clock);
        this.confirmation = new Confirmation(client.dataActions(), this.concurrently, clock);
        this.wayBack = wayBack;
        this.clock = clock;
        this.goal = goal;
    }

    /**
     * Does what {@code plan} says. What fails is part of the result, so that it can be written down before
     * {@link DeploymentResult#throwIfIncomplete} ends the goal; only a plan with conflicts is refused outright.
     */
    public DeploymentResult apply(DeploymentPlan plan) throws CxoneException {
        plan.rejectConflicts();
        if (plan.changesAnything()) {
            client.require(Scope.DATA_ACTIONS_WRITE, goal.typed());
        }
        Instant begun = clock.instant();
        Map<PlannedAction, ActionOutcome> outcomes = new HashMap<>();
        List<PlannedAction> first = plan.actions().stream()
                .filter(action -> action.kind() != Kind.DEPRECATE)
                .toList();
        List<ActionOutcome> changed = applying.all(first, changes::apply);
        put(outcomes, confirmation.confirm(changed));
        List<PlannedAction> last = plan.of(Kind.DEPRECATE).toList();
        boolean isClean = outcomes.values().stream().allMatch(outcome -> outcome.failure() == null);
        put(
                outcomes,
                isClean
                        ? applying.all(last, changes::apply)
                        : last.stream().map(ActionOutcome::notBegun).toList());
        List<ActionOutcome> inOrder = plan.actions().stream().map(outcomes::get).toList();
        return new DeploymentResult(
                goal,
                plan.baseUrl(),
                client.clientId(),
                begun,
                Duration.between(begun, clock.instant()),
                inOrder,
                wayBack.apply(inOrder),
                null);
    }

    /** Who applies plans. */
    ChangingGoal goal() {
        return goal;
    }

    private static void put(Map<PlannedAction, ActionOutcome> outcomes, List<ActionOutcome> more) {
        more.forEach(outcome -> outcomes.put(outcome.planned(), outcome));
    }
}
