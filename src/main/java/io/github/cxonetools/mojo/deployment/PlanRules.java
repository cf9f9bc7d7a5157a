package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.PlanSettings;
import io.github.cxonetools.deployment.Planner;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.mojo.project.Versions;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a plan may do, as the parameters of the same names say it. */
public record PlanRules(
        int concurrency,
        boolean allowSnapshots,
        boolean updateRelease,
        boolean assumeAbsent,
        @Nullable Integer keepVersions) {

    /** The same for the core, checked. */
    PlanSettings settings(Tenant tenant) throws RejectedException {
        return Options.checked(() -> new PlanSettings(
                tenant.local(),
                allowSnapshots,
                updateRelease,
                keepVersions,
                assumeAbsent,
                concurrency,
                Versions.ORDER));
    }

    /** Plans by these rules. */
    public Planner planner(Tenant tenant, Receipts receipts) throws RejectedException {
        return new Planner(tenant.client(), receipts, settings(tenant));
    }

    /** What decides what is done, by the names of the parameters. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("allowSnapshots", Boolean.toString(allowSnapshots));
        texts.put("updateRelease", Boolean.toString(updateRelease));
        texts.put("assumeAbsent", Boolean.toString(assumeAbsent));
        if (keepVersions != null) {
            texts.put("keepVersions", keepVersions.toString());
        }
        return texts;
    }
}
