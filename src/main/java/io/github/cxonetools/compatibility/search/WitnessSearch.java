package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Evaluation;
import io.github.cxonetools.compatibility.formula.Formulas;
import io.github.cxonetools.compatibility.formula.InstanceType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches a value that fits all literals of a goal. A smallest value never holds another that fits the same goal, so a goal
 * that is met again within itself is given up at once.
 */
final class WitnessSearch {

    private static final int MAX_DEPTH = 1_200;

    private final Formulas formulas;
    private final Literals literals = new Literals();
    private final Evaluation evaluation = new Evaluation();
    private final Texts texts = new Texts();
    private final Steps steps;
    private final Map<InstanceType, Rules> rules = new EnumMap<>(InstanceType.class);
    private final Map<List<Literal>, SearchResult> known = new HashMap<>();
    private final List<Set<Literal>> path = new ArrayList<>();

    /** The outermost goal of the path that something was given up for. */
    private int outermost = Integer.MAX_VALUE;

    WitnessSearch(Formulas formulas, Steps steps) {
        this.formulas = formulas;
        this.steps = steps;
        for (InstanceType type : InstanceType.values()) {
            rules.put(type, new Rules(formulas, literals, type));
        }
    }

    /** Searches a value of any type. */
    SearchResult search(Collection<Literal> asked) {
        List<Literal> goal = List.copyOf(new TreeSet<>(asked));
        SearchResult present = known.get(goal);
        if (present != null) {
            return present;
        }
        steps.take(1);
        if (path.size() > MAX_DEPTH) {
            return SearchResult.unknown("it is nested too deeply");
        }
        Set<Literal> set = new HashSet<>(goal);
        for (int i = 0; i < path.size(); i++) {
            if (set.containsAll(path.get(i))) {
                outermost = Math.min(outermost, i);
                return SearchResult.none(path.get(i));
            }
        }
        return remember(goal, set);
    }

    private SearchResult remember(List<Literal> goal, Set<Literal> set) {
        int before = outermost;
        int depth = path.size();
        outermost = Integer.MAX_VALUE;
        path.add(set);
        SearchResult outcome;
        try {
            outcome = anyType(goal);
        } finally {
            path.remove(depth);
        }
        boolean alone = outermost >= depth;
        if (alone || outcome.value() != null) {
            known.put(goal, outcome);
            outermost = before;
        } else {
            outermost = Math.min(before, outermost);
        }
        return outcome;
    }

    private SearchResult anyType(List<Literal> goal) {
        BitSet conflict = new BitSet();
        String unknown = null;
        for (InstanceType type : InstanceType.values()) {
            BranchResult answer = new Branching(this, goal, type).answer();
            if (answer.value() != null) {
                return SearchResult.found(answer.value());
            }
            if (answer.conflict() != null) {
                conflict.or(answer.conflict());
            } else {
                unknown = answer.unknown();
            }
        }
        if (unknown != null) {
            return SearchResult.unknown(unknown);
        }
        Set<Literal> literals = new HashSet<>();
        conflict.stream().filter(i -> i < goal.size()).forEach(i -> literals.add(goal.get(i)));
        return SearchResult.none(literals);
    }

    Formulas formulas() {
        return formulas;
    }

    Literals literals() {
        return literals;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Texts texts() {
        return texts;
    }

    Steps steps() {
        return steps;
    }

    Rules rules(InstanceType type) {
        return java.util.Objects.requireNonNull(rules.get(type));
    }
}
