package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.ContractMembers;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import io.github.cxonetools.text.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks contracts against a baseline by the project's policy, and by the breaks that it has accepted. */
public final class CompatibilityCheck {

    private static final String ANOTHER_VERSION = "Compare with another version (-Dcxone.baseline=<version>)";

    private final ContractComparer comparer;
    private final CompatibilityPolicy policy;
    private final boolean failsUndecided;
    private final List<AcceptedBreak> accepted;
    private final LocalDate today;
    private final Comparator<String> order;
    private final Set<AcceptedBreak> used = new LinkedHashSet<>();
    private final Set<AcceptedBreak> expired = new LinkedHashSet<>();

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
    public ActionCompatibility compare(StoredContract before, StoredContract after, String baseline)
            throws RejectedException {
        if (before.hasSchemasOf(after)) {
            return result(after.name(), before.version(), after.version(), baseline, List.of(), VersionBump.NONE);
        }
        List<SideComparison> sides = named(before, after);
        requireNumbers(after.name(), before.version(), ANOTHER_VERSION);
        return result(after.name(), before.version(), after.version(), baseline, sides, VersionBump.PATCH);
    }

    /**
     * Judges that an action is gone: whatever its callers send is refused now.
     *
     * @param version of the build that lacks it
     * @throws RejectedException as {@link #compare}
     */
    public ActionCompatibility judgeGone(StoredContract before, String version, String baseline)
            throws RejectedException {
        List<SideComparison> sides = List.of(GoneAction.side(before.contract()));
        requireNumbers(before.name(), before.version(), ANOTHER_VERSION);
        return result(before.name(), before.version(), version, baseline, sides, VersionBump.PATCH);
    }

    /** A break comes from a member of the newer contract, or from one that only the older has. */
    private List<SideComparison> named(StoredContract before, StoredContract after) throws RejectedException {
        ContractMembers members = after.members().or(before.members());
        StoredContract.ContractPair pair = before.with(after);
        return comparer.compare(pair.before(), pair.after()).stream()
                .map(side -> side.named(members::at))
                .toList();
    }

    /**
     * Compares an action's contract with the tenant's, by what their schemas say.
     *
     * @param baseline where the older one comes from, for messages
     * @throws RejectedException where a version has no numbers
     */
    public ActionCompatibility compare(Contract before, Contract after, String baseline) throws RejectedException {
        List<SideComparison> sides = comparer.compare(before, after);
        if (sides.stream().anyMatch(side -> side.bump() != VersionBump.NONE)) {
            requireNumbers(
                    after.name(),
                    before.version(),
                    "Deprecate that one, or see what changes with -Dcxone.compatibility=report");
        }
        return result(after.name(), before.version(), after.version(), baseline, sides, VersionBump.NONE);
    }

    /** @param least what is needed whatever the sides need */
    private ActionCompatibility result(
            String action, String before, String after, String baseline, List<SideComparison> sides, VersionBump least)
            throws RejectedException {
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
        if (bump != VersionBump.NONE) {
            requireNumbers(action, after, "Set <version> in the action, or the project's");
        }
        boolean reached = bump.isReached(before, after);
        List<ContractBreak> rejected = policy == CompatibilityPolicy.STRICT || !reached ? open : List.of();
        return new ActionCompatibility(
                action, before, after, baseline, sides, rejected, taken, bump, bump.after(before));
    }

    private static void requireNumbers(String action, String version, String remedy) throws RejectedException {
        if (!VersionBump.hasNumbers(version)) {
            throw new RejectedException(action + ": the version " + VisibleText.oneLine(version)
                    + " does not begin with numbers, as 1.4.2 does, so no one can tell how far it has risen. "
                    + remedy);
        }
    }

    private boolean isAccepted(ContractBreak broken, String version) {
        List<AcceptedBreak> fitting =
                accepted.stream().filter(each -> each.fits(broken)).toList();
        used.addAll(fitting);
        boolean isAccepted = fitting.stream().anyMatch(each -> !each.isExpired(today, version, order));
        if (!isAccepted) {
            expired.addAll(fitting);
        }
        return isAccepted;
    }

    /** Whether the build fails of it. */
    public boolean fails(ActionCompatibility result) {
        return policy != CompatibilityPolicy.REPORT && !result.passes();
    }

    /** Accepted breaks that fit what was judged, and are accepted no more. */
    public List<AcceptedBreak> expired() {
        return List.copyOf(expired);
    }

    /** Accepted breaks that fit nothing that was judged. */
    public List<AcceptedBreak> unused() {
        List<AcceptedBreak> unused = new ArrayList<>(accepted);
        unused.removeAll(used);
        return unused;
    }
}
