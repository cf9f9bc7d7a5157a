package io.github.cxonetools.compatibility.formula;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A member that every one of several objects has, and whose value tells which of them it is. */
final class Discriminator {

    private Discriminator() {}

    /** Whether no value fits two of the parts, because all are objects in which one member has other values in each. */
    static boolean tellsApart(List<Formula> parts) {
        Map<String, Set<JsonNode>> candidates = null;
        for (Formula part : parts) {
            Map<String, Set<JsonNode>> values = requiredValues(part);
            if (candidates == null) {
                candidates = values;
            } else {
                candidates.keySet().retainAll(values.keySet());
                for (Map.Entry<String, Set<JsonNode>> taken : List.copyOf(candidates.entrySet())) {
                    Set<JsonNode> own = values.getOrDefault(taken.getKey(), Set.of());
                    if (own.stream().anyMatch(taken.getValue()::contains)) {
                        candidates.remove(taken.getKey());
                    } else {
                        taken.getValue().addAll(own);
                    }
                }
            }
            if (candidates.isEmpty()) {
                return false;
            }
        }
        return candidates != null;
    }

    /** The values that the required members of an object are limited to; empty of what may be no object. */
    private static Map<String, Set<JsonNode>> requiredValues(Formula part) {
        List<Formula> rules = part instanceof Formula.All all ? all.parts() : List.of(part);
        Map<String, Set<JsonNode>> values = new HashMap<>();
        boolean isObject = false;
        Set<String> required = new HashSet<>();
        for (Formula rule : rules) {
            if (rule instanceof Formula.Types types) {
                isObject |= types.types().equals(Set.of(InstanceType.OBJECT));
            } else if (rule instanceof Formula.Required name) {
                required.add(name.name());
            } else if (rule instanceof Formula.Members members) {
                Set<JsonNode> limited = limited(members.value());
                if (limited != null
                        && members.names() instanceof Formula.OneOf names
                        && names.values().size() == 1) {
                    values.put(names.values().iterator().next().stringValue(), new HashSet<>(limited));
                }
            }
        }
        values.keySet().retainAll(required);
        return isObject ? values : Map.of();
    }

    private static @Nullable Set<JsonNode> limited(Formula value) {
        for (Formula rule : value instanceof Formula.All all ? all.parts() : List.of(value)) {
            if (rule instanceof Formula.OneOf values) {
                return values.values();
            }
        }
        return null;
    }
}
