package io.github.cxonetools.schema.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes a tree of a regular expression's parts, as {@link EcmaPatternParser} comes upon them. */
public final class EcmaTree {

    private final Deque<GroupBuilder> groups = new ArrayDeque<>();
    private boolean hasBackReferences;

    EcmaTree() {
        groups.push(new GroupBuilder("("));
    }

    void add(EcmaNode node) {
        hasBackReferences |= node == EcmaNode.BackReference.INSTANCE;
        groups.getFirst().last().add(node);
    }

    void alternative() {
        groups.getFirst().alternatives.add(new ArrayList<>());
    }

    /** @param syntax how the group begins, for example {@code (?=} */
    void open(String syntax) {
        groups.push(new GroupBuilder(syntax));
    }

    void close() {
        GroupBuilder group = groups.pop();
        EcmaNode node = group.node();
        boolean look = group.syntax.endsWith("=") || group.syntax.endsWith("!");
        add(look ? new EcmaNode.Look(node, !group.syntax.contains("<"), group.syntax.endsWith("!")) : node);
    }

    /** Repeats what was added last. */
    void repeat(int least, int most) {
        List<EcmaNode> last = groups.getFirst().last();
        last.set(last.size() - 1, new EcmaNode.Repeat(last.get(last.size() - 1), least, most));
    }

    public EcmaNode root() {
        return groups.getFirst().node();
    }

    boolean hasBackReferences() {
        return hasBackReferences;
    }

    /** A group that is open, and what is in it so far. */
    private static final class GroupBuilder {

        private final String syntax;
        private final List<List<EcmaNode>> alternatives = new ArrayList<>();

        GroupBuilder(String syntax) {
            this.syntax = syntax;
            alternatives.add(new ArrayList<>());
        }

        List<EcmaNode> last() {
            return alternatives.get(alternatives.size() - 1);
        }

        EcmaNode node() {
            List<EcmaNode> nodes = new ArrayList<>();
            alternatives.forEach(each -> nodes.add(each.size() == 1 ? each.get(0) : new EcmaNode.Sequence(each)));
            return nodes.size() == 1 ? nodes.get(0) : new EcmaNode.Alternation(nodes);
        }
    }
}
