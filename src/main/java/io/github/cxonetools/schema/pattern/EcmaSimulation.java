package io.github.cxonetools.schema.pattern;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Looks for a regular expression in one text with all of its ways at once, so that time grows with the text's length times
 * the program's, whatever the expression is (Thompson's simulation). What is looked for ahead or behind is decided for every
 * place of the text first.
 */
public final class EcmaSimulation {

    private final int[] text;
    private final StepBudget budget;
    private final Map<EcmaNode.Look, BitSet> looks = new IdentityHashMap<>();

    public EcmaSimulation(String text, StepBudget budget) {
        this.text = text.codePoints().toArray();
        this.budget = budget;
    }

    /**
     * True if {@code program} matches anywhere in the text.
     *
     * @throws StepBudget.ExceededException where that takes too many steps
     */
    public boolean find(EcmaProgram program) {
        return !run(program, true).isEmpty();
    }

    /** The places at which matches end that begin anywhere, in the direction of the program; the first of them if that will do. */
    private BitSet run(EcmaProgram program, boolean first) {
        Run run = new Run(program);
        int step = program.isBackward() ? -1 : 1;
        int place = program.isBackward() ? text.length : 0;
        for (int read = 0; ; read++) {
            run.add(program.start(), place);
            if (first && !run.ends.isEmpty() || read == text.length) {
                return run.ends;
            }
            int c = text[step > 0 ? place : place - 1];
            place += step;
            run.advance(c, place);
        }
    }

    private boolean holds(EcmaNode.Look look, int place) {
        BitSet ends = looks.get(look);
        if (ends == null) {
            EcmaProgram program = EcmaProgram.of(look.node(), look.ahead());
            if (program == null) {
                throw new StepBudget.ExceededException();
            }
            ends = run(program, false);
            looks.put(look, ends);
        }
        return ends.get(place) != look.negative();
    }

    private boolean holds(EcmaNode.Anchor anchor, int place) {
        return switch (anchor) {
            case BEGIN -> place == 0;
            case END -> place == text.length;
            case WORD_BOUNDARY -> isWord(place - 1) != isWord(place);
            case NO_WORD_BOUNDARY -> isWord(place - 1) == isWord(place);
        };
    }

    private boolean isWord(int index) {
        return index >= 0 && index < text.length && CodePoints.WORD.contains(text[index]);
    }

    /** One program on its way through the text: the instructions at which it may be. */
    private final class Run {

        private final EcmaProgram program;
        private final BitSet ends = new BitSet();
        private final int[] pending;
        private int[] alive;
        private int[] before;
        private int count;
        private final int[] seenAt;

        Run(EcmaProgram program) {
            this.program = program;
            this.alive = new int[program.size()];
            this.before = new int[program.size()];
            this.pending = new int[2 * program.size() + 2];
            this.seenAt = new int[program.size()];
        }

        /** Goes on from {@code start} as far as no character is needed. */
        void add(int start, int place) {
            int top = 0;
            pending[top++] = start;
            while (top > 0) {
                int index = pending[--top];
                if (seenAt[index] == place + 1) {
                    continue;
                }
                seenAt[index] = place + 1;
                budget.spend(1);
                EcmaProgram.MatchInstruction at = program.at(index);
                switch (at.kind()) {
                    case CHARACTER -> alive[count++] = index;
                    case MATCH -> ends.set(place);
                    case SPLIT -> {
                        pending[top++] = at.other();
                        pending[top++] = at.next();
                    }
                    case ANCHOR -> {
                        if (holds(Objects.requireNonNull(at.anchor()), place)) {
                            pending[top++] = at.next();
                        }
                    }
                    case LOOK -> {
                        if (holds(Objects.requireNonNull(at.look()), place)) {
                            pending[top++] = at.next();
                        }
                    }
                }
            }
        }

        /** Takes a character; {@code place} is the one behind it. */
        void advance(int c, int place) {
            int[] taken = alive;
            int size = count;
            alive = before;
            before = taken;
            count = 0;
            for (int i = 0; i < size; i++) {
                EcmaProgram.MatchInstruction at = program.at(taken[i]);
                budget.spend(1);
                if (Objects.requireNonNull(at.set()).contains(c)) {
                    add(at.next(), place);
                }
            }
        }
    }
}
