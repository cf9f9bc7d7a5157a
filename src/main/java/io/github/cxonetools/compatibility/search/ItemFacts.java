package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about the items of an array, by place. */
final class ItemFacts {

    private final WitnessSearch search;
    private final List<Fact> facts;
    private final Count count = new Count();
    private final List<EveryItem> every = new ArrayList<>();
    private final List<SomeItem> some = new ArrayList<>();
    private @Nullable Boolean unique;
    private int prefix;

    /** Each item from {@code first} to {@code last} fits. */
    private record EveryItem(int first, int last, Literal item, BitSet reasons) {}

    /** Some item from {@code first} to {@code last} fits. */
    record SomeItem(int first, int last, Literal item, BitSet reasons) {}

    ItemFacts(WitnessSearch search, List<Fact> facts) {
        this.search = search;
        this.facts = facts;
        facts.forEach(this::add);
        some.sort((one, other) -> Integer.compare(one.last, other.last));
        every.forEach(each -> prefix = Math.max(prefix, each.last == Integer.MAX_VALUE ? each.first : each.last + 1));
        some.forEach(each -> prefix = Math.max(prefix, each.last == Integer.MAX_VALUE ? each.first : each.last + 1));
    }

    private void add(Fact fact) {
        Formula formula = fact.literal().formula();
        boolean holds = fact.literal().isPositive();
        int end = Integer.MAX_VALUE;
        if (formula instanceof Formula.ItemCount counted) {
            count.add(fact, counted.least(), counted.most());
        } else if (formula instanceof Formula.ItemAt at) {
            items(fact, at.index(), at.index(), at.item(), holds, holds);
        } else if (formula instanceof Formula.ItemsFrom from) {
            items(fact, from.index(), end, from.item(), holds, holds);
        } else if (formula instanceof Formula.Contains contains) {
            items(fact, 0, end, contains.item(), !holds, holds);
        } else if (formula instanceof Formula.UniqueItems) {
            unique = holds;
        }
    }

    private void items(Fact fact, int first, int last, Formula item, boolean all, boolean holds) {
        Literal literal = search.literals().of(item, holds);
        if (all) {
            every.add(new EveryItem(first, last, literal, fact.reasons()));
        } else {
            some.add(new SomeItem(first, last, literal, fact.reasons()));
            count.atLeast(first + 1, fact.reasons());
        }
    }

    Count count() {
        return count;
    }

    List<SomeItem> some() {
        return some;
    }

    /** From here on all items are spoken of alike. */
    int prefix() {
        return prefix;
    }

    boolean mustBeUnique() {
        return Boolean.TRUE.equals(unique);
    }

    boolean mustRepeat() {
        return Boolean.FALSE.equals(unique);
    }

    BitSet reasons() {
        return Fact.reasons(facts);
    }

    Asked asked(int index) {
        Asked asked = new Asked();
        for (EveryItem each : every) {
            if (index >= each.first && index <= each.last) {
                asked.add(each.item, each.reasons);
            }
        }
        return asked;
    }
}
