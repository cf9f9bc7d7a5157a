package io.github.cxonetools.schema.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as the instructions of a nondeterministic automaton (Thompson's construction), for
 * {@link EcmaSimulation}. Repetitions with a count are written out.
 */
public final class EcmaProgram {

    /** More are not worth simulating: each may be alive at each character of a text. */
    private static final int MAX_SIZE = 20_000;

    /** One step: what it asks of its place, and where it goes on. */
    record MatchInstruction(
            InstructionKind kind,
            @Nullable CharacterClass set,
            EcmaNode.@Nullable Anchor anchor,
            EcmaNode.@Nullable Look look,
            int next,
            int other) {}

    /** What an instruction does. */
    enum InstructionKind {
        CHARACTER,
        SPLIT,
        ANCHOR,
        LOOK,
        MATCH
    }

    private final List<MatchInstruction> instructions = new ArrayList<>();
    private final boolean backward;
    private final int start;

    private EcmaProgram(EcmaNode root, boolean backward) {
        this.backward = backward;
        int match = add(new MatchInstruction(InstructionKind.MATCH, null, null, null, -1, -1));
        this.start = write(root, match);
    }

    /** The program of {@code tree}; null where it would be too large, or asks for what a group has captured. */
    public static @Nullable EcmaProgram of(EcmaTree tree) {
        return tree.hasBackReferences() ? null : of(tree.root(), false);
    }

    /**
     * The program of a part; null where it would be too large.
     *
     * @param backward whether it reads a text from its end to its beginning
     */
    public static @Nullable EcmaProgram of(EcmaNode node, boolean backward) {
        try {
            return new EcmaProgram(node, backward);
        } catch (ProgramTooLargeException | StackOverflowError e) {
            return null;
        }
    }

    int start() {
        return start;
    }

    int size() {
        return instructions.size();
    }

    MatchInstruction at(int index) {
        return instructions.get(index);
    }

    /** Whether it reads a text from its end to its beginning. */
    boolean isBackward() {
        return backward;
    }

    /** Writes {@code node} so that it goes on at {@code next}; returns where it begins. */
    private int write(EcmaNode node, int next) {
        if (node instanceof EcmaNode.Characters characters) {
            return add(new MatchInstruction(InstructionKind.CHARACTER, characters.set(), null, null, next, -1));
        }
        if (node instanceof EcmaNode.Anchor anchor) {
            return add(new MatchInstruction(InstructionKind.ANCHOR, null, anchor, null, next, -1));
        }
        if (node instanceof EcmaNode.Look look) {
            return add(new MatchInstruction(InstructionKind.LOOK, null, null, look, next, -1));
        }
        if (node instanceof EcmaNode.Repeat repeat) {
            return repeat(repeat, next);
        }
        if (node instanceof EcmaNode.Sequence sequence) {
            return sequence(sequence.nodes(), next);
        }
        return alternatives(((EcmaNode.Alternation) node).nodes(), next);
    }

    /** The last part is written first, because each must know where it goes on. */
    private int sequence(List<EcmaNode> nodes, int next) {
        List<EcmaNode> order = new ArrayList<>(nodes);
        if (!backward) {
            Collections.reverse(order);
        }
        int at = next;
        for (EcmaNode node : order) {
            at = write(node, at);
        }
        return at;
    }

    private int alternatives(List<EcmaNode> nodes, int next) {
        int at = write(nodes.get(nodes.size() - 1), next);
        for (int i = nodes.size() - 2; i >= 0; i--) {
            at = split(write(nodes.get(i), next), at);
        }
        return at;
    }

    private int repeat(EcmaNode.Repeat repeat, int next) {
        int at = next;
        if (repeat.most() == EcmaNode.UNBOUNDED) {
            int loop = split(-1, next);
            int body = write(repeat.node(), loop);
            instructions.set(loop, new MatchInstruction(InstructionKind.SPLIT, null, null, null, body, next));
            at = loop;
        } else {
            for (int i = repeat.least(); i < repeat.most(); i++) {
                at = split(write(repeat.node(), at), next);
            }
        }
        for (int i = 0; i < repeat.least(); i++) {
            at = write(repeat.node(), at);
        }
        return at;
    }

    private int split(int next, int other) {
        return add(new MatchInstruction(InstructionKind.SPLIT, null, null, null, next, other));
    }

    private int add(MatchInstruction instruction) {
        if (instructions.size() == MAX_SIZE) {
            throw new ProgramTooLargeException();
        }
        instructions.add(instruction);
        return instructions.size() - 1;
    }

    private static final class ProgramTooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
