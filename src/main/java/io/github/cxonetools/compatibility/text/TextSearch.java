package io.github.cxonetools.compatibility.text;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a text of an expression: its derivatives, searched from the shortest on. */
public final class TextSearch {

    private static final int MAX_STATES = 12_000;

    /** Expressions, and parts of combinations, that one search may make. */
    private static final long MAX_WORK = 450_000;

    private final Expressions expressions;
    private final Derivatives derivatives;

    public TextSearch(Expressions expressions) {
        this.expressions = expressions;
        this.derivatives = new Derivatives(expressions);
    }

    /**
     * A text of {@code expression}; none where there is none.
     *
     * @throws TextLimitException where that takes too many steps to find out
     */
    public Optional<String> find(Expression expression) {
        PriorityQueue<SearchState> open = new PriorityQueue<>(Comparator.comparingLong(SearchState::cost)
                .thenComparing(SearchState::length, Comparator.reverseOrder())
                .thenComparing(SearchState::number));
        Set<Expression> seen = new HashSet<>();
        int numbers = 0;
        long before = expressions.work();
        open.add(new SearchState(expression, null, -1, 0, numbers++));
        seen.add(expression);
        while (!open.isEmpty()) {
            SearchState state = open.poll();
            if (state.expression.isNullable()) {
                return Optional.of(state.text());
            }
            for (int c : derivatives.characters(state.expression)) {
                Expression next = derivatives.of(state.expression, c);
                if (next != expressions.none() && seen.add(next)) {
                    open.add(new SearchState(next, state, c, state.length + 1, numbers++));
                }
            }
            if (seen.size() > MAX_STATES || expressions.work() - before > MAX_WORK) {
                throw new TextLimitException();
            }
        }
        return Optional.empty();
    }

    /** What may still follow a text. */
    private record SearchState(
            Expression expression, @Nullable SearchState before, int c, int length, int number) {

        long cost() {
            return (long) length + expression.least();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            int[] characters = new int[length];
            SearchState state = this;
            for (int i = length - 1; i >= 0 && state != null; i--) {
                characters[i] = state.c;
                state = state.before;
            }
            for (int character : characters) {
                text.appendCodePoint(character);
            }
            return text.toString();
        }
    }
}
