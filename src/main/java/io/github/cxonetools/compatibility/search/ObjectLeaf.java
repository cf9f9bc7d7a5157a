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
    public Answer answer(List<Fact> facts) {
        search.steps().take(1 + facts.size());
        MemberFacts members = new MemberFacts(search, facts);
        if (members.count().isEmpty()) {
            return Answer.none(members.count().reasons());
        }
        try {
            return new ObjectSearch(search, members).answer();
        } catch (Evaluation.UnknownException e) {
            return Answer.unknown("a name cannot be matched by a pattern in a bounded number of steps");
        }
    }

    /** Why a candidate failed, as far as it is known. */
    static final class Failure {

        private final BitSet reasons;
        private @org.jspecify.annotations.Nullable String unknown;

        Failure(BitSet reasons) {
            this.reasons = (BitSet) reasons.clone();
        }

        void add(Answer answer) {
            if (answer.conflict() != null) {
                reasons.or(answer.conflict());
            } else {
                unknown = answer.unknown();
            }
        }

        void add(BitSet why) {
            reasons.or(why);
        }

        Answer answer() {
            return unknown == null ? Answer.none(reasons) : Answer.unknown(unknown);
        }
    }
}
