package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Evaluation;
import java.util.BitSet;
import java.util.List;

/** Makes an object of what is said about its members. */
final class ObjectLeaf implements Leaf {

    private final WitnessSearch search;

    ObjectLeaf(WitnessSearch search) {
        this.search = search;
    }

    @Override
    public BranchResult answer(List<Fact> facts) {
        search.steps().take(1 + facts.size());
        MemberFacts members = new MemberFacts(search, facts);
        if (members.count().isEmpty()) {
            return BranchResult.none(members.count().reasons());
        }
        try {
            return new ObjectSearch(search, members).answer();
        } catch (Evaluation.UnknownException e) {
            return BranchResult.unknown("a name cannot be matched by a pattern in a bounded number of steps");
        }
    }

    /** Why a candidate failed, as far as it is known. */
    static final class FailedCandidate {

        private final BitSet reasons;
        private @org.jspecify.annotations.Nullable String unknown;

        FailedCandidate(BitSet reasons) {
            this.reasons = (BitSet) reasons.clone();
        }

        void add(BranchResult answer) {
            if (answer.conflict() != null) {
                reasons.or(answer.conflict());
            } else {
                unknown = answer.unknown();
            }
        }

        void add(BitSet why) {
            reasons.or(why);
        }

        BranchResult answer() {
            return unknown == null ? BranchResult.none(reasons) : BranchResult.unknown(unknown);
        }
    }
}
