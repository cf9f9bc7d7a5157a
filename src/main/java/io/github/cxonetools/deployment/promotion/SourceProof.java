package io.github.cxonetools.deployment.promotion;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.client.Listings;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.difference.Comparison;
import io.github.cxonetools.deployment.difference.StateDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether a tenant has what is promoted from it: each version, active, with the same schemas. Sends nothing but reads. */
public final class SourceProof {

    private final CxoneClient client;
    private final String tenant;
    private final Concurrently concurrently;

    /**
     * @param tenant as messages name it
     * @param concurrency requests in flight
     */
    public SourceProof(CxoneClient client, String tenant, int concurrency) {
        this.client = client.readOnly();
        this.tenant = "The source " + tenant;
        this.concurrently = new Concurrently(concurrency);
    }

    /**
     * Fails where it does not have all of it.
     *
     * @throws RejectedException with everything that is not as it is promoted
     */
    public void require(List<DesiredAction> promoted) throws CxoneException {
        Findings findings = new Findings();
        Listings listings = client.dataActions()
                .listings(promoted.stream().map(each -> each.contract().name()).toList(), concurrently);
        findings.addAll(concurrently.all(promoted, each -> finding(each, listings)).stream()
                .filter(finding -> !finding.isEmpty())
                .toList());
        findings.throwIfAny("The source does not have what is promoted, so nothing is");
    }

    private String finding(DesiredAction promoted, Listings listings) throws CxoneException {
        ActionVersion wanted = promoted.version();
        Listing listing = listings.of(wanted.name());
        if (!(listing instanceof Listing.Versions told)) {
            return tenant + " cannot be read (" + ((Listing.Unreadable) listing).reason() + "), so nothing proves "
                    + wanted.label() + ". Give its client the scope data-actions:read, or promote without"
                    + " cxone.sourceBaseUrl";
        }
        List<ActionVersion> same = told.versions().stream()
                .filter(version -> version.version().equals(wanted.version()))
                .toList();
        if (same.isEmpty()) {
            return absent(wanted, told.versions());
        }
        return same.size() > 1 ? twice(same) : difference(same.get(0), wanted);
    }

    private String absent(ActionVersion wanted, List<ActionVersion> there) {
        String versions =
                there.stream().map(ActionVersion::version).sorted().distinct().collect(Collectors.joining(", "));
        return tenant + " has no " + wanted.label() + (versions.isEmpty() ? "" : ", but " + versions)
                + ". Deploy and test it there first, or correct cxone.artifact or cxone.sourceBaseUrl";
    }

    private String twice(List<ActionVersion> same) {
        return tenant + " has " + same.get(0).label() + " " + same.size() + " times, as ids "
                + same.stream()
                        .map(version -> String.valueOf(version.id()))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ", so nobody knows which one was tested. Deprecate or rename all but one there";
    }

    private String difference(ActionVersion found, ActionVersion wanted) {
        String label = found.label() + (found.id() == null ? "" : " (id " + found.id() + ")");
        if (found.deprecated() == null) {
            return tenant + " does not tell whether " + label + " is deprecated, so nothing proves it. Promote without"
                    + " cxone.sourceBaseUrl";
        }
        if (found.deprecated()) {
            return tenant + " has " + label + " deprecated: it is no version to go on with. Take that back there"
                    + " (mvn cxone:deprecate -Dcxone.deprecated=false), or promote another";
        }
        if (found.inputSchema() == null || found.outputSchema() == null) {
            return tenant + " does not tell the schemas of " + label
                    + ", so nothing proves it. Promote without cxone.sourceBaseUrl";
        }
        boolean isSame = isSame(found, wanted);
        return isSame
                ? ""
                : tenant + " has " + label
                        + " with other schemas than the artifact. Promote the artifact that was deployed"
                        + " there, or deploy this one under a higher version" + differences(found, wanted);
    }

    private static boolean isSame(ActionVersion found, ActionVersion wanted) {
        return Objects.equals(StateDigest.ofSchema(found.inputSchema()), StateDigest.ofSchema(wanted.inputSchema()))
                && Objects.equals(
                        StateDigest.ofSchema(found.outputSchema()), StateDigest.ofSchema(wanted.outputSchema()));
    }

    private static String differences(ActionVersion found, ActionVersion wanted) {
        return Comparison.of(found, wanted).differences().stream()
                .filter(difference -> difference.field().endsWith("Schema"))
                .map(difference -> "\n      " + difference)
                .collect(Collectors.joining());
    }
}
