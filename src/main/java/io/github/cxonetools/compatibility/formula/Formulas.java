package io.github.cxonetools.compatibility.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes formulas, each once, and simpler where that is plain to see. */
public final class Formulas {

    public static final Formula.Constant TRUE = new Formula.Constant(true);
    public static final Formula.Constant FALSE = new Formula.Constant(false);

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final Map<Formula, Formula> made = new HashMap<>();
    private final Map<JsonNode, Formula> shapes = new HashMap<>();

    /** The same object for every formula that is equal to {@code formula}, whose parts must have been made here. */
    public <F extends Formula> Formula made(F formula) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value() ? TRUE : FALSE;
        }
        return saysNothing(formula) ? TRUE : made.computeIfAbsent(formula, key -> key);
    }

    private static boolean saysNothing(Formula formula) {
        if (formula instanceof Formula.Length length) {
            return length.least() == 0 && length.most() == UNBOUNDED;
        }
        if (formula instanceof Formula.ItemCount items) {
            return items.least() == 0 && items.most() == UNBOUNDED;
        }
        if (formula instanceof Formula.MemberCount members) {
            return members.least() == 0 && members.most() == UNBOUNDED;
        }
        return formula instanceof Formula.ItemAt at && at.item() == TRUE
                || formula instanceof Formula.ItemsFrom from && from.item() == TRUE
                || formula instanceof Formula.Members some && (some.value() == TRUE || some.names() == FALSE)
                || formula instanceof Formula.Names names && names.name() == TRUE;
    }

    public Formula all(List<Formula> parts) {
        Set<Formula> distinct = new LinkedHashSet<>();
        for (Formula part : parts) {
            if (part instanceof Formula.All inner) {
                distinct.addAll(inner.parts());
            } else {
                distinct.add(part);
            }
        }
        distinct.remove(TRUE);
        if (distinct.contains(FALSE)) {
            return FALSE;
        }
        return distinct.size() <= 1
                ? distinct.stream().findFirst().orElse(TRUE)
                : made(new Formula.All(List.copyOf(distinct)));
    }

    public Formula any(List<Formula> parts) {
        Set<Formula> distinct = new LinkedHashSet<>(parts);
        distinct.remove(FALSE);
        if (distinct.contains(TRUE)) {
            return TRUE;
        }
        return distinct.size() <= 1
                ? distinct.stream().findFirst().orElse(FALSE)
                : made(new Formula.Any(List.copyOf(distinct)));
    }

    public Formula one(List<Formula> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        // Then at most one holds anyhow, and subtypes need not be paired with each other.
        return Discriminator.tellsApart(parts) ? any(parts) : made(new Formula.One(List.copyOf(parts)));
    }

    public Formula not(Formula of) {
        if (of instanceof Formula.Constant constant) {
            return constant.value() ? FALSE : TRUE;
        }
        return of instanceof Formula.Not inner ? inner.of() : made(new Formula.Not(of));
    }

    public Formula oneOf(Set<JsonNode> canonical) {
        return canonical.isEmpty() ? FALSE : made(new Formula.OneOf(canonical));
    }

    /** An array or an object, member by member. */
    public Formula shape(JsonNode value) {
        Formula known = shapes.get(value);
        if (known == null) {
            known = value.isArray() ? array(value) : object(value);
            shapes.put(value, known);
        }
        return known;
    }

    private Formula array(JsonNode value) {
        List<Formula> parts = new ArrayList<>();
        parts.add(made(new Formula.Types(Set.of(InstanceType.ARRAY))));
        parts.add(made(new Formula.ItemCount(value.size(), UNBOUNDED)));
        parts.add(made(new Formula.ItemCount(0, value.size())));
        for (int i = 0; i < value.size(); i++) {
            parts.add(made(new Formula.ItemAt(i, oneOf(Set.of(value.get(i))))));
        }
        return all(parts);
    }

    private Formula object(JsonNode value) {
        List<Formula> parts = new ArrayList<>();
        parts.add(made(new Formula.Types(Set.of(InstanceType.OBJECT))));
        parts.add(made(new Formula.MemberCount(0, value.size())));
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            parts.add(made(new Formula.Required(member.getKey())));
            parts.add(made(new Formula.Members(name(member.getKey()), oneOf(Set.of(member.getValue())))));
        }
        return all(parts);
    }

    /** A text that is {@code name}. */
    public Formula name(String name) {
        return oneOf(Set.of(tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(name)));
    }
}
