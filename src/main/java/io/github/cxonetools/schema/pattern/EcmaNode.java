package io.github.cxonetools.schema.pattern;

import java.util.List;

/** A part of a regular expression. Capturing groups are no node: what they capture is not asked for. */
public sealed interface EcmaNode {

    /** One of several. */
    record Alternation(List<EcmaNode> nodes) implements EcmaNode {}

    /** One after another. */
    record Sequence(List<EcmaNode> nodes) implements EcmaNode {}

    /** Again and again; {@code most} is {@link #UNBOUNDED} where there is no end to it. */
    record Repeat(EcmaNode node, int least, int most) implements EcmaNode {}

    /** One character. */
    record Characters(CharacterClass set) implements EcmaNode {}

    /** What must, or must not, stand before or behind a place. */
    record Look(EcmaNode node, boolean ahead, boolean negative) implements EcmaNode {}

    /** A place in the text. */
    enum Anchor implements EcmaNode {
        BEGIN,
        END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY
    }

    /** What a group has captured, once more. */
    enum BackReference implements EcmaNode {
        INSTANCE
    }

    int UNBOUNDED = Integer.MAX_VALUE;
}
