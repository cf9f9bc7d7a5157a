package io.github.cxonetools.compatibility.search;

import java.util.ArrayList;
import java.util.List;

/** Makes an array of what is said about its items: the shortest that there is. */
final class ArrayLeaf implements Leaf {

    private static final int MAX_ITEMS = 2_000;

    private static final int MAX_ALIKE = 100_001;

    private final WitnessSearch search;

    ArrayLeaf(WitnessSearch search) {
        this.search = search;
    }

    @Override
    public BranchResult answer(List<Fact> facts) {
        search.steps().take(1 + facts.size());
        ItemFacts items = new ItemFacts(search, facts);
        if (items.count().isEmpty()) {
            return BranchResult.none(items.count().reasons());
        }
        if (items.prefix() > MAX_ITEMS) {
            return BranchResult.unknown("its arrays are too long to be searched");
        }
        List<Asked> prefix = new ArrayList<>();
        BranchResult impossible = prefix(items, prefix);
        if (impossible == null) {
            impossible = alone(items, prefix);
        }
        return impossible != null ? impossible : lengths(items, prefix);
    }

    /** What is asked of each place; the first of which nothing fits ends the array. */
    private @org.jspecify.annotations.Nullable BranchResult prefix(ItemFacts items, List<Asked> prefix) {
        for (int i = 0; i <= items.prefix(); i++) {
            Asked asked = items.asked(i);
            prefix.add(asked);
            BranchResult answer = i < items.count().most() ? asked.answer(search) : BranchResult.unknown("");
            if (answer.conflict() != null) {
                items.count().atMost(i, answer.conflict());
            }
        }
        return items.count().isEmpty() ? BranchResult.none(items.count().reasons()) : null;
    }

    /** Whether some item that is asked for fits nowhere. */
    private @org.jspecify.annotations.Nullable BranchResult alone(ItemFacts items, List<Asked> prefix) {
        for (ItemFacts.SomeItem some : items.some()) {
            ObjectLeaf.FailedCandidate failure = new ObjectLeaf.FailedCandidate(some.reasons());
            boolean found = false;
            for (int i = some.first(); i <= Math.min(some.last(), items.prefix()) && !found; i++) {
                if (i >= items.count().most()) {
                    failure.add(items.count().mostReasons());
                    break;
                }
                BranchResult answer =
                        prefix.get(i).copy().add(some.item(), some.reasons()).answer(search);
                found = answer.value() != null;
                if (!found) {
                    failure.add(answer);
                }
            }
            if (!found && failure.answer().conflict() != null) {
                return failure.answer();
            }
        }
        return null;
    }

    /** What is behind the prefix may be one value, again and again. */
    private static boolean isUniform(ItemFacts items) {
        return items.some().isEmpty() && !items.mustBeUnique();
    }

    private BranchResult lengths(ItemFacts items, List<Asked> prefix) {
        int least = items.count().least();
        if (least > (isUniform(items) ? MAX_ALIKE : MAX_ITEMS)) {
            return BranchResult.unknown("its arrays are too long to be searched");
        }
        int enough = Math.max(least, items.prefix()) + items.some().size() + (items.mustRepeat() ? 2 : 0);
        ObjectLeaf.FailedCandidate failure = new ObjectLeaf.FailedCandidate(items.reasons());
        for (int length = least; length <= Math.min(enough, items.count().most()); length++) {
            search.steps().take(1 + length);
            BranchResult answer = new ArraySearch(search, items, prefix, length).answer();
            if (answer.value() != null) {
                return answer;
            }
            failure.add(answer);
        }
        return failure.answer();
    }
}
