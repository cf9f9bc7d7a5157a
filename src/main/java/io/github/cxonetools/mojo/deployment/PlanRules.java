package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.compatibility.check.DecidedComparer;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.Options;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan may do, as the parameters of the same names say it.
 *
 * @param compatibility how contracts are compared with those in the tenant
 * @param members which members of the project's classes payloads come from
 */
public record PlanRules(
        int concurrency,
        boolean allowSnapshots,
        boolean updateRelease,
        boolean assumeAbsent,
        @Nullable Integer keepVersions,
        CompatibilityRules compatibility,
        DecidedComparer.JavaMembers members) {

    /** The parameter that a module's own accepted breaks are deferred under. */
    private static final String ACCEPTED = "acceptedBreaks";

    /** Rules where nobody knows which members payloads come from. */
    public PlanRules(
            int concurrency,
            boolean allowSnapshots,
            boolean updateRelease,
            boolean assumeAbsent,
            @Nullable Integer keepVersions,
            CompatibilityRules compatibility) {
        this(
                concurrency,
                allowSnapshots,
                updateRelease,
                assumeAbsent,
                keepVersions,
                compatibility,
                (action, side, pointer) -> null);
    }

    /** The same for the core, checked. */
    public PlanSettings settings(Tenant tenant) throws RejectedException {
        return Options.checked(() -> new PlanSettings(
                tenant.local(),
                allowSnapshots,
                updateRelease,
                keepVersions,
                assumeAbsent,
                concurrency,
                MavenVersions.ORDER,
                compatibility,
                members,
                LocalDate.now(ZoneOffset.UTC)));
    }

    /** The same rules, where others know which members payloads come from. */
    public PlanRules explainedBy(DecidedComparer.JavaMembers others) {
        return new PlanRules(
                concurrency, allowSnapshots, updateRelease, assumeAbsent, keepVersions, compatibility, others);
    }

    /** Plans by these rules. */
    public Planner planner(Tenant tenant, Receipts receipts) throws RejectedException {
        return new Planner(tenant.client(), receipts, settings(tenant));
    }

    /** What decides what is done, by the names of the parameters. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("allowSnapshots", Boolean.toString(allowSnapshots));
        texts.put("updateRelease", Boolean.toString(updateRelease));
        texts.put("assumeAbsent", Boolean.toString(assumeAbsent));
        if (keepVersions != null) {
            texts.put("keepVersions", keepVersions.toString());
        }
        if (compatibility.policy() != CompatibilityPolicy.SEMVER) {
            texts.put("compatibility", compatibility.policy().name().toLowerCase(Locale.ROOT));
        }
        if (compatibility.comparesUndeclared()) {
            texts.put("undeclaredProperties", "compare");
        }
        if (!compatibility.failsUndecided()) {
            texts.put("onUndecided", "warn");
        }
        if (!compatibility.acceptedBreaks().isEmpty()) {
            texts.put(ACCEPTED, AcceptedBreaksText.of(compatibility.acceptedBreaks()));
        }
        return texts;
    }

    /** The same for what another module has deferred: with the breaks that it accepts, and members that nobody knows. */
    PlanRules of(SortedMap<String, String> deferred) throws RejectedException {
        return new PlanRules(
                concurrency,
                allowSnapshots,
                updateRelease,
                assumeAbsent,
                keepVersions,
                compatibility.accepting(AcceptedBreaksText.read(deferred.getOrDefault(ACCEPTED, "[]"))),
                (action, side, pointer) -> null);
    }
}
