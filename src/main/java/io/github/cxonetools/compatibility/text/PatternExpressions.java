package io.github.cxonetools.compatibility.text;

import io.github.cxonetools.schema.pattern.CodePoints;
import io.github.cxonetools.schema.pattern.EcmaNode;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Patterns of ECMA-262 as expressions over whole texts. Each part is translated together with what follows it, so that an
 * assertion is an intersection; and once for each {@link PrecedingCharacter} where it may begin.
 */
public final class PatternExpressions {

    /** Rounds of a loop with assertions inside are written out. */
    private static final int MAX_ROUNDS = 40;

    private final Expressions expressions;
    private final Map<String, Optional<Expression>> known = new HashMap<>();

    public PatternExpressions(Expressions expressions) {
        this.expressions = expressions;
    }

    /** The texts in which {@code ecma} matches somewhere; none where it is beyond what can be decided, or no pattern. */
    public Optional<Expression> of(String ecma) {
        Optional<Expression> present = known.get(ecma);
        if (present == null) {
            present = read(ecma);
            known.put(ecma, present);
        }
        return present;
    }

    private Optional<Expression> read(String ecma) {
        try {
            return Optional.of(anywhere(EcmaPattern.compile(ecma).tree().root()));
        } catch (IllegalArgumentException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private Expression anywhere(EcmaNode root) {
        Expression[] found = part(root, everywhere(expressions.all()));
        List<Expression> ways = new ArrayList<>();
        ways.add(found[PrecedingCharacter.BEGIN.fresh()]);
        ways.add(expressions.sequence(endingIn(CodePoints.WORD), found[PrecedingCharacter.WORD.fresh()]));
        ways.add(expressions.sequence(endingIn(CodePoints.WORD.not()), found[PrecedingCharacter.OTHER.fresh()]));
        if (found[PrecedingCharacter.WORD.fresh()] == found[PrecedingCharacter.OTHER.fresh()]) {
            boolean anyhow = found[PrecedingCharacter.BEGIN.fresh()] == found[PrecedingCharacter.OTHER.fresh()];
            Expression before = anyhow ? expressions.all() : expressions.some();
            Expression later = expressions.sequence(before, found[PrecedingCharacter.OTHER.fresh()]);
            return anyhow ? later : expressions.or(List.of(found[PrecedingCharacter.BEGIN.fresh()], later));
        }
        return expressions.or(ways);
    }

    private Expression endingIn(CodePoints set) {
        return expressions.sequence(expressions.all(), expressions.one(set));
    }

    private static Expression[] everywhere(Expression expression) {
        Expression[] all = new Expression[PrecedingCharacter.COUNT];
        java.util.Arrays.fill(all, expression);
        return all;
    }

    /** What {@code node} and then {@code next} match, by the place where they begin. */
    private Expression[] part(EcmaNode node, Expression[] next) {
        Expression whole = plain(node);
        if (whole != null) {
            return consuming(whole, next);
        }
        if (node instanceof EcmaNode.Sequence sequence) {
            Expression[] rest = next;
            for (int i = sequence.nodes().size() - 1; i >= 0; i--) {
                rest = part(sequence.nodes().get(i), rest);
            }
            return rest;
        }
        if (node instanceof EcmaNode.Alternation alternatives) {
            Expression[] any = everywhere(expressions.none());
            for (EcmaNode each : alternatives.nodes()) {
                any = or(any, part(each, next));
            }
            return any;
        }
        if (node instanceof EcmaNode.Anchor anchor) {
            return anchor(anchor, next);
        }
        if (node instanceof EcmaNode.Look look) {
            return look(look, next);
        }
        if (node instanceof EcmaNode.Repeat repeat) {
            return repeat(repeat, next);
        }
        throw new IllegalArgumentException("has a back reference");
    }

    /** A part that looks at nothing but what it takes; null where it does. */
    private @org.jspecify.annotations.Nullable Expression plain(EcmaNode node) {
        if (node instanceof EcmaNode.Characters characters) {
            return expressions.one(characters.set().codePoints());
        }
        if (node instanceof EcmaNode.Repeat repeat) {
            Expression of = plain(repeat.node());
            return of == null || repeat.least() > repeat.most()
                    ? null
                    : expressions.repeat(of, repeat.least(), repeat.most());
        }
        List<EcmaNode> nodes = node instanceof EcmaNode.Sequence sequence
                ? sequence.nodes()
                : node instanceof EcmaNode.Alternation alternatives ? alternatives.nodes() : null;
        if (nodes == null) {
            return null;
        }
        List<Expression> parts = new ArrayList<>();
        for (EcmaNode each : nodes) {
            Expression part = plain(each);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        if (node instanceof EcmaNode.Alternation) {
            return expressions.or(parts);
        }
        Expression whole = expressions.empty();
        for (int i = parts.size() - 1; i >= 0; i--) {
            whole = expressions.sequence(parts.get(i), whole);
        }
        return whole;
    }

    private Expression[] consuming(Expression taken, Expression[] next) {
        Expression afterWord = next[PrecedingCharacter.WORD.moved()];
        Expression afterOther = next[PrecedingCharacter.OTHER.moved()];
        Expression[] all = new Expression[PrecedingCharacter.COUNT];
        for (int place = 0; place < PrecedingCharacter.COUNT; place++) {
            if (afterWord == afterOther && (!taken.isNullable() || next[place] == afterOther)) {
                all[place] = expressions.sequence(taken, afterOther);
                continue;
            }
            Expression some = taken.isNullable() ? expressions.and(List.of(taken, expressions.some())) : taken;
            List<Expression> ways = new ArrayList<>();
            ways.add(taken.isNullable() ? next[place] : expressions.none());
            if (afterWord == afterOther) {
                ways.add(expressions.sequence(some, afterOther));
            } else {
                ways.add(expressions.sequence(ending(some, CodePoints.WORD), afterWord));
                ways.add(expressions.sequence(ending(some, CodePoints.WORD.not()), afterOther));
            }
            all[place] = expressions.or(ways);
        }
        return all;
    }

    private Expression ending(Expression expression, CodePoints set) {
        return expressions.and(List.of(expression, endingIn(set)));
    }

    private Expression[] or(Expression[] one, Expression[] other) {
        Expression[] either = new Expression[PrecedingCharacter.COUNT];
        for (int place = 0; place < PrecedingCharacter.COUNT; place++) {
            either[place] = expressions.or(List.of(one[place], other[place]));
        }
        return either;
    }

    private Expression[] anchor(EcmaNode.Anchor anchor, Expression[] next) {
        Expression word = expressions.sequence(expressions.one(CodePoints.WORD), expressions.all());
        Expression[] all = new Expression[PrecedingCharacter.COUNT];
        for (int place = 0; place < PrecedingCharacter.COUNT; place++) {
            boolean afterWord = PrecedingCharacter.at(place) == PrecedingCharacter.WORD;
            Expression asked =
                    switch (anchor) {
                        case BEGIN ->
                            PrecedingCharacter.at(place) == PrecedingCharacter.BEGIN
                                    ? expressions.all()
                                    : expressions.none();
                        case END -> expressions.empty();
                        case WORD_BOUNDARY -> afterWord ? expressions.not(word) : word;
                        case NO_WORD_BOUNDARY -> afterWord ? word : expressions.not(word);
                    };
            all[place] = expressions.and(List.of(asked, next[place]));
        }
        return all;
    }

    private Expression[] look(EcmaNode.Look look, Expression[] next) {
        if (!look.ahead()) {
            throw new IllegalArgumentException("looks behind");
        }
        Expression[] seen = part(look.node(), everywhere(expressions.all()));
        Expression[] all = new Expression[PrecedingCharacter.COUNT];
        for (int place = 0; place < PrecedingCharacter.COUNT; place++) {
            Expression asked = look.negative() ? expressions.not(seen[place]) : seen[place];
            all[place] = expressions.and(List.of(asked, next[place]));
        }
        return all;
    }

    private Expression[] repeat(EcmaNode.Repeat repeat, Expression[] next) {
        boolean endless = repeat.most() == EcmaNode.UNBOUNDED;
        int rounds = endless ? repeat.least() : repeat.most();
        if (rounds > MAX_ROUNDS || repeat.least() > repeat.most()) {
            throw new IllegalArgumentException("repeats assertions too often");
        }
        Expression[] rest = endless ? loop(repeat.node(), next) : next;
        for (int round = rounds; round > 0; round--) {
            Expression[] one = part(repeat.node(), rest);
            rest = round > repeat.least() ? or(next, one) : one;
        }
        return rest;
    }

    /** A round that takes nothing asks only for more, so it is as good as none. */
    private Expression[] loop(EcmaNode node, Expression[] next) {
        Expression.Loop afterWord = expressions.loop();
        Expression.Loop afterOther = expressions.loop();
        Expression[] again = everywhere(expressions.none());
        again[PrecedingCharacter.WORD.moved()] = afterWord;
        again[PrecedingCharacter.OTHER.moved()] = afterOther;
        Expression[] round = part(node, again);
        afterWord.define(
                expressions.or(List.of(next[PrecedingCharacter.WORD.moved()], round[PrecedingCharacter.WORD.fresh()])));
        afterOther.define(expressions.or(
                List.of(next[PrecedingCharacter.OTHER.moved()], round[PrecedingCharacter.OTHER.fresh()])));
        Expression[] all = new Expression[PrecedingCharacter.COUNT];
        for (int place = 0; place < PrecedingCharacter.COUNT; place++) {
            all[place] = expressions.or(
                    List.of(next[place], round[PrecedingCharacter.at(place).fresh()]));
        }
        return all;
    }
}
