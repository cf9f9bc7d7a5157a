package io.github.cxonetools.schema.sample;

import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Members of objects beyond those that the schema names, and objects with as many as it asks for. */
final class SampleMembers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX = 1000;

    private final SampleValues values;

    SampleMembers(SampleValues values) {
        this.values = values;
    }

    static Set<String> required(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.path(Keyword.REQUIRED.word()).forEach(name -> names.add(name.asString()));
        return names;
    }

    /** Objects of every size that the schema bounds, and its neighbours. */
    List<SampleValue> candidates(JsonNode schema) {
        List<SampleValue> found = new ArrayList<>();
        Set<Integer> sizes = new TreeSet<>();
        if (schema.path(Keyword.ADDITIONAL_PROPERTIES.word()).isObject()) {
            sizes.add(0);
        }
        for (String bound : new String[] {Keyword.MIN_PROPERTIES.word(), Keyword.MAX_PROPERTIES.word()}) {
            if (schema.has(bound)) {
                int size = schema.path(bound).asInt();
                sizes.addAll(List.of(size - 1, size, size + 1));
            }
        }
        for (int size : sizes) {
            if (size >= 0 && size <= MAX && values.full(schema) instanceof ObjectNode object) {
                ObjectNode full = object.deepCopy();
                String what = size == 0 ? "empty" : "of " + size + (size == 1 ? " member" : " members");
                SampleRank rank = size == 0 ? SampleRank.PRESENCE : SampleRank.BOUNDARY;
                found.add(new SampleValue(sized(schema, full, size, size), what, rank));
            }
        }
        return found;
    }

    /** The object with further members, or without its last ones that are not required. */
    ObjectNode sized(JsonNode schema, ObjectNode object, int least, int most) {
        for (int i = 0; object.size() < least && i <= MAX; i++) {
            object.set(name(schema, i), value(schema));
        }
        List<String> names = new ArrayList<>(object.propertyNames());
        Set<String> required = required(schema);
        for (int i = names.size() - 1; i >= 0 && object.size() > most; i--) {
            if (!required.contains(names.get(i))) {
                object.remove(names.get(i));
            }
        }
        return object;
    }

    /** A further member's value. */
    JsonNode value(JsonNode schema) {
        JsonNode others = schema.path(Keyword.ADDITIONAL_PROPERTIES.word());
        return others.isObject() ? values.full(others) : NODES.stringNode("x");
    }

    /** A further member's name, one that the schema takes where it is choosy. */
    String name(JsonNode schema, int index) {
        String plain = "key" + (index == 0 ? "" : index);
        JsonNode names = schema.path(Keyword.PROPERTY_NAMES.word());
        if (!names.isObject()) {
            return plain;
        }
        JsonNode rule = SampleChoices.merged(names);
        List<String> allowed = values.candidates(rule).stream()
                .map(SampleValue::value)
                .filter(name -> name.isString() && values.accepts(rule, name))
                .map(JsonNode::asString)
                .toList();
        return index < allowed.size() ? allowed.get(index) : plain;
    }
}
