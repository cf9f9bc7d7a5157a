package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.deployment.KnownVersions.Known;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves a deployed action to another version: its id and schemas stay, its old label disappears. */
public final class VersionChange {

    private final DataActionsApi api;
    private final KnownVersions known;
    private final Receipts receipts;

    public VersionChange(CxoneClient client, Receipts receipts) {
        this.api = client.dataActions();
        this.known = new KnownVersions(client.readOnly().dataActions(), receipts);
        this.receipts = receipts;
    }

    /**
     * What a change does.
     *
     * @param id of the version
     * @param name the action's name; null where the tenant cannot be read and the receipts do not know the id
     * @param before its label now; null as for {@code name}
     * @param after its label afterwards
     * @param isNeeded false where it has that label already
     * @param unchecked what could not be checked; empty where all was
     */
    public record Move(
            String id,
            @Nullable String name,
            @Nullable String before,
            String after,
            boolean isNeeded,
            String unchecked) {}

    /**
     * Finds what is meant, and checks that it may move; reads only.
     *
     * @throws RejectedException where no version, or more than one, can be meant, or another holds {@code newVersion}
     */
    public Move plan(VersionTarget target, String newVersion) throws CxoneException {
        String id = target.actionId();
        return id == null ? byName(Objects.requireNonNull(target.name()), newVersion) : byId(id, newVersion);
    }

    /** Does what {@code move} says. */
    public void apply(Move move) throws CxoneException {
        if (!move.isNeeded()) {
            return;
        }
        String label = move.name() == null ? "the action with id " + move.id() : move.name() + " " + move.before();
        ActionVersion changed = api.patch(
                move.id(), Json.object().put("version", move.after()), "move " + label + " to " + move.after());
        if (!changed.version().equals(move.after())) {
            throw new RejectedException("The tenant accepted moving " + label + " to " + move.after()
                    + ", but answers with version " + changed.version() + ". Check the tenant");
        }
        receipts.moved(move.id(), move.after());
    }

    private Move byId(String id, String newVersion) throws CxoneException {
        Known found = known.byId(id);
        if (found.versions().isEmpty()) {
            return new Move(id, null, null, newVersion, true, unchecked(found, newVersion));
        }
        ActionVersion version = found.versions().get(0);
        return move(version, known.of(version.name()), newVersion);
    }

    private Move byName(String name, String newVersion) throws CxoneException {
        Known found = known.of(name);
        List<ActionVersion> there = found.versions().stream()
                .filter(version -> version.version().equals(newVersion))
                .toList();
        List<ActionVersion> active = found.versions().stream()
                .filter(version -> !Boolean.TRUE.equals(version.deprecated()))
                .toList();
        if (active.size() == 1) {
            return move(active.get(0), found, newVersion);
        }
        if (there.size() == 1) {
            throw taken(there.get(0), newVersion);
        }
        if (active.isEmpty()) {
            throw new RejectedException("No version of " + name
                    + " is known that is not deprecated, so none can be moved"
                    + (found.unreadable() == null ? "" : " (the tenant cannot be read: " + found.unreadable() + ")")
                    + ". Name one with -Dcxone.actionId=…");
        }
        throw new RejectedException(name + " has " + active.size() + " versions that are not deprecated: " + ids(active)
                + ". Say which one moves: -Dcxone.actionId=…");
    }

    private static Move move(ActionVersion version, Known found, String newVersion) throws RejectedException {
        for (ActionVersion other : found.versions()) {
            if (other.version().equals(newVersion) && !Objects.equals(other.id(), version.id())) {
                throw taken(other, newVersion);
            }
        }
        if (version.id() == null) {
            throw new RejectedException(
                    "The tenant does not tell the id of " + version.label() + ", so it cannot move");
        }
        return new Move(
                version.id(),
                version.name(),
                version.version(),
                newVersion,
                !version.version().equals(newVersion),
                unchecked(found, newVersion));
    }

    private static RejectedException taken(ActionVersion other, String newVersion) {
        return new RejectedException(other.name() + " " + newVersion + " exists already, as id " + other.id()
                + ", so no other version can be moved there. Choose another cxone.newVersion");
    }

    private static String unchecked(Known found, String newVersion) {
        return found.unreadable() == null
                ? ""
                : "whether another id holds " + newVersion + " was not checked, because the tenant cannot be read ("
                        + found.unreadable() + ")";
    }

    private static String ids(List<ActionVersion> versions) {
        return versions.stream()
                .map(version -> version.version() + " (id " + version.id() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
