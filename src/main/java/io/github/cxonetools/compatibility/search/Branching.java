package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.formula.InstanceType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the choices that a goal leaves to a value of one type: literals that follow are added at once; a conflict
 * goes back to the last choice that it depends on.
 */
final class Branching {

    private final WitnessSearch search;
    private final InstanceType type;
    private final List<Literal> goal;
    private final Rules rules;
    private final Leaf leaf;
    private final Map<Literal, Fact> known = new IdentityHashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();

    Branching(WitnessSearch search, List<Literal> goal, InstanceType type) {
        this.search = search;
        this.type = type;
        this.goal = goal;
        this.rules = search.rules(type);
        this.leaf = Leaf.of(type, search, goal);
    }

    /** One of the options holds. */
    private static final class Clause {

        private final List<List<Literal>> options;
        private final BitSet reasons;

        /** With how many facts one of the options held already. */
        private int heldWith = Integer.MAX_VALUE;

        Clause(List<List<Literal>> options, BitSet reasons) {
            this.options = options;
            this.reasons = reasons;
        }
    }

    BranchResult answer() {
        for (int i = 0; i < goal.size(); i++) {
            BitSet reason = new BitSet();
            reason.set(i);
            BitSet conflict = assume(List.of(goal.get(i)), reason);
            if (conflict != null) {
                return BranchResult.none(conflict);
            }
        }
        return solve(goal.size());
    }

    private BranchResult solve(int level) {
        search.steps().take(1 + clauses.size() / 8);
        Open next = propagate();
        if (next != null && next.options.isEmpty()) {
            return BranchResult.none(next.reasons);
        }
        Fact values = fewestValues();
        if (values != null) {
            return new Candidates(search, goal)
                    .answer(((Formula.OneOf) values.literal().formula()).values(), type, values.reasons());
        }
        if (next == null) {
            return leaf.answer(leaves());
        }
        if (type == InstanceType.INTEGER || type == InstanceType.FRACTION) {
            BranchResult early = leaf.answer(leaves());
            if (early.conflict() != null) {
                return early;
            }
        }
        return branch(next, level);
    }

    private BranchResult branch(Open open, int level) {
        BitSet failed = (BitSet) open.reasons.clone();
        String unknown = null;
        for (List<Literal> option : open.options) {
            int factsBefore = facts.size();
            int clausesBefore = clauses.size();
            BitSet reasons = (BitSet) open.reasons.clone();
            reasons.set(level);
            BitSet conflict = assume(option, reasons);
            BranchResult answer = conflict == null ? solve(level + 1) : BranchResult.none(conflict);
            undo(factsBefore, clausesBefore);
            if (answer.value() != null) {
                return answer;
            }
            BitSet why = answer.conflict();
            if (why == null) {
                unknown = answer.unknown();
            } else if (!why.get(level)) {
                return answer;
            } else {
                failed.or(why);
            }
        }
        failed.clear(level);
        return unknown == null ? BranchResult.none(failed) : BranchResult.unknown(unknown);
    }

    /** Adds literals and all that follows; what they conflict with, or null. */
    private @Nullable BitSet assume(List<Literal> literals, BitSet reasons) {
        Deque<Literal> open = new ArrayDeque<>(literals);
        while (!open.isEmpty()) {
            Literal literal = open.poll();
            if (known.containsKey(literal)) {
                continue;
            }
            search.steps().take(1);
            Fact opposite = known.get(search.literals().opposite(literal));
            if (opposite != null) {
                return Fact.union(reasons, opposite.reasons());
            }
            Fact fact = new Fact(literal, reasons);
            known.put(literal, fact);
            facts.add(fact);
            Rules.Expansion expansion = rules.of(literal);
            switch (expansion.kind()) {
                case FAILS -> {
                    return reasons;
                }
                case ALL -> expansion.options().forEach(open::addAll);
                case CHOICE -> clauses.add(new Clause(expansion.options(), reasons));
                case LEAF -> {}
            }
        }
        return null;
    }

    private void undo(int factsBefore, int clausesBefore) {
        while (facts.size() > factsBefore) {
            known.remove(facts.remove(facts.size() - 1).literal());
        }
        clauses.subList(clausesBefore, clauses.size()).clear();
        for (Clause clause : clauses) {
            if (clause.heldWith > factsBefore) {
                clause.heldWith = Integer.MAX_VALUE;
            }
        }
    }

    /**
     * Adds what is left of a clause when all its other options have failed. The open clause with the fewest options is
     * left; one without an option is a conflict; null where none is open.
     */
    private @Nullable Open propagate() {
        while (true) {
            Open fewest = null;
            boolean changed = false;
            for (int i = 0; i < clauses.size(); i++) {
                Open open = open(clauses.get(i));
                if (open == null) {
                    continue;
                }
                if (open.options.isEmpty()) {
                    return open;
                }
                if (open.options.size() == 1) {
                    BitSet conflict = assume(open.options.get(0), open.reasons);
                    if (conflict != null) {
                        return new Open(List.of(), conflict);
                    }
                    changed = true;
                } else if (fewest == null || open.options.size() < fewest.options.size()) {
                    fewest = open;
                }
            }
            if (!changed) {
                return fewest;
            }
        }
    }

    /** What is left of a clause; null where it holds already. */
    private @Nullable Open open(Clause clause) {
        if (clause.heldWith <= facts.size()) {
            return null;
        }
        List<List<Literal>> left = new ArrayList<>();
        BitSet reasons = (BitSet) clause.reasons.clone();
        for (List<Literal> option : clause.options) {
            BitSet failed = failed(option);
            if (failed != null) {
                reasons.or(failed);
            } else if (option.stream().allMatch(known::containsKey)) {
                clause.heldWith = facts.size();
                return null;
            } else {
                left.add(option);
            }
        }
        return new Open(left, reasons);
    }

    private @Nullable BitSet failed(List<Literal> option) {
        for (Literal literal : option) {
            Fact opposite = known.get(search.literals().opposite(literal));
            if (opposite != null) {
                return opposite.reasons();
            }
        }
        return null;
    }

    /** The options of a clause that have not failed, and why the others have. */
    private record Open(List<List<Literal>> options, BitSet reasons) {}

    private @Nullable Fact fewestValues() {
        Fact fewest = null;
        for (Fact fact : facts) {
            if (fact.literal().isPositive()
                    && fact.literal().formula() instanceof Formula.OneOf values
                    && (fewest == null
                            || values.values().size()
                                    < ((Formula.OneOf) fewest.literal().formula())
                                            .values()
                                            .size())) {
                fewest = fact;
            }
        }
        return fewest;
    }

    private List<Fact> leaves() {
        return facts.stream()
                .filter(fact -> rules.of(fact.literal()).kind() == Rules.RuleKind.LEAF)
                .toList();
    }
}
