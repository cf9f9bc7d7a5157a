package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.deployment.KnownVersions.Known;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Marks versions deprecated, or takes it back. What is so already is left alone. */
public final class Deprecation {

    private final DataActionsApi api;
    private final KnownVersions known;
    private final Receipts receipts;
    private final Concurrently concurrently;

    /**
     * For the tenant of {@code client}.
     *
     * @param concurrency requests in flight
     */
    public Deprecation(CxoneClient client, Receipts receipts, int concurrency) {
        this.api = client.dataActions();
        this.known = new KnownVersions(client.readOnly().dataActions(), receipts);
        this.receipts = receipts;
        this.concurrently = new Concurrently(concurrency);
    }

    /**
     * What is done with one version.
     *
     * @param label name and version, or the id where no more is known
     * @param id the tenant's
     * @param deprecated what it shall be
     * @param isMeant false where it is left untouched, because the selection does not hold it
     * @param isNeeded false also where it is so already
     */
    public record Mark(String label, String id, boolean deprecated, boolean isMeant, boolean isNeeded) {}

    /**
     * Finds which versions are meant; reads only.
     *
     * @param selection which versions; may be null only where {@code target} is an id
     * @return every version of the action, sorted, those that are left untouched too
     */
    public List<Mark> plan(VersionTarget target, @Nullable VersionSelection selection, boolean deprecated)
            throws CxoneException {
        String id = target.actionId();
        if (id != null) {
            Known found = known.byId(id);
            return found.versions().isEmpty()
                    ? List.of(new Mark("id " + id, id, deprecated, true, true))
                    : List.of(mark(found.versions().get(0), true, deprecated));
        }
        if (selection == null) {
            throw new RejectedException("Nothing says which versions of " + target.name()
                    + " are meant. Set cxone.versions, as 1.0.0,1.1.0 or [1.0,2.0), or cxone.actionId");
        }
        return byName(Objects.requireNonNull(target.name()), selection, deprecated);
    }

    /**
     * Does what {@code marks} say, as far as it can.
     *
     * @throws CxoneException with every failure, and what was done all the same
     */
    public void apply(List<Mark> marks) throws CxoneException {
        List<Mark> needed = marks.stream().filter(Mark::isNeeded).toList();
        List<Optional<CxoneException>> failures = concurrently.all(needed, this::apply);
        List<CxoneException> failed =
                failures.stream().flatMap(Optional::stream).toList();
        if (failed.isEmpty()) {
            return;
        }
        String done = needed.size() - failed.size() + " of " + needed.size()
                + " versions were changed. When the cause is" + " removed, the same goal completes the rest";
        throw CombinedFailure.of(failed, "Not every version was changed", done);
    }

    private Optional<CxoneException> apply(Mark mark) {
        String doing = (mark.deprecated() ? "deprecate " : "take back the deprecation of ") + mark.label();
        try {
            api.patch(mark.id(), Json.object().put("isDeprecated", mark.deprecated()), doing);
            receipts.deprecated(mark.id(), mark.deprecated());
            return Optional.empty();
        } catch (CxoneException e) {
            return Optional.of(e);
        }
    }

    private List<Mark> byName(String name, VersionSelection selection, boolean deprecated) throws CxoneException {
        Known found = known.of(name);
        TreeSet<String> missing = new TreeSet<>(selection.named());
        found.versions().forEach(version -> missing.remove(version.version()));
        if (!missing.isEmpty()) {
            throw new RejectedException(unknown(name, String.join(", ", missing), found));
        }
        return found.versions().stream()
                .filter(version -> version.id() != null)
                .map(version -> mark(version, selection.matches().test(version.version()), deprecated))
                .toList();
    }

    private static String unknown(String name, String missing, Known found) {
        String there =
                found.versions().stream().map(ActionVersion::version).sorted().collect(Collectors.joining(", "));
        return (found.unreadable() == null
                        ? "The tenant has no " + name + " " + missing
                        : "The receipts know no " + name + " " + missing + ", and the tenant cannot be read ("
                                + found.unreadable() + ")")
                + ". Known are: " + (there.isEmpty() ? "none" : there)
                + ". Correct cxone.versions, or set cxone.actionId";
    }

    private static Mark mark(ActionVersion version, boolean isMeant, boolean deprecated) {
        boolean isSo = Objects.equals(version.deprecated(), deprecated);
        return new Mark(version.label(), Objects.requireNonNull(version.id()), deprecated, isMeant, isMeant && !isSo);
    }
}
