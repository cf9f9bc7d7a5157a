package io.github.cxonetools.schema.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * In how many ways a regular expression may go through one text: an engine that tries one after the other (as those of Java,
 * JavaScript and most others do) takes so long where no way leads to a match. After Weideman and others, "Analyzing matching
 * time behavior of backtracking regular expression matchers" (2016).
 */
public final class PatternAmbiguity {

    /** An expression of which the ways grow with a power of the text's length less than this is none to worry about. */
    public static final int HIGH_DEGREE = 3;

    /** Stands for ways that double with each character or so. */
    public static final int EXPONENTIAL = Integer.MAX_VALUE;

    /** Nested in another, ten turns are as bad as a thousand; one after the other, they are harmless. */
    private static final int ENDLESS_NESTED = 10;

    private static final int ENDLESS_IN_A_ROW = 100;

    /** Of what is repeated less often; three loops in a row are enough to worry about. */
    private static final int COPIES = 4;

    /** States of the products that are looked at; what is larger is not analysed. */
    private static final int MAX_STATES = 300_000;

    private final Glushkov automaton;
    private final int size;
    private final BitSet[] reachable;
    private final BitSet[] before;
    private int states;

    private PatternAmbiguity(Glushkov automaton) {
        this.automaton = automaton;
        this.size = automaton.size();
        this.reachable = new BitSet[size];
        this.before = new BitSet[size];
        for (int i = 0; i < size; i++) {
            reachable[i] = reachableFrom(i);
            before[i] = new BitSet();
        }
        for (int i = 0; i < size; i++) {
            int from = i;
            automaton.follow(i).stream().forEach(to -> before[to].set(from));
        }
    }

    /**
     * The power of a text's length with which the ways through it may grow, {@link #EXPONENTIAL}, or 0. What is looked for
     * ahead and behind counts as an expression of its own.
     */
    static int degree(EcmaNode node) {
        return loops(node) < 2 ? 0 : degreeOfLoops(node);
    }

    /** At most how many loops there are, where 2 stands for more; one that takes one character a turn goes one way only. */
    private static int loops(EcmaNode node) {
        if (node instanceof EcmaNode.Repeat repeat) {
            if (repeat.most() < ENDLESS_NESTED) {
                return loops(repeat.node()) == 0 ? 0 : 2;
            }
            return repeat.node() instanceof EcmaNode.Characters ? 1 : 2;
        }
        if (node instanceof EcmaNode.Look look) {
            return loops(look.node());
        }
        int loops = 0;
        for (EcmaNode part : parts(node)) {
            loops += loops(part);
        }
        return loops;
    }

    private static List<EcmaNode> parts(EcmaNode node) {
        if (node instanceof EcmaNode.Sequence sequence) {
            return sequence.nodes();
        }
        return node instanceof EcmaNode.Alternation alternatives ? alternatives.nodes() : List.of();
    }

    private static int degreeOfLoops(EcmaNode node) {
        Glushkov nested = Glushkov.of(node, ENDLESS_NESTED, ENDLESS_NESTED);
        int degree = nested != null && new PatternAmbiguity(nested).isExponential() ? EXPONENTIAL : 0;
        if (degree == 0) {
            Glushkov flat = Glushkov.of(node, ENDLESS_IN_A_ROW, COPIES);
            degree = flat == null ? 0 : new PatternAmbiguity(flat).polynomial();
        }
        for (EcmaNode.Look look : looks(node, new ArrayList<>())) {
            degree = Math.max(degree, degree(look.node()));
        }
        return degree;
    }

    private static List<EcmaNode.Look> looks(EcmaNode node, List<EcmaNode.Look> found) {
        if (node instanceof EcmaNode.Look look) {
            found.add(look);
        } else if (node instanceof EcmaNode.Repeat repeat) {
            looks(repeat.node(), found);
        } else if (node instanceof EcmaNode.Sequence sequence) {
            sequence.nodes().forEach(each -> looks(each, found));
        } else if (node instanceof EcmaNode.Alternation alternatives) {
            alternatives.nodes().forEach(each -> looks(each, found));
        }
        return found;
    }

    private BitSet reachableFrom(int position) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(position));
        while (!open.isEmpty()) {
            automaton.follow(open.pop()).stream()
                    .filter(next -> !seen.get(next))
                    .forEach(next -> {
                        seen.set(next);
                        open.push(next);
                    });
        }
        return seen;
    }

    /** {@return true if both lie on one loop} */
    private boolean loop(int a, int b) {
        return reachable[a].get(b) && reachable[b].get(a);
    }

    /** Two ways from a position back to it, for one text. */
    private boolean isExponential() {
        BitSet forward = pairs(true);
        BitSet backward = pairs(false);
        forward.and(backward);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                boolean apart = a != b && forward.get(a * size + b);
                boolean twice = automaton.isTwice(a, b) && loop(a, b);
                if (apart || twice) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Pairs of positions on one loop that one text leads to from equal ones, or from which it leads to equal ones. */
    private BitSet pairs(boolean forward) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            if (loop(i, i)) {
                seen.set(i * size + i);
                open.push(i * size + i);
            }
        }
        while (!open.isEmpty()) {
            int pair = open.pop();
            int x = pair / size;
            int y = pair % size;
            (forward ? automaton.follow(x) : before[x])
                    .stream().filter(a -> loop(a, x)).forEach(a -> (forward ? automaton.follow(y) : before[y])
                            .stream()
                                    .filter(b -> loop(b, y))
                                    .filter(b -> (forward ? common(a, b) : common(x, y)) && !seen.get(a * size + b))
                                    .forEach(b -> {
                                        seen.set(a * size + b);
                                        open.push(a * size + b);
                                    }));
        }
        return seen;
    }

    /** {@return true if one character leads to both} */
    private boolean common(int a, int b) {
        return (automaton.mask(a) & automaton.mask(b)) != 0;
    }

    /** Loops one after the other, each of which can leave it open where it ends and the next begins. */
    private int polynomial() {
        int[] degrees = new int[size];
        Arrays.fill(degrees, -1);
        int most = 0;
        for (int i = 0; i < size; i++) {
            if (loop(i, i)) {
                most = Math.max(most, degree(i, degrees));
            }
        }
        return most;
    }

    private int degree(int position, int[] degrees) {
        if (degrees[position] < 0) {
            degrees[position] = 0;
            for (int next = 0; next < size; next++) {
                if (loop(next, next) && reachable[position].get(next) && !loop(position, next)) {
                    int behind = degree(next, degrees);
                    boolean open = behind + 1 > degrees[position] && isOpenBetween(position, next);
                    degrees[position] = Math.max(degrees[position], behind + (open ? 1 : 0));
                }
            }
        }
        return degrees[position];
    }

    /** {@return true if one text leads from p to p, from p to q and from q to q} */
    private boolean isOpenBetween(int p, int q) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.push((p * size + p) * size + q);
        int goal = (p * size + q) * size + q;
        while (!open.isEmpty() && states++ < MAX_STATES) {
            int state = open.pop();
            int x = state / size / size;
            int y = state / size % size;
            int z = state % size;
            automaton.follow(x).stream().filter(a -> loop(a, p)).forEach(a -> automaton.follow(y).stream()
                    .filter(b -> b == q || reachable[b].get(q))
                    .filter(b -> common(a, b))
                    .forEach(b -> automaton.follow(z).stream()
                            .filter(c -> loop(c, q))
                            .filter(c -> (automaton.mask(a) & automaton.mask(b) & automaton.mask(c)) != 0)
                            .map(c -> (a * size + b) * size + c)
                            .filter(next -> !seen.get(next))
                            .forEach(next -> {
                                seen.set(next);
                                open.push(next);
                            })));
            if (seen.get(goal)) {
                return true;
            }
        }
        return false;
    }
}
