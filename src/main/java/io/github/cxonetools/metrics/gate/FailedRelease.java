package io.github.cxonetools.metrics.gate;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.deployment.Deprecation;
import io.github.cxonetools.deployment.VersionSelection;
import io.github.cxonetools.deployment.VersionTarget;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.ActionIds;
import io.github.cxonetools.text.ShellWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done with a version that failed the gate: deprecate it, and go back to the one before. */
public final class FailedRelease {

    private final CxoneClient client;
    private final ActionIds ids;
    private final Deprecation deprecation;
    private final Comparator<String> versionOrder;

    /** @param versionOrder Maven's order, lowest first */
    public FailedRelease(CxoneClient client, Receipts receipts, Comparator<String> versionOrder) {
        this.client = client;
        this.ids = new ActionIds(client, receipts);
        this.deprecation = new Deprecation(client, receipts, 1);
        this.versionOrder = versionOrder;
    }

    /** Fails where the token is known not to allow that: better before a long wait than after it. */
    public void requireScope(GateSettings.OnFailure onFailure) throws CxoneException {
        client.require(
                Scope.DATA_ACTIONS_WRITE,
                "cxone:metrics with onFailure=" + onFailure.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Deprecates the version, and nothing else; and only where another version is known to stay active.
     *
     * @param dryRun only say what would be done
     * @return what was done, or why it was not, in one sentence
     */
    public String deprecate(String action, String version, boolean dryRun) throws CxoneException {
        List<ActionVersion> versions = ids.versions(action);
        List<ActionVersion> released =
                versions.stream().filter(v -> v.version().equals(version)).toList();
        if (released.isEmpty()) {
            return action + " " + version + " is not deprecated: the tenant has no such version";
        }
        if (released.stream().allMatch(v -> Boolean.TRUE.equals(v.deprecated()))) {
            return action + " " + version + " is deprecated already";
        }
        if (versions.stream().noneMatch(v -> !v.version().equals(version) && Boolean.FALSE.equals(v.deprecated()))) {
            return action + " " + version + " is not deprecated: no other version is known to be active, so flows would"
                    + " be left without one";
        }
        if (dryRun) {
            return action + " " + version + " would be deprecated (dryRun)";
        }
        deprecation.apply(deprecation.plan(
                new VersionTarget(null, action),
                new VersionSelection(version, version::equals, Set.of(version)),
                true));
        return action + " " + version + " is deprecated: it can still be called, and new flows should not use it";
    }

    /**
     * The commands that go back: make the version before active again, and deprecate the one that failed. Only the second
     * where there is no version before.
     *
     * @param deprecate how that goal is typed, for example {@code mvn cxone:deprecate}
     * @param options further options that select the same tenant, for example {@code -Dcxone.baseUrl=local}
     */
    public List<String> wayBack(String action, String version, String deprecate, List<String> options)
            throws CxoneException {
        List<String> commands = new ArrayList<>();
        previous(action, version)
                .ifPresent(previous -> commands.add(
                        command(deprecate, action, previous, List.of("-Dcxone.deprecated=false"), options)));
        commands.add(command(deprecate, action, version, List.of(), options));
        return commands;
    }

    private Optional<String> previous(String action, String version) throws CxoneException {
        return ids.versions(action).stream()
                .map(ActionVersion::version)
                .filter(candidate -> versionOrder.compare(candidate, version) < 0)
                .max(versionOrder);
    }

    private static String command(
            String deprecate, String action, String version, List<String> flags, List<String> options) {
        List<String> words = new ArrayList<>();
        words.add("-Dcxone.action=" + action);
        words.add("-Dcxone.versions=" + version);
        words.addAll(flags);
        words.addAll(options);
        return deprecate + " "
                + String.join(" ", words.stream().map(ShellWord::quoted).toList());
    }
}
