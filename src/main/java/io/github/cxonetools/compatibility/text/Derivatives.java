package io.github.cxonetools.compatibility.text;

import io.github.cxonetools.schema.pattern.CodePoints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brzozowski's derivatives: what may follow a character in the texts of an expression; and the characters that an expression
 * tells apart.
 */
final class Derivatives {

    /** Preferred in this order, so that texts look like those that people write. */
    private static final String USUAL = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. @:/,+#!";

    private final Expressions expressions;
    private final Map<Long, Expression> derived = new HashMap<>();
    private final Map<Expression, Set<CodePoints>> firsts = new HashMap<>();
    private final Map<Set<CodePoints>, int[]> kinds = new HashMap<>();

    Derivatives(Expressions expressions) {
        this.expressions = expressions;
    }

    Expression of(Expression expression, int c) {
        long key = ((long) expression.id() << 21) | c;
        Expression known = derived.get(key);
        if (known == null) {
            known = derive(expression, c);
            derived.put(key, known);
        }
        return known;
    }

    private Expression derive(Expression expression, int c) {
        if (expression instanceof Expression.OneCodePoint one) {
            return one.set().contains(c) ? expressions.empty() : expressions.none();
        }
        if (expression instanceof Expression.Sequence parts) {
            Expression first = expressions.sequence(of(parts.head(), c), parts.tail());
            return parts.head().isNullable() ? expressions.or(List.of(first, of(parts.tail(), c))) : first;
        }
        if (expression instanceof Expression.Repeat repeat) {
            int most = repeat.most() == Expression.Repeat.UNBOUNDED ? repeat.most() : repeat.most() - 1;
            Expression rest = expressions.repeat(repeat.of(), Math.max(0, repeat.fewest() - 1), most);
            return expressions.sequence(of(repeat.of(), c), rest);
        }
        if (expression instanceof Expression.Combination combination) {
            List<Expression> parts = new ArrayList<>();
            combination.parts().forEach(part -> parts.add(of(part, c)));
            return combination.all() ? expressions.and(parts) : expressions.or(parts);
        }
        if (expression instanceof Expression.Complement complement) {
            return expressions.not(of(complement.of(), c));
        }
        return expression instanceof Expression.Loop loop ? of(loop.body(), c) : expressions.none();
    }

    /** One character of each kind that the expression tells apart at its beginning. */
    int[] characters(Expression expression) {
        return kinds.computeIfAbsent(firsts(expression), Derivatives::kinds);
    }

    private Set<CodePoints> firsts(Expression expression) {
        Set<CodePoints> known = firsts.get(expression);
        if (known == null) {
            known = new HashSet<>();
            collect(expression, known);
            firsts.put(expression, known);
        }
        return known;
    }

    private void collect(Expression expression, Set<CodePoints> sets) {
        if (expression instanceof Expression.OneCodePoint one) {
            sets.add(one.set());
        } else if (expression instanceof Expression.Sequence parts) {
            sets.addAll(firsts(parts.head()));
            if (parts.head().isNullable()) {
                sets.addAll(firsts(parts.tail()));
            }
        } else if (expression instanceof Expression.Repeat repeat) {
            sets.addAll(firsts(repeat.of()));
        } else if (expression instanceof Expression.Combination combination) {
            combination.parts().forEach(part -> sets.addAll(firsts(part)));
        } else if (expression instanceof Expression.Complement complement) {
            sets.addAll(firsts(complement.of()));
        } else if (expression instanceof Expression.Loop loop) {
            sets.addAll(firsts(loop.body()));
        }
    }

    private static int[] kinds(Set<CodePoints> sets) {
        List<CodePoints> ordered = List.copyOf(sets);
        Set<BitSet> seen = new HashSet<>();
        List<Integer> chosen = new ArrayList<>();
        for (int c : candidates(ordered)) {
            BitSet kind = new BitSet();
            for (int i = 0; i < ordered.size(); i++) {
                kind.set(i, ordered.get(i).contains(c));
            }
            if (seen.add(kind)) {
                chosen.add(c);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where a kind may begin: at a range, or behind one. Control characters and surrogates come last. */
    private static Set<Integer> candidates(List<CodePoints> sets) {
        Set<Integer> bounds = new TreeSet<>(Set.of(0x80));
        for (CodePoints set : sets) {
            for (CodePoints.Range range : set.ranges()) {
                bounds.add(range.first());
                if (range.last() < Character.MAX_CODE_POINT) {
                    bounds.add(range.last() + 1);
                }
            }
        }
        Set<Integer> candidates = new LinkedHashSet<>();
        USUAL.chars().forEach(candidates::add);
        for (int c = ' '; c < 0x7f; c++) {
            candidates.add(c);
        }
        bounds.stream().filter(c -> !isOdd(c)).forEach(candidates::add);
        candidates.add(0xa1);
        candidates.add(0xe000);
        candidates.addAll(bounds);
        candidates.add(0);
        return candidates;
    }

    private static boolean isOdd(int c) {
        return Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
