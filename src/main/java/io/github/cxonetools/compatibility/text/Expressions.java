package io.github.cxonetools.compatibility.text;

import io.github.cxonetools.schema.pattern.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes expressions, each once, and in a form that many equal ones share. */
public final class Expressions {

    private final Map<List<Object>, Expression> made = new HashMap<>();
    private int ids;
    private long work;

    private final Expression none = new Expression.OneCodePoint(ids++, CodePoints.NONE);
    private final Expression empty = new Expression.Empty(ids++);
    private final Expression all = new Expression.Complement(ids++, none);
    private final Expression any = one(CodePoints.ALL);

    /** No text. */
    Expression none() {
        return none;
    }

    /** The empty text. */
    Expression empty() {
        return empty;
    }

    /** Every text. */
    public Expression all() {
        return all;
    }

    /** Every text but the empty one. */
    Expression some() {
        return sequence(any, all);
    }

    Expression one(CodePoints set) {
        return set.isEmpty()
                ? none
                : made.computeIfAbsent(List.of("one", set), key -> new Expression.OneCodePoint(ids++, set));
    }

    /** One text. */
    public Expression text(String text) {
        Expression expression = empty;
        int[] characters = text.codePoints().toArray();
        for (int i = characters.length - 1; i >= 0; i--) {
            expression = sequence(one(CodePoints.range(characters[i], characters[i])), expression);
        }
        return expression;
    }

    /** Texts of so many code points; {@link Integer#MAX_VALUE} is without end. */
    public Expression length(int least, int most) {
        return repeat(any, least, most);
    }

    Expression sequence(Expression head, Expression tail) {
        if (head == none || tail == none) {
            return none;
        }
        if (head == empty || tail == empty) {
            return head == empty ? tail : head;
        }
        if (head instanceof Expression.Sequence parts) {
            return sequence(parts.head(), sequence(parts.tail(), tail));
        }
        if (head == all && (tail == all || tail instanceof Expression.Sequence next && next.head() == all)) {
            return tail;
        }
        return made.computeIfAbsent(
                List.of("sequence", head.id(), tail.id()), key -> new Expression.Sequence(ids++, head, tail));
    }

    Expression repeat(Expression of, int fewest, int most) {
        if (most == 0 || of == empty || of == none && fewest == 0) {
            return empty;
        }
        if (of == none || of == all || fewest == 1 && most == 1) {
            return of;
        }
        int least = of.isNullable() ? 0 : fewest;
        if (least == 0 && most == Expression.Repeat.UNBOUNDED && of == any) {
            return all;
        }
        return made.computeIfAbsent(
                List.of("repeat", of.id(), least, most), key -> new Expression.Repeat(ids++, of, least, most));
    }

    public Expression not(Expression of) {
        return of instanceof Expression.Complement complement
                ? complement.of()
                : made.computeIfAbsent(List.of("not", of.id()), key -> new Expression.Complement(ids++, of));
    }

    public Expression and(List<Expression> parts) {
        return combine(parts, true, all, none);
    }

    public Expression or(List<Expression> parts) {
        return combine(parts, false, none, all);
    }

    private Expression combine(List<Expression> parts, boolean and, Expression neutral, Expression absorbing) {
        Set<Expression> flat = new TreeSet<>(Comparator.comparingInt(Expression::id));
        CodePoints[] set = new CodePoints[1];
        flatten(parts, and, flat, set);
        if (set[0] != null) {
            flat.add(one(set[0]));
        }
        flat.remove(neutral);
        if (flat.contains(absorbing) || and && flat.contains(none) || excludesItself(flat)) {
            return absorbing;
        }
        if (flat.isEmpty()) {
            return neutral;
        }
        if (flat.size() == 1) {
            return flat.iterator().next();
        }
        work += flat.size();
        List<Expression> sorted = List.copyOf(flat);
        List<Object> key = new ArrayList<>(List.of(and ? "and" : "or"));
        sorted.forEach(part -> key.add(part.id()));
        return made.computeIfAbsent(key, ignored -> new Expression.Combination(ids++, sorted, and));
    }

    /** Sets of code points become one. */
    private void flatten(List<Expression> parts, boolean and, Set<Expression> flat, CodePoints[] set) {
        for (Expression part : parts) {
            if (part instanceof Expression.Combination inner && inner.all() == and) {
                flatten(inner.parts(), and, flat, set);
            } else if (part instanceof Expression.OneCodePoint one && part != none) {
                CodePoints known = set[0];
                set[0] = known == null ? one.set() : and ? known.and(one.set()) : known.or(one.set());
            } else {
                flat.add(part);
            }
        }
    }

    private static boolean excludesItself(Set<Expression> parts) {
        Set<Expression> denied = new HashSet<>();
        for (Expression part : parts) {
            if (part instanceof Expression.Complement complement) {
                denied.add(complement.of());
            }
        }
        return parts.stream().anyMatch(denied::contains);
    }

    Expression.Loop loop() {
        return new Expression.Loop(ids++);
    }

    /** How much has been made so far: expressions, and parts of combinations. */
    long work() {
        return ids + work;
    }
}
