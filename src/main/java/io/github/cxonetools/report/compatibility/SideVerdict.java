package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.compatibility.check.VersionBump;
import java.util.List;

/** One side of an action as reports show it: what it needs when accepted breaks are taken off, and why. */
record SideVerdict(ActionCompatibility result, SideComparison side) {

    /** Both sides, also of an action whose files are equal. */
    static List<SideVerdict> of(ActionCompatibility result) {
        List<SideComparison> sides =
                result.sides().isEmpty() ? List.of(unchanged("input"), unchanged("output")) : result.sides();
        return sides.stream().map(side -> new SideVerdict(result, side)).toList();
    }

    private static SideComparison unchanged(String side) {
        return new SideComparison(side, VersionBump.NONE, List.of());
    }

    String name() {
        return side.side();
    }

    /** {@code breaking}, {@code undecided}, {@code compatible} or {@code unchanged}. */
    String word() {
        if (side.breaks().isEmpty()) {
            return side.bump() == VersionBump.NONE ? "unchanged" : "compatible";
        }
        return side.breaks().stream().allMatch(ContractBreak::isUndecided) ? "undecided" : "breaking";
    }

    boolean isAccepted(ContractBreak broken) {
        return result.accepted().contains(broken);
    }

    VersionBump bump() {
        if (side.breaks().isEmpty()) {
            return side.bump();
        }
        return side.breaks().stream().allMatch(this::isAccepted) ? VersionBump.MINOR : VersionBump.MAJOR;
    }

    /** The lowest version that is enough for this side. */
    String needed() {
        return bump().after(result.before());
    }

    /** Whether the build fails of this side, where a break or a version fails it. */
    boolean isRejected() {
        boolean isTooLow = !bump().isReached(result.before(), result.after());
        boolean isTextAlone = !result.passes()
                && result.rejected().isEmpty()
                && result.sides().stream().allMatch(each -> each.bump() == VersionBump.NONE);
        return isTooLow || isTextAlone || side.breaks().stream().anyMatch(result.rejected()::contains);
    }

    /** Why the version must rise although nothing breaks; empty where it need not, or something breaks. */
    String why() {
        return switch (side.breaks().isEmpty() ? side.bump() : VersionBump.NONE) {
            case MINOR ->
                side.changes().isEmpty()
                        ? "it takes more or promises less than before"
                        : String.join("; ", side.changes());
            case PATCH -> "it says the same in other words";
            case NONE, MAJOR -> "";
        };
    }

    /** Who takes the payload of a break, and who does not. */
    String whoRefuses() {
        return name().equals("input")
                ? result.before() + " accepts and this refuses"
                : "this promises and " + result.before() + " did not";
    }
}
