package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
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
     * Compares an action's contract with the one before. Equal files are not parsed.
     *
     * @param baseline where the older one comes from, for messages
     * @throws RejectedException where a contract cannot be read, or a version has no numbers
     */
    public ActionCompatibility judge(StoredContract before, StoredContract after, String baseline)
            throws RejectedException {
        try {
            if (before.hasSchemasOf(after)) {
                return result(before, after, baseline, List.of(), VersionBump.NONE);
            }
            Contract old = before.contract();
            List<SideComparison> sides = comparer.compare(old, after.contract());
            return result(before, after, baseline, sides, VersionBump.PATCH);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(after.name() + ": " + e.getMessage(), e);
        }
    }

    /** @param least what other text alone needs */
    private ActionCompatibility result(
            StoredContract before,
            StoredContract after,
            String baseline,
            List<SideComparison> sides,
            VersionBump least) {
        List<ContractBreak> open = new ArrayList<>();
        List<ContractBreak> taken = new ArrayList<>();
        VersionBump bump = least;
        for (SideComparison side : sides) {
            VersionBump own = side.breaks().isEmpty() ? side.bump() : VersionBump.MINOR;
            for (ContractBreak broken : side.breaks()) {
                boolean passes = isAccepted(broken, after.version()) || broken.isUndecided() && !failsUndecided;
                (passes ? taken : open).add(broken);
                own = passes ? own : VersionBump.MAJOR;
            }
            bump = bump.and(own);
        }
        String needed = bump.after(before.version());
        boolean reached = bump.isReached(before.version(), after.version());
        List<ContractBreak> rejected = policy == CompatibilityPolicy.STRICT || !reached ? open : List.of();
        return new ActionCompatibility(
                after.name(), before.version(), after.version(), baseline, sides, rejected, taken, bump, needed);
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
