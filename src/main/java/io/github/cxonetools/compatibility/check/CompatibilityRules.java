package io.github.cxonetools.compatibility.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * How a project wants contracts to be compared, and what fails its build.
 *
 * @param policy what a break does to the build
 * @param comparesUndeclared whether properties that the producer's schema does not declare count
 * @param failsUndecided whether what could not be decided counts as breaking
 * @param acceptedBreaks the breaks that the project takes
 */
public record CompatibilityRules(
        CompatibilityPolicy policy,
        boolean comparesUndeclared,
        boolean failsUndecided,
        List<AcceptedBreak> acceptedBreaks) {

    /** What holds where a project says nothing. */
    public static final CompatibilityRules DEFAULT =
            new CompatibilityRules(CompatibilityPolicy.SEMVER, false, true, List.of());

    /** Copies the list. */
    public CompatibilityRules {
        acceptedBreaks = List.copyOf(acceptedBreaks);
    }

    /** The same rules with other accepted breaks. */
    public CompatibilityRules accepting(List<AcceptedBreak> breaks) {
        return new CompatibilityRules(policy, comparesUndeclared, failsUndecided, breaks);
    }

    /**
     * A check by these rules.
     *
     * @param members which Java member a place in a payload comes from
     * @param today for accepted breaks that expire
     * @param order the older version first
     */
    public CompatibilityCheck check(DecidedComparer.JavaMembers members, LocalDate today, Comparator<String> order) {
        return new CompatibilityCheck(
                new DecidedComparer(comparesUndeclared, members), policy, failsUndecided, acceptedBreaks, today, order);
    }
}
