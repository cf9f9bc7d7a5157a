package io.github.cxonetools.deployment.rollback;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.KnownVersions.Known;
import io.github.cxonetools.text.ShellWord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which version becomes active in the place of the one that goes out of use, and which ones go with that. */
final class RollbackTarget {

    private final RollbackRequest request;
    private final Known known;
    private final Comparator<String> order;
    private final ActionVersion target;

    /** @throws RejectedException where none is meant, or more than one can be */
    RollbackTarget(RollbackRequest request, Known known, Comparator<String> order) throws RejectedException {
        this.request = request;
        this.known = known;
        this.order = order;
        String released = request.released();
        if (known.versions().isEmpty()) {
            throw new RejectedException(nothingKnown());
        }
        if (released != null) {
            requireKnown(released, "newVersion", "goes out of use");
        }
        this.target = request.target() == null ? highestBelow(String.valueOf(released)) : named(request.target());
        requireNoTwins();
    }

    /** What becomes active, or is. */
    ActionVersion target() {
        return target;
    }

    /** Everything above the target, up to what goes out of use; the newest first. */
    List<ActionVersion> outOfUse() {
        return known.versions().stream()
                .filter(version -> order.compare(version.version(), target.version()) > 0)
                .filter(version -> isReleased(version) || (!isSnapshot(version) && !isAboveReleased(version)))
                .sorted(Comparator.comparing(ActionVersion::version, order).reversed())
                .toList();
    }

    /** What the user may want otherwise; empty where nothing is to be said. */
    String note() {
        String active = versions(known.versions().stream()
                .filter(version -> !isSnapshot(version) && isAboveReleased(version) && isActive(version))
                .toList());
        if (!active.isEmpty()) {
            return active + " above " + request.released()
                    + " stays active; -Dcxone.newVersion takes it out of use too";
        }
        List<ActionVersion> lower = known.versions().stream()
                .filter(version -> !isSnapshot(version) && isActive(version))
                .filter(version -> order.compare(version.version(), target.version()) < 0)
                .toList();
        return isActive(target) || request.target() != null || lower.isEmpty()
                ? ""
                : "it is deprecated at present; " + versions(lower)
                        + " is active: -Dcxone.toVersion=<version> goes back further";
    }

    private String nothingKnown() {
        return known.unreadable() == null
                ? "The tenant has no action " + request.action() + ". Correct cxone.action or cxone.baseUrl"
                : "The tenant cannot be read (" + known.unreadable() + "), and no receipt names " + request.action()
                        + ". Set cxone.receipts to the receipts of the build that deployed it, or deprecate by id:"
                        + " mvn cxone:deprecate -Dcxone.actionId=<id>";
    }

    private void requireKnown(String version, String parameter, String what) throws RejectedException {
        if (known.versions().stream().noneMatch(each -> each.version().equals(version))) {
            throw new RejectedException((known.unreadable() == null ? "The tenant has no " : "The receipts know no ")
                    + request.action() + " " + version + ". There "
                    + (known.versions().size() == 1 ? "is " : "are ")
                    + versions(known.versions()) + ". Say which one " + what + ": -Dcxone." + parameter + "=<version>");
        }
    }

    private ActionVersion highestBelow(String released) throws RejectedException {
        List<ActionVersion> lower = known.versions().stream()
                .filter(version -> !isSnapshot(version) && order.compare(version.version(), released) < 0)
                .toList();
        String highest = lower.stream().map(ActionVersion::version).max(order).orElse(null);
        if (highest == null) {
            throw new RejectedException(request.action() + " " + released
                    + " is the lowest release in the tenant, so there is none to go back to. Deploy another under a"
                    + " higher version, or leave flows without one: mvn cxone:deprecate "
                    + ShellWord.quoted("-Dcxone.action=" + request.action()) + " "
                    + ShellWord.quoted("-Dcxone.versions=" + released));
        }
        return one(lower.stream()
                .filter(version -> order.compare(version.version(), highest) == 0)
                .toList());
    }

    private ActionVersion named(String version) throws RejectedException {
        requireKnown(version, "toVersion", "becomes active");
        String released = request.released();
        if (released != null && order.compare(version, released) >= 0) {
            throw new RejectedException(request.action() + " " + version + " is not below " + released
                    + ", so nothing goes back to it. Say which version goes out of use with -Dcxone.newVersion=<version>,"
                    + " or which becomes active with -Dcxone.toVersion=<version>");
        }
        return one(known.versions().stream()
                .filter(each -> each.version().equals(version))
                .toList());
    }

    /** Of several with one number, the one that is active, if that is one. */
    private ActionVersion one(List<ActionVersion> same) throws RejectedException {
        List<ActionVersion> active = same.stream().filter(this::isActive).toList();
        if (same.size() == 1 || active.size() == 1) {
            return same.size() == 1 ? same.get(0) : active.get(0);
        }
        boolean isOneLabel =
                same.stream().map(ActionVersion::version).distinct().count() == 1;
        throw new RejectedException(
                isOneLabel
                        ? times(same)
                                + ", so nobody knows which one becomes active. Leave one that is not deprecated: mvn"
                                + " cxone:deprecate -Dcxone.actionId=<id>"
                                + (active.isEmpty() ? " -Dcxone.deprecated=false" : "")
                        : request.action() + " has " + versions(same)
                                + ", which are one version in Maven's order. Say which one becomes active:"
                                + " -Dcxone.toVersion=<version>");
    }

    /** Which of two that are active is meant, nobody knows; of those that are deprecated, nobody needs to. */
    private void requireNoTwins() throws RejectedException {
        for (ActionVersion version : outOfUse()) {
            List<ActionVersion> same = known.versions().stream()
                    .filter(each -> each.version().equals(version.version()) && !Boolean.TRUE.equals(each.deprecated()))
                    .toList();
            if (same.size() > 1) {
                throw new RejectedException(times(same)
                        + ", so another pipeline may count on one of them. Deprecate all but one: mvn cxone:deprecate"
                        + " -Dcxone.actionId=<id>");
            }
        }
    }

    private static String times(List<ActionVersion> same) {
        return same.get(0).label() + " is in the tenant " + same.size() + " times, as ids "
                + same.stream()
                        .map(ActionVersion::id)
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private boolean isReleased(ActionVersion version) {
        return version.version().equals(request.released());
    }

    private boolean isAboveReleased(ActionVersion version) {
        @Nullable String released = request.released();
        return released != null && order.compare(version.version(), released) > 0;
    }

    private boolean isActive(ActionVersion version) {
        return Boolean.FALSE.equals(version.deprecated());
    }

    private static boolean isSnapshot(ActionVersion version) {
        return version.version().endsWith("-SNAPSHOT");
    }

    private String versions(List<ActionVersion> some) {
        return some.stream()
                .map(ActionVersion::version)
                .distinct()
                .sorted(order)
                .collect(Collectors.joining(", "));
    }
}
