package io.github.cxonetools.deployment;

import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.compatibility.check.DecidedComparer;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a plan may do.
 *
 * @param localTenant snapshots are always welcome there
 * @param allowSnapshots let snapshots go to a remote tenant
 * @param updateRelease let handlerUrl, timeoutMs and description of a release change in place
 * @param keepVersions deprecate all but this many releases, or null to keep all
 * @param assumeAbsent in a tenant that cannot be read, take a version that nothing is known of for absent
 * @param concurrency requests in flight
 * @param versionOrder older versions first
 * @param compatibility how a contract is compared with the one whose place it takes
 * @param members which Java member a place in a payload comes from
 * @param today for accepted breaks that expire
 */
public record PlanSettings(
        boolean localTenant,
        boolean allowSnapshots,
        boolean updateRelease,
        @Nullable Integer keepVersions,
        boolean assumeAbsent,
        int concurrency,
        Comparator<String> versionOrder,
        CompatibilityRules compatibility,
        DecidedComparer.JavaMembers members,
        LocalDate today) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public PlanSettings {
        if (keepVersions != null && keepVersions < 1) {
            throw new IllegalArgumentException("cxone.keepVersions is " + keepVersions + ". Use 1 or more");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("cxone.concurrency is " + concurrency + ". Use 1 or more");
        }
    }
}
