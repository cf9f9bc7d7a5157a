package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.Secrets;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the versions that a tenant has, all or those that are selected. */
public final class TenantReader {

    private final DataActionsApi api;
    private final String tenant;
    private final Comparator<String> order;
    private final Secrets secrets;

    /** By text, because many versions have the same. */
    private final Map<String, PulledSchema> schemas = new HashMap<>();

    /**
     * For one tenant.
     *
     * @param tenant as messages name it
     * @param order the older version first
     * @param secrets which are kept in no file
     */
    public TenantReader(DataActionsApi api, String tenant, Comparator<String> order, Secrets secrets) {
        this.api = api;
        this.tenant = tenant;
        this.order = order;
        this.secrets = secrets;
    }

    /**
     * The versions, by name, the older first.
     *
     * @throws RejectedException where the tenant cannot be read, or lacks what is selected
     */
    public List<PulledVersion> read(PullSelection selection) throws CxoneException {
        List<PulledVersion> versions = new ArrayList<>();
        Findings findings = new Findings();
        if (selection.names().isEmpty()) {
            requireReadable(api.all(version -> versions.add(pulled(version))));
        }
        for (String name : selection.names()) {
            Listing listing = api.list(name);
            if (listing instanceof Listing.Unreadable unreadable) {
                requireReadable(unreadable.reason());
            } else if (listing instanceof Listing.Versions found) {
                found.versions().forEach(version -> versions.add(pulled(version)));
                if (found.versions().isEmpty()) {
                    findings.add("The tenant " + tenant + " has no action " + VisibleText.oneLine(name)
                            + ". Correct cxone.action, or leave it out to pull all that there are");
                }
            }
        }
        Set<String> missing = new TreeSet<>(selection.namedVersions());
        versions.forEach(version -> missing.remove(version.version().version()));
        if (!missing.isEmpty() && findings.isEmpty()) {
            findings.add(unknown(missing, versions));
        }
        findings.throwIfAny("The tenant lacks what is to be pulled");
        versions.removeIf(version -> !selection.holds(version.version().version()));
        versions.sort(
                Comparator.comparing((PulledVersion each) -> each.version().name())
                        .thenComparing(each -> each.version().version(), order)
                        .thenComparing(each -> each.version().version())
                        .thenComparing(each -> String.valueOf(each.version().id())));
        return versions;
    }

    private void requireReadable(@Nullable String reason) throws RejectedException {
        if (reason != null) {
            throw new RejectedException("The tenant " + tenant + " cannot be read (" + reason
                    + "), so nothing was pulled. Give the client the scope data-actions:read; where the tenant lists only"
                    + " what is named, set -Dcxone.action=<name>,<name>");
        }
    }

    private String unknown(Set<String> missing, List<PulledVersion> versions) {
        String there = versions.stream()
                .map(version -> version.version().version())
                .distinct()
                .sorted(order)
                .map(VisibleText::oneLine)
                .collect(Collectors.joining(", "));
        return "The tenant " + tenant + " has no version " + String.join(", ", missing)
                + " of what is to be pulled. It has: " + (there.isEmpty() ? "none" : there)
                + ". Correct cxone.versions";
    }

    private PulledVersion pulled(ActionVersion version) {
        PulledSchema input = schema(version.inputSchema());
        PulledSchema output = schema(version.outputSchema());
        boolean holdsSecret = Stream.of(version.name(), version.version(), version.description())
                .anyMatch(text -> text != null && secrets.isKnownIn(text));
        return new PulledVersion(
                new ActionVersion(
                        version.id(),
                        version.name(),
                        version.version(),
                        version.deprecated(),
                        null,
                        null,
                        version.handlerUrl(),
                        version.timeoutMs(),
                        version.description()),
                input,
                output,
                holdsSecret || holdsSecret(input) || holdsSecret(output));
    }

    private static boolean holdsSecret(@Nullable PulledSchema schema) {
        return schema != null && schema.holdsSecret();
    }

    private @Nullable PulledSchema schema(@Nullable JsonNode schema) {
        return schema == null
                ? null
                : schemas.computeIfAbsent(Json.pretty(schema), text -> PulledSchema.of(schema, text, secrets));
    }
}
