package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.Comparison;
import io.github.cxonetools.deployment.difference.FieldDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plans one action in a tenant that tells what it has. */
final class ReadablePlan {

    private final PlanSettings settings;
    private final ReplacedVersion replaced;

    ReadablePlan(PlanSettings settings) {
        this.settings = settings;
        this.replaced = new ReplacedVersion(settings);
    }

    List<PlannedAction> plan(DesiredAction desired, List<ActionVersion> versions) throws RejectedException {
        ActionVersion wanted = desired.version();
        List<ActionVersion> same = versions.stream()
                .filter(version -> version.version().equals(wanted.version()))
                .toList();
        PlannedAction planned = same.isEmpty()
                ? PlannedAction.of(Kind.CREATE, wanted, "")
                : same.size() == 1 ? compare(desired, wanted, same.get(0)) : duplicate(wanted, same);
        List<PlannedAction> actions = new ArrayList<>();
        actions.add(replaced.compare(planned, versions));
        if (!actions.get(0).kind().isRejected()) {
            actions.addAll(deprecations(wanted, planned.deprecated(), versions));
        }
        return actions;
    }

    private static PlannedAction duplicate(ActionVersion wanted, List<ActionVersion> same) {
        String ids = same.stream()
                .map(ActionVersion::id)
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        String note = "is there " + same.size() + " times, as ids " + ids
                + ". Deprecate or rename all but one: mvn cxone:deprecate -Dcxone.actionId=…";
        return new PlannedAction(Kind.CONFLICT, wanted, same.get(0), null, List.of(), List.of(), false, note);
    }

    private PlannedAction compare(DesiredAction desired, ActionVersion wanted, ActionVersion found) {
        Comparison whole = Comparison.of(found, wanted);
        Comparison comparison = desired.isSnapshot() ? whole : whole.withoutDeprecation();
        boolean isDeprecated = Boolean.TRUE.equals(found.deprecated());
        Kind kind = DifferenceMeaning.kind(desired, comparison, settings);
        return new PlannedAction(
                kind,
                wanted,
                found,
                found.id(),
                comparison.differences(),
                comparison.notComparable(),
                kind == Kind.UP_TO_DATE && isDeprecated,
                kind == Kind.CONFLICT ? DifferenceMeaning.conflict(comparison) : "");
    }

    /**
     * All but the newest releases; a version that the tenant does not tell whether it is deprecated is left alone. One that
     * is deployed and stays deprecated, because it was rolled back, is none that others may rely on.
     */
    private List<PlannedAction> deprecations(
            ActionVersion deployed, boolean staysDeprecated, List<ActionVersion> versions) {
        Integer keep = settings.keepVersions();
        if (keep == null) {
            return List.of();
        }
        boolean isKeptRelease = !staysDeprecated && !deployed.version().endsWith("-SNAPSHOT");
        return versions.stream()
                .filter(version -> Boolean.FALSE.equals(version.deprecated()) && version.id() != null)
                .filter(version -> !version.version().endsWith("-SNAPSHOT"))
                .filter(version -> !version.version().equals(deployed.version()))
                .sorted((a, b) -> settings.versionOrder().compare(b.version(), a.version()))
                .skip(isKeptRelease ? keep - 1L : keep)
                .map(version -> deprecation(version, keep))
                .toList();
    }

    private static PlannedAction deprecation(ActionVersion version, int keep) {
        ActionVersion wanted = new ActionVersion(
                version.id(),
                version.name(),
                version.version(),
                true,
                version.inputSchema(),
                version.outputSchema(),
                version.handlerUrl(),
                version.timeoutMs(),
                version.description());
        return new PlannedAction(
                Kind.DEPRECATE,
                wanted,
                version,
                version.id(),
                List.of(new FieldDifference("isDeprecated", null, "false", "true")),
                List.of(),
                false,
                "cxone.keepVersions is " + keep);
    }
}
