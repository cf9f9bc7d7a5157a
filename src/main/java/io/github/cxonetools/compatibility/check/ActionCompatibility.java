package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

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

    private static final int MOST_TOLD = 5;

    private static final String UNDECIDED_REMEDY =
            ", or take what is undecided for compatible (-Dcxone.onUndecided=warn)";

    /** Whether nothing breaks, and the version has risen far enough. */
    public boolean passes() {
        return rejected.isEmpty() && bump.isReached(before, after);
    }

    /** Why the build fails of it, and what to do, as a sentence. */
    public String refusal() {
        boolean isTooLow = !bump.isReached(before, after);
        String verdict = isTooLow ? action + " " + after + " needs " + needed : action + " " + after + " breaks";
        return VisibleText.oneLine(verdict + ", against " + before + " of " + baseline + changes() + ". "
                + (isTooLow ? "Raise the version to " + needed : "Take the break back")
                + (rejected.stream().anyMatch(ContractBreak::isUndecided) ? UNDECIDED_REMEDY : "")
                + (rejected.isEmpty() ? "" : ", or accept each break: " + AcceptedBreak.snippet(rejected.get(0))));
    }

    private String changes() {
        if (rejected.isEmpty()) {
            return ", because the contract changed";
        }
        return rejected.stream()
                .limit(MOST_TOLD)
                .map(broken -> broken.side() + " " + broken.pointer() + ": "
                        + (broken.isUndecided() ? "undecided, because " : "") + broken.change())
                .collect(Collectors.joining("; ", ": ", rejected.size() > MOST_TOLD ? "; and more" : ""));
    }
}
