package io.github.cxonetools.deployment;

import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.FieldDifference;
import io.github.cxonetools.deployment.difference.StateDigest;
import io.github.cxonetools.json.Json;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a deployment would change, and why. It holds everything that applying it needs, so that exactly what was shown is
 * done.
 *
 * @param baseUrl the tenant
 * @param actions sorted by name; of one name, what is deployed before what is deprecated
 * @param tenantDigests of all versions in the tenant, by action; without those that could not be read
 */
public record DeploymentPlan(URI baseUrl, List<PlannedAction> actions, SortedMap<String, String> tenantDigests) {

    /** Of {@code plan.json}: raised when an older plugin would misread it. What was written before there was one has none. */
    static final int FORMAT = 1;

    public DeploymentPlan {
        actions = actions.stream()
                .sorted(Comparator.comparing(PlannedAction::name)
                        .thenComparing(action -> action.kind() == Kind.DEPRECATE)
                        .thenComparing(PlannedAction::version))
                .toList();
        tenantDigests = new TreeMap<>(tenantDigests);
    }

    /** The same plan, for the tenant as the next build names it too: the port of a local one changes. */
    public DeploymentPlan named(URI tenant) {
        return new DeploymentPlan(tenant, actions, tenantDigests);
    }

    /** Whether the tenant would be another afterwards. */
    public boolean changesAnything() {
        return actions.stream().anyMatch(action -> action.kind().changes());
    }

    /** Whether the tenant is known to be exactly what the project wants. */
    public boolean isDriftFree() {
        return actions.stream()
                .allMatch(action -> action.kind() == Kind.HELD_BACK
                        || (action.kind() == Kind.UP_TO_DATE
                                && action.notComparable().isEmpty()));
    }

    /** One message for each conflict, and each version that has not risen far enough: what would change, and what to do. */
    public List<String> conflicts() {
        return actions.stream()
                .filter(action -> action.kind().isRejected())
                .map(DeploymentPlan::conflict)
                .toList();
    }

    /** Ends the goal if there is any of {@link #conflicts}. */
    public void rejectConflicts() throws RejectedException {
        Findings findings = new Findings();
        findings.addAll(conflicts());
        findings.throwIfAny(
                count(Kind.REFUSED) == 0
                        ? "The tenant has versions that a deployment must not change"
                        : count(Kind.CONFLICT) == 0
                                ? "Contracts cannot take the place of those in the tenant"
                                : "The plan cannot be applied");
    }

    /** How many versions are of {@code kind}. */
    public long count(Kind kind) {
        return of(kind).count();
    }

    Stream<PlannedAction> of(Kind kind) {
        return actions.stream().filter(action -> action.kind() == kind);
    }

    private static String conflict(PlannedAction action) {
        ContractVerdict verdict = action.verdict();
        ActionCompatibility comparison = verdict == null ? null : verdict.comparison();
        if (action.kind() == Kind.REFUSED && comparison != null) {
            return comparison.refusal();
        }
        StringBuilder message = new StringBuilder(action.label() + " is in the tenant");
        if (action.id() != null) {
            message.append(" (id ").append(action.id()).append(")");
        }
        message.append(" and ").append(action.note());
        if (comparison != null) {
            message.append(". The contract needs ").append(comparison.needed());
        }
        return message.toString();
    }

    /** The content of {@code plan.json}; the same plan gives the same bytes. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("format", FORMAT);
        json.put("baseUrl", baseUrl.toString());
        json.put("changesAnything", changesAnything());
        ObjectNode tenant = json.putObject("tenantDigests");
        tenantDigests.forEach(tenant::put);
        ArrayNode array = json.putArray("actions");
        actions.forEach(action -> array.add(toJson(action)));
        return json;
    }

    private static ObjectNode toJson(PlannedAction action) {
        ObjectNode json = Json.object();
        json.put("action", action.name());
        json.put("version", action.version());
        json.put("kind", action.kind().words());
        if (action.id() != null) {
            json.put("id", action.id());
        }
        if (!action.remarks().isEmpty()) {
            json.put("note", action.remarks());
        }
        json.put("digest", StateDigest.of(action.wanted()));
        ArrayNode differences = json.putArray("differences");
        for (FieldDifference difference : action.differences()) {
            ObjectNode node = differences.addObject().put("field", difference.field());
            if (difference.pointer() != null) {
                node.put("pointer", difference.pointer());
            }
            node.put("before", difference.before()).put("after", difference.after());
        }
        ArrayNode notComparable = json.putArray("notComparable");
        action.notComparable().forEach(notComparable::add);
        ContractVerdict verdict = action.verdict();
        if (verdict != null) {
            json.set("compatibility", verdict.toJson());
        }
        return json;
    }
}
