package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Gives each item that is asked for a place in an array of one length. */
final class ArraySearch {

    private final WitnessSearch search;
    private final ItemFacts facts;
    private final int length;
    private final List<Asked> items = new ArrayList<>();

    /** Two places hold the same item, if they must. */
    private int original = -1;

    private int repeated = -1;

    ArraySearch(WitnessSearch search, ItemFacts facts, List<Asked> prefix, int length) {
        this.search = search;
        this.facts = facts;
        this.length = length;
        for (int i = 0; i < length; i++) {
            items.add(prefix.get(Math.min(i, facts.prefix())));
        }
    }

    BranchResult answer() {
        return facts.mustRepeat() ? repeating() : place(0);
    }

    private BranchResult repeating() {
        ObjectLeaf.FailedCandidate failure = new ObjectLeaf.FailedCandidate(facts.reasons());
        int kinds = Math.min(length, facts.prefix() + 2);
        for (int i = 0; i < kinds; i++) {
            for (int j = i + 1; j < kinds; j++) {
                Asked before = items.get(i);
                original = i;
                repeated = j;
                items.set(i, before.copy().addAll(items.get(j)));
                BranchResult answer = place(0);
                items.set(i, before);
                if (answer.value() != null) {
                    return answer;
                }
                failure.add(answer);
            }
        }
        return failure.answer();
    }

    private BranchResult place(int index) {
        if (index == facts.some().size()) {
            return made();
        }
        ItemFacts.SomeItem some = facts.some().get(index);
        ObjectLeaf.FailedCandidate failure = new ObjectLeaf.FailedCandidate(facts.reasons());
        for (int at : places(some)) {
            search.steps().take(1);
            Asked before = items.get(at);
            Asked asked = before.copy().add(some.item(), some.reasons());
            BranchResult answer = asked.answer(search);
            if (answer.value() != null) {
                items.set(at, asked);
                answer = place(index + 1);
                items.set(at, before);
            }
            if (answer.value() != null) {
                return answer;
            }
            failure.add(answer);
        }
        return failure.answer();
    }

    /** Of several places that are spoken of alike, and that nothing was given to yet, one is as good as the others. */
    private Set<Integer> places(ItemFacts.SomeItem some) {
        Set<Integer> places = new LinkedHashSet<>();
        boolean untouched = false;
        Asked tail = facts.asked(facts.prefix());
        for (int i = some.first(); i < length && i <= some.last(); i++) {
            if (i == repeated) {
                places.add(original);
                continue;
            }
            boolean like = i >= facts.prefix() && i != original && items.get(i).isAs(tail);
            if (!like || !untouched) {
                places.add(i);
            }
            untouched |= like;
        }
        return places;
    }

    private BranchResult made() {
        if (facts.mustBeUnique()) {
            return new DistinctItems(search, items, facts.reasons()).answer();
        }
        ArrayNode array = Json.array();
        @Nullable Asked last = null;
        for (int i = 0; i < length; i++) {
            Asked asked = items.get(i);
            if (i == repeated) {
                array.add(array.get(original));
                continue;
            }
            if (asked == last) {
                array.add(array.get(i - 1));
                continue;
            }
            BranchResult answer = asked.answer(search);
            if (answer.value() == null) {
                return answer.conflict() == null ? answer : BranchResult.none(facts.reasons());
            }
            array.add(Objects.requireNonNull(answer.value()));
            last = asked;
        }
        return BranchResult.found(array);
    }
}
