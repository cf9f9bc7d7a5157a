package io.github.cxonetools.compatibility.check;

import java.util.List;

/**
 * What came of comparing an action's contract with its baseline.
 *
 * @param action the action's name
 * @param before the version in the baseline
 * @param after the version of this build
 * @param baseline where the older contract comes from, for example {@code com.example:routing:1.4.0 (central)}
 * @param sides input, then output; none where the files are equal
 * @param rejected the breaks that fail the build
 * @param accepted the breaks that were accepted
 * @param bump how far the version must rise
 * @param needed the lowest version that has risen so far
 */
public record ActionCompatibility(
        String action,
        String before,
        String after,
        String baseline,
        List<SideComparison> sides,
        List<ContractBreak> rejected,
        List<ContractBreak> accepted,
        VersionBump bump,
        String needed) {

    /** Whether nothing breaks, and the version has risen far enough. */
    public boolean passes() {
        return rejected.isEmpty() && bump.isReached(before, after);
    }
}
