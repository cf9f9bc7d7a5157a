package io.github.cxonetools.schema.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as an automaton without empty steps (Glushkov's construction): each character class in it is a
 * position, and positions follow each other. Anchors and what is looked for ahead or behind are passed over. Repetitions
 * with a high count are taken for endless ones.
 */
final class Glushkov {

    private static final int MAX_POSITIONS = 150;

    private static final int MAX_KINDS = 64;

    private final List<CharacterClass> positions = new ArrayList<>();
    private final List<BitSet> follow = new ArrayList<>();

    /** What follows in two ways, so that a text goes through there twice. */
    private final List<BitSet> twice = new ArrayList<>();

    private final int endless;
    private final int copies;
    private long[] masks = {};

    private Glushkov(int endless, int copies) {
        this.endless = endless;
        this.copies = copies;
    }

    /**
     * The automaton of {@code node}; null where it would be too large.
     *
     * @param endless from which count on a repetition is taken for endless
     * @param copies how often what is repeated less often is written out at most
     */
    static @Nullable Glushkov of(EcmaNode node, int endless, int copies) {
        Glushkov automaton = new Glushkov(endless, copies);
        try {
            automaton.read(node);
        } catch (AutomatonTooLargeException | StackOverflowError e) {
            return null;
        }
        automaton.masks = automaton.kinds();
        return automaton;
    }

    int size() {
        return positions.size();
    }

    BitSet follow(int position) {
        return follow.get(position);
    }

    boolean isTwice(int position, int next) {
        return twice.get(position).get(next);
    }

    /** Which of the characters that the expression tells apart a position takes, as bits. */
    long mask(int position) {
        return masks[position];
    }

    private SubAutomaton read(EcmaNode node) {
        if (node instanceof EcmaNode.Characters characters) {
            return position(characters.set());
        }
        if (node instanceof EcmaNode.Repeat repeat) {
            return repeat(repeat);
        }
        if (node instanceof EcmaNode.Sequence sequence) {
            SubAutomaton part = SubAutomaton.empty();
            for (EcmaNode each : sequence.nodes()) {
                part = join(part, read(each));
            }
            return part;
        }
        if (node instanceof EcmaNode.Alternation alternatives) {
            SubAutomaton part = new SubAutomaton(false, new BitSet(), new BitSet());
            for (EcmaNode each : alternatives.nodes()) {
                part = either(part, read(each));
            }
            return part;
        }
        return SubAutomaton.empty();
    }

    private SubAutomaton position(CharacterClass set) {
        if (positions.size() == MAX_POSITIONS) {
            throw new AutomatonTooLargeException();
        }
        positions.add(set);
        follow.add(new BitSet());
        twice.add(new BitSet());
        BitSet only = new BitSet();
        only.set(positions.size() - 1);
        return new SubAutomaton(false, only, only);
    }

    private SubAutomaton repeat(EcmaNode.Repeat repeat) {
        if (repeat.most() >= endless) {
            SubAutomaton part = read(repeat.node());
            link(part.last, part.first);
            return new SubAutomaton(part.nullable || repeat.least() == 0, part.first, part.last);
        }
        SubAutomaton all = SubAutomaton.empty();
        for (int i = Math.min(repeat.most(), copies) - 1; i >= 0; i--) {
            all = join(read(repeat.node()), all);
            if (i >= repeat.least()) {
                all = new SubAutomaton(
                        true, all.first, all.last); // Each further turn is within the one before: a(a(a)?)?
            }
        }
        return all;
    }

    private SubAutomaton join(SubAutomaton a, SubAutomaton b) {
        link(a.last, b.first);
        BitSet first = (BitSet) a.first.clone();
        BitSet last = (BitSet) b.last.clone();
        if (a.nullable) {
            first.or(b.first);
        }
        if (b.nullable) {
            last.or(a.last);
        }
        return new SubAutomaton(a.nullable && b.nullable, first, last);
    }

    private static SubAutomaton either(SubAutomaton a, SubAutomaton b) {
        BitSet first = (BitSet) a.first.clone();
        BitSet last = (BitSet) a.last.clone();
        first.or(b.first);
        last.or(b.last);
        return new SubAutomaton(a.nullable || b.nullable, first, last);
    }

    private void link(BitSet last, BitSet first) {
        last.stream().forEach(from -> {
            BitSet again = (BitSet) follow.get(from).clone();
            again.and(first);
            twice.get(from).or(again);
            follow.get(from).or(first);
        });
    }

    /** One bit for each kind of character that the positions tell apart, up to 64. */
    private long[] kinds() {
        Set<Integer> candidates = new TreeSet<>(List.of(0, (int) 'A', (int) 'a', (int) '0', (int) '_', 0xE9, 0x4E2D));
        positions.forEach(set -> set.set().ranges().forEach(range -> {
            candidates.add(range.first());
            candidates.add(Math.min(range.last() + 1, Character.MAX_CODE_POINT));
        }));
        Set<BitSet> kinds = new LinkedHashSet<>();
        for (int c : candidates) {
            BitSet takers = new BitSet();
            for (int i = 0; i < positions.size(); i++) {
                takers.set(i, positions.get(i).contains(c));
            }
            if (kinds.size() < MAX_KINDS) {
                kinds.add(takers);
            }
        }
        long[] bits = new long[positions.size()];
        int kind = 0;
        for (BitSet takers : kinds) {
            long bit = 1L << kind++;
            takers.stream().forEach(position -> bits[position] |= bit);
        }
        return bits;
    }

    /** Where a part may begin and end, and whether it may be empty. */
    private record SubAutomaton(boolean nullable, BitSet first, BitSet last) {

        static SubAutomaton empty() {
            return new SubAutomaton(true, new BitSet(), new BitSet());
        }
    }

    private static final class AutomatonTooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
