package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code @JsonTypeInfo(use = DEDUCTION)}: Jackson strikes out subtypes name by name until one is left, so an object must
 * have names that each other subtype lacks, and none that its own does.
 */
final class Deduction {

    private final Map<Class<?>, Set<String>> names = new LinkedHashMap<>();

    private Deduction() {}

    static Deduction of(JacksonBean bean) throws BindingException {
        Deduction deduction = new Deduction();
        for (JacksonBean.Subtype subtype : bean.subtypes()) {
            JacksonType type = bean.jackson().typeOf(subtype.type());
            deduction.names.put(
                    subtype.type(), bean.jackson().bean(type, Side.INPUT).names());
        }
        return deduction;
    }

    /** {@code schema}, held to what Jackson deduces {@code type} from; null where it never does. */
    @Nullable
    ObjectNode of(Class<?> type, ObjectNode schema) {
        Set<String> own = names.getOrDefault(type, Set.of());
        Set<String> foreign = new TreeSet<>();
        List<ArrayNode> telling = new ArrayList<>();
        for (Map.Entry<Class<?>, Set<String>> other : names.entrySet()) {
            if (other.getKey() != type) {
                foreign.addAll(other.getValue());
                Set<String> more = new TreeSet<>(own);
                more.removeAll(other.getValue());
                telling.add(oneOf(more));
            }
        }
        foreign.removeAll(own);
        if (own.isEmpty()) {
            return schema.put(Keyword.MAX_PROPERTIES.word(), 0);
        }
        if (telling.stream().anyMatch(ArrayNode::isEmpty)) {
            return null;
        }
        if (!foreign.isEmpty()) {
            schema.withArray(Keyword.ALL_OF.word())
                    .addObject()
                    .putObject(Keyword.NOT.word())
                    .set(Keyword.ANY_OF.word(), oneOf(foreign));
        }
        telling.forEach(
                choices -> schema.withArray(Keyword.ALL_OF.word()).addObject().set(Keyword.ANY_OF.word(), choices));
        return schema;
    }

    /**
     * {@code schema}, of the default, held to what Jackson never deduces another from: all names that it knows are in two
     * subtypes at least. Null where there are no two.
     */
    @Nullable
    ObjectNode ofNone(ObjectNode schema) {
        Set<String> all = new TreeSet<>();
        names.values().forEach(all::addAll);
        ArrayNode undecided = JsonNodeFactory.instance.arrayNode();
        List<Set<String>> each = new ArrayList<>(names.values());
        for (int i = 0; i < each.size(); i++) {
            for (int j = i + 1; j < each.size(); j++) {
                Set<String> telling = new TreeSet<>(all);
                telling.removeIf(each.get(i)::contains);
                Set<String> others = new TreeSet<>(all);
                others.removeIf(each.get(j)::contains);
                telling.addAll(others);
                ObjectNode branch = JsonNodeFactory.instance.objectNode();
                branch.putObject(Keyword.NOT.word()).set(Keyword.ANY_OF.word(), oneOf(telling));
                if (!telling.isEmpty() && !undecided.values().contains(branch)) {
                    undecided.add(branch);
                }
            }
        }
        if (undecided.isEmpty()) {
            return null;
        }
        if (each.stream().anyMatch(Set::isEmpty)) {
            schema.put(Keyword.MIN_PROPERTIES.word(), 1);
        }
        schema.withArray(Keyword.ALL_OF.word()).addObject().set(Keyword.ANY_OF.word(), undecided);
        return schema;
    }

    private static ArrayNode oneOf(Set<String> names) {
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        names.forEach(
                name -> choices.addObject().putArray(Keyword.REQUIRED.word()).add(name));
        return choices;
    }
}
