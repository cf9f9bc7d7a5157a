package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.ContractMembers;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges contracts against a baseline by the project's policy, and by the breaks that it has accepted. */
public final class CompatibilityCheck {

    private final ContractComparer comparer;
    private final CompatibilityPolicy policy;
    private final boolean failsUndecided;
    private final List<AcceptedBreak> accepted;
    private final LocalDate today;
    private final Comparator<String> order;
    private final Set<AcceptedBreak> used = new LinkedHashSet<>();

    /**
     * @param failsUndecided whether what could not be decided counts as breaking
     * @param today for accepted breaks that expire
     * @param order the older version first
     */
    public CompatibilityCheck(
            ContractComparer comparer,
            CompatibilityPolicy policy,
            boolean failsUndecided,
            List<AcceptedBreak> accepted,
            LocalDate today,
            Comparator<String> order) {
        this.comparer = comparer;
        this.policy = policy;
        this.failsUndecided = failsUndecided;
        this.accepted = List.copyOf(accepted);
        this.today = today;
        this.order = order;
    }

    /**
     * Compares an action's contract with the one before. Equal files are not parsed; others need a new version.
     *
     * @param baseline where the older one comes from, for messages
     * @throws RejectedException where a contract cannot be read, or a version has no numbers
     */
    public ActionCompatibility judge(StoredContract before, StoredContract after, String baseline)
            throws RejectedException {
        boolean isSame = before.hasSchemasOf(after);
        try {
            List<SideComparison> sides = isSame ? List.of() : named(before, after);
            VersionBump least = isSame ? VersionBump.NONE : VersionBump.PATCH;
            return result(after.name(), before.version(), after.version(), baseline, sides, least);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(after.name() + ": " + e.getMessage(), e);
        }
    }

    /** A break comes from a member of the newer contract, or from one that only the older has. */
    private List<SideComparison> named(StoredContract before, StoredContract after) throws RejectedException {
        ContractMembers members = after.members().or(before.members());
        return comparer.compare(before.contract(), after.contract()).stream()
                .map(side -> side.named(members::at))
                .toList();
    }

    /**
     * Compares an action's contract with the one before, by what their schemas say.
     *
     * @param baseline where the older one comes from, for messages
     * @throws RejectedException where a version has no numbers
     */
    public ActionCompatibility judge(Contract before, Contract after, String baseline) throws RejectedException {
        try {
            List<SideComparison> sides = comparer.compare(before, after);
            return result(after.name(), before.version(), after.version(), baseline, sides, VersionBump.NONE);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(after.name() + ": " + e.getMessage(), e);
        }
    }

    /** @param least what is needed whatever the sides need */
    private ActionCompatibility result(
            String action,
            String before,
            String after,
            String baseline,
            List<SideComparison> sides,
            VersionBump least) {
        List<ContractBreak> open = new ArrayList<>();
        List<ContractBreak> taken = new ArrayList<>();
        VersionBump bump = least;
        for (SideComparison side : sides) {
            VersionBump own = side.breaks().isEmpty() ? side.bump() : VersionBump.MINOR;
            for (ContractBreak broken : side.breaks()) {
                boolean passes = isAccepted(broken, after) || broken.isUndecided() && !failsUndecided;
                (passes ? taken : open).add(broken);
                own = passes ? own : VersionBump.MAJOR;
            }
            bump = bump.and(own);
        }
        String needed = bump.after(before);
        boolean reached = bump.isReached(before, after);
        List<ContractBreak> rejected = policy == CompatibilityPolicy.STRICT || !reached ? open : List.of();
        return new ActionCompatibility(action, before, after, baseline, sides, rejected, taken, bump, needed);
    }

    private boolean isAccepted(ContractBreak broken, String version) {
        for (AcceptedBreak each : accepted) {
            if (each.fits(broken)) {
                used.add(each);
                return !each.isExpired(today, version, order);
            }
        }
        return false;
    }

    /** Whether the build fails of it. */
    public boolean fails(ActionCompatibility result) {
        return policy != CompatibilityPolicy.REPORT && !result.passes();
    }

    /** Accepted breaks that fit nothing that was judged. */
    public List<AcceptedBreak> unused() {
        return accepted.stream().filter(each -> !used.contains(each)).toList();
    }
}
