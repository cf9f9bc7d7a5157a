package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.TenantBaseline;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.CompatibilityCheck;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.StateDigest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares what is planned with the version of the tenant whose place it takes, as {@code check} does, and refuses a version
 * that has not risen far enough. Schemas with the same digest are not compared.
 */
final class ReplacedVersion {

    private final PlanSettings settings;

    ReplacedVersion(PlanSettings settings) {
        this.settings = settings;
    }

    /**
     * The same plan with the verdict on it.
     *
     * @param versions all that the tenant has of the action
     * @throws RejectedException where nobody can tell how far the version has risen
     */
    PlannedAction compare(PlannedAction planned, List<ActionVersion> versions) throws RejectedException {
        ActionVersion found = planned.found();
        return switch (planned.kind()) {
            case CREATE -> created(planned, versions);
            case UPDATE ->
                found == null || hasSchemasOf(found, planned.wanted()) ? planned : updated(planned, found, versions);
            case CONFLICT -> found == null ? planned : inPlace(planned, found);
            default -> planned;
        };
    }

    private PlannedAction created(PlannedAction planned, List<ActionVersion> versions) throws RejectedException {
        ActionVersion before = before(planned, versions);
        if (before != null) {
            return judged(planned, before);
        }
        boolean isFirst =
                versions.stream().allMatch(version -> version.version().endsWith("-SNAPSHOT"));
        return isFirst
                ? planned
                : notCompared(planned, "the tenant has no release below " + planned.version() + " that is active");
    }

    private PlannedAction updated(PlannedAction planned, ActionVersion found, List<ActionVersion> versions)
            throws RejectedException {
        ActionVersion before = before(planned, versions);
        return before == null ? inPlace(planned, found) : judged(planned, before);
    }

    private @Nullable ActionVersion before(PlannedAction planned, List<ActionVersion> versions) {
        return TenantBaseline.of(versions, planned.name(), planned.version(), settings.versionOrder())
                .orElse(null);
    }

    /** What changes in place refuses nothing by itself: of a release it is a conflict, of a snapshot it is allowed. */
    private PlannedAction inPlace(PlannedAction planned, ActionVersion found) {
        try {
            String where = where(found) + (planned.kind() == Kind.UPDATE ? ", where it changes in place" : "");
            ContractVerdict result = result(planned.wanted(), found, where);
            return result == null ? planned : planned.with(planned.kind(), result);
        } catch (RejectedException e) {
            return planned; // No version is needed that one could name.
        }
    }

    private PlannedAction judged(PlannedAction planned, ActionVersion before) throws RejectedException {
        if (before.inputSchema() == null || before.outputSchema() == null) {
            return notCompared(planned, "the tenant does not tell the schemas of " + before.version());
        }
        boolean isReport = settings.compatibility().policy() == CompatibilityPolicy.REPORT;
        try {
            ContractVerdict result = result(planned.wanted(), before, where(before));
            if (result == null) {
                return planned;
            }
            Kind kind = isReport || passes(result) ? planned.kind() : Kind.REFUSED;
            return planned.with(kind, result);
        } catch (RejectedException e) {
            if (isReport) {
                return notCompared(planned, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static PlannedAction notCompared(PlannedAction planned, String reason) {
        return planned.with(planned.kind(), ContractVerdict.notCompared(reason));
    }

    /** Null where both have the same schemas, or the tenant does not tell them. */
    private @Nullable ContractVerdict result(ActionVersion wanted, ActionVersion before, String where)
            throws RejectedException {
        JsonNode input = before.inputSchema();
        JsonNode output = before.outputSchema();
        if (input == null || output == null || hasSchemasOf(before, wanted)) {
            return null;
        }
        JsonNode wantedInput = Objects.requireNonNull(wanted.inputSchema());
        JsonNode wantedOutput = Objects.requireNonNull(wanted.outputSchema());
        // What has the same digest is the same schema, however the tenant writes it.
        Contract old = contract(
                before,
                isSame(input, wantedInput) ? wantedInput : input,
                isSame(output, wantedOutput) ? wantedOutput : output);
        CompatibilityCheck check =
                settings.compatibility().check(settings.members(), settings.today(), settings.versionOrder());
        ActionCompatibility comparison = check.compare(old, contract(wanted, wantedInput, wantedOutput), where);
        return ContractVerdict.of(comparison, check.expired());
    }

    private static boolean passes(ContractVerdict verdict) {
        ActionCompatibility comparison = verdict.comparison();
        return comparison == null || comparison.passes();
    }

    private static Contract contract(ActionVersion version, JsonNode input, JsonNode output) {
        Integer timeout = version.timeoutMs();
        return new Contract(version.name(), version.version(), null, timeout == null ? 0 : timeout, input, output);
    }

    private static String where(ActionVersion version) {
        return version.id() == null ? "the tenant" : "the tenant (id " + version.id() + ")";
    }

    private static boolean hasSchemasOf(ActionVersion one, ActionVersion other) {
        return isSame(one.inputSchema(), other.inputSchema()) && isSame(one.outputSchema(), other.outputSchema());
    }

    private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
        return Objects.equals(one, other) || Objects.equals(StateDigest.ofSchema(one), StateDigest.ofSchema(other));
    }
}
