package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.deployment.difference.StateDigest;
import io.github.cxonetools.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a deployment came to, failed or not.
 *
 * @param goal who did it
 * @param baseUrl the tenant
 * @param clientId who deployed
 * @param begun when
 * @param took how long all of it took
 * @param outcomes in the order of the plan
 * @param wayBack the commands that undo it; empty unless something was changed and is not confirmed
 * @param failure why nothing was begun; null where it was
 */
public record DeploymentResult(
        ChangingGoal goal,
        URI baseUrl,
        String clientId,
        Instant begun,
        Duration took,
        List<ActionOutcome> outcomes,
        List<String> wayBack,
        @Nullable CxoneException failure) {

    public DeploymentResult {
        outcomes = List.copyOf(outcomes);
        wayBack = List.copyOf(wayBack);
    }

    /**
     * A deployment that ended before it changed anything.
     *
     * @param goal who wanted it
     * @param tenant as the plan names it
     * @param plan as far as there is one
     */
    public static DeploymentResult notBegun(
            ChangingGoal goal,
            CxoneClient client,
            URI tenant,
            Instant begun,
            @Nullable DeploymentPlan plan,
            CxoneException failure) {
        List<ActionOutcome> outcomes = plan == null
                ? List.of()
                : plan.actions().stream().map(ActionOutcome::notBegun).toList();
        return new DeploymentResult(
                goal, tenant, client.clientId(), begun, Duration.ZERO, outcomes, List.of(), failure);
    }

    /** How many versions {@code done} was done with. */
    public long count(Done done) {
        return outcomes.stream().filter(outcome -> outcome.done() == done).count();
    }

    /** Whether everything that was planned was done. */
    public boolean isComplete() {
        return failure == null
                && count(Done.NOT_BEGUN) == 0
                && outcomes.stream().allMatch(outcome -> outcome.failure() == null);
    }

    /** Ends the goal if anything failed; the message says how to repair it, and how to go back. */
    public void throwIfIncomplete() throws CxoneException {
        List<CxoneException> failures = outcomes.stream()
                .map(ActionOutcome::failure)
                .filter(failure -> failure != null)
                .toList();
        if (!failures.isEmpty()) {
            throw CombinedFailure.of(failures, "The " + goal.noun() + " is incomplete", after());
        }
    }

    private String after() {
        long changed = outcomes.stream()
                .filter(outcome -> outcome.done().isChange() || outcome.done() == Done.DEPRECATED)
                .count();
        String text = changed + " of " + outcomes.size() + " versions were changed. When the cause is removed, "
                + goal.repair() + " completes the " + goal.noun();
        return wayBack.isEmpty() ? text : text + "\n" + String.join("\n", wayBack);
    }

    /**
     * The content of {@code deployment.json}.
     *
     * @param projectVersion of the project that was deployed, or null where there is none
     * @param commit of its sources, or null where it is unknown
     */
    public ObjectNode toJson(@Nullable String projectVersion, @Nullable String commit) {
        ObjectNode json = Json.object();
        json.put("goal", goal.typed());
        json.put("time", begun.toString());
        json.put("baseUrl", baseUrl.toString());
        json.put("clientId", clientId);
        json.put("projectVersion", projectVersion);
        json.put("commit", commit);
        json.put("complete", isComplete());
        json.put("failure", failure == null ? null : failure.getMessage());
        ArrayNode array = json.putArray("actions");
        outcomes.forEach(outcome -> array.add(toJson(outcome)));
        ArrayNode commands = json.putArray("wayBack");
        wayBack.forEach(commands::add);
        return json;
    }

    private static ObjectNode toJson(ActionOutcome outcome) {
        PlannedAction planned = outcome.planned();
        ObjectNode json = Json.object();
        json.put("action", planned.name());
        json.put("version", planned.version());
        json.put("id", outcome.id());
        json.put("planned", planned.kind().words());
        json.put("done", outcome.done().words());
        ContractVerdict verdict = planned.verdict();
        json.set("compatibility", verdict == null ? null : verdict.toJson());
        json.put("digestBefore", planned.found() == null ? null : StateDigest.of(planned.found()));
        json.put("digestAfter", StateDigest.of(planned.wanted()));
        json.put("tookMs", outcome.took().toMillis());
        json.put("unchecked", outcome.unchecked());
        CxoneException failure = outcome.failure();
        json.put("failure", failure == null ? null : failure.getMessage());
        return json;
    }
}
