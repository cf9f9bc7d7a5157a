package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Evaluation;
import io.github.cxonetools.compatibility.formula.InstanceType;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tries the only values that there may be. */
final class Candidates {

    private final WitnessSearch search;
    private final List<Literal> goal;

    Candidates(WitnessSearch search, List<Literal> goal) {
        this.search = search;
        this.goal = goal;
    }

    /** @param reasons why there may be no others */
    BranchResult answer(Collection<JsonNode> values, InstanceType type, BitSet reasons) {
        BitSet conflict = (BitSet) reasons.clone();
        String unknown = null;
        for (JsonNode value : values) {
            if (InstanceType.of(value) != type) {
                continue;
            }
            search.steps().take(1 + goal.size() / 4);
            try {
                int refusing = refusing(value, conflict);
                if (refusing < 0) {
                    return BranchResult.found(value);
                }
                conflict.set(refusing);
            } catch (Evaluation.UnknownException e) {
                unknown = "a pattern cannot be matched in a bounded number of steps";
            }
        }
        return unknown == null ? BranchResult.none(conflict) : BranchResult.unknown(unknown);
    }

    /** The literal that the value does not fit, one in {@code known} if there is such; -1 where it fits all. */
    private int refusing(JsonNode value, BitSet known) {
        for (int i = known.nextSetBit(0); i >= 0 && i < goal.size(); i = known.nextSetBit(i + 1)) {
            if (refuses(goal.get(i), value)) {
                return i;
            }
        }
        boolean unknown = false;
        for (int i = 0; i < goal.size(); i++) {
            try {
                if (refuses(goal.get(i), value)) {
                    return i;
                }
            } catch (Evaluation.UnknownException e) {
                unknown = true;
            }
        }
        if (unknown) {
            search.evaluation().giveUp();
        }
        return -1;
    }

    private boolean refuses(Literal literal, JsonNode value) {
        return search.evaluation().holds(literal.formula(), value) != literal.isPositive();
    }
}
