package io.github.cxonetools.compatibility.text;

import io.github.cxonetools.schema.pattern.CodePoints;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression with intersection and complement, over whole texts. {@link Expressions} makes each one once, so that
 * equal ones are the same object.
 */
public abstract sealed class Expression {

    private final int id;

    private Expression(int id) {
        this.id = id;
    }

    final int id() {
        return id;
    }

    /** Whether the empty text belongs to it. */
    abstract boolean isNullable();

    /** No text of it has fewer code points; it may have none so short. */
    abstract int least();

    static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE / 2, (long) one + other);
    }

    /** The empty text alone. */
    static final class Empty extends Expression {

        Empty(int id) {
            super(id);
        }

        @Override
        boolean isNullable() {
            return true;
        }

        @Override
        int least() {
            return 0;
        }
    }

    /** One code point of a set; of an empty set, no text at all. */
    static final class OneCodePoint extends Expression {

        private final CodePoints set;

        OneCodePoint(int id, CodePoints set) {
            super(id);
            this.set = set;
        }

        CodePoints set() {
            return set;
        }

        @Override
        boolean isNullable() {
            return false;
        }

        @Override
        int least() {
            return 1;
        }
    }

    /** One after the other. */
    static final class Sequence extends Expression {

        private final Expression head;
        private final Expression tail;
        private final int least;

        Sequence(int id, Expression head, Expression tail) {
            super(id);
            this.head = head;
            this.tail = tail;
            this.least = sum(head.least(), tail.least());
        }

        Expression head() {
            return head;
        }

        Expression tail() {
            return tail;
        }

        @Override
        boolean isNullable() {
            return head.isNullable() && tail.isNullable();
        }

        @Override
        int least() {
            return least;
        }
    }

    /** Again and again; no end to it where {@code most} is {@link #UNBOUNDED}. */
    static final class Repeat extends Expression {

        static final int UNBOUNDED = Integer.MAX_VALUE;

        private final Expression of;
        private final int fewest;
        private final int most;

        Repeat(int id, Expression of, int fewest, int most) {
            super(id);
            this.of = of;
            this.fewest = fewest;
            this.most = most;
        }

        Expression of() {
            return of;
        }

        int fewest() {
            return fewest;
        }

        int most() {
            return most;
        }

        @Override
        boolean isNullable() {
            return fewest == 0;
        }

        @Override
        int least() {
            return (int) Math.min(Integer.MAX_VALUE / 2, (long) fewest * of.least());
        }
    }

    /** Some hold, or all do. */
    static final class Combination extends Expression {

        private final List<Expression> parts;
        private final boolean all;
        private final int least;
        private @Nullable Boolean nullable;

        Combination(int id, List<Expression> parts, boolean all) {
            super(id);
            this.parts = parts;
            this.all = all;
            this.least = all
                    ? parts.stream().mapToInt(Expression::least).max().orElse(0)
                    : parts.stream().mapToInt(Expression::least).min().orElse(0);
        }

        List<Expression> parts() {
            return parts;
        }

        boolean all() {
            return all;
        }

        /** Not before it is asked for: a loop among the parts may not be defined before. */
        @Override
        boolean isNullable() {
            Boolean known = nullable;
            if (known == null) {
                known = all
                        ? parts.stream().allMatch(Expression::isNullable)
                        : parts.stream().anyMatch(Expression::isNullable);
                nullable = known;
            }
            return known;
        }

        @Override
        int least() {
            return least;
        }
    }

    /** All texts but those of another. */
    static final class Complement extends Expression {

        private final Expression of;

        Complement(int id, Expression of) {
            super(id);
            this.of = of;
        }

        Expression of() {
            return of;
        }

        @Override
        boolean isNullable() {
            return !of.isNullable();
        }

        @Override
        int least() {
            return of.isNullable() ? 1 : 0;
        }
    }

    /** What goes on with itself: a loop whose rounds look at more than they take. */
    static final class Loop extends Expression {

        private @Nullable Expression body;

        Loop(int id) {
            super(id);
        }

        void define(Expression as) {
            body = as;
        }

        Expression body() {
            return Objects.requireNonNull(body);
        }

        @Override
        boolean isNullable() {
            return body().isNullable();
        }

        @Override
        int least() {
            return 0;
        }
    }
}
