package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.InstanceType;
import java.util.BitSet;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a value of one type of what is said about it when all choices are made. */
interface Leaf {

    BranchResult answer(List<Fact> facts);

    static Leaf of(InstanceType type, WitnessSearch search, List<Literal> goal) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case NULL -> facts -> new Candidates(search, goal).answer(List.of(nodes.nullNode()), type, new BitSet());
            case BOOLEAN ->
                facts -> new Candidates(search, goal)
                        .answer(List.of(nodes.booleanNode(true), nodes.booleanNode(false)), type, new BitSet());
            case INTEGER, FRACTION -> new NumberLeaf(search, type == InstanceType.INTEGER);
            case STRING -> new TextLeaf(search);
            case ARRAY -> new ArrayLeaf(search);
            case OBJECT -> new ObjectLeaf(search);
        };
    }
}
