package io.github.cxonetools.compatibility.formula;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.StepBudget;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether a value, in the form of {@link Values#canonical}, fits a formula. */
public final class Evaluation {

    private static final int MAX_DEPTH = 2_000;
    private static final long PATTERN_STEPS = 1_000_000;

    private final Map<List<String>, Boolean> matches = new HashMap<>();
    private int depth;

    /** An answer that cannot be given; has neither words nor a stack trace, because it is thrown to be caught. */
    public static final class UnknownException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownException() {
            super(null, null, false, false);
        }
    }

    /** What a caller that has tried other formulas first says in the end. */
    public void giveUp() {
        throw new UnknownException();
    }

    /** @throws UnknownException where a pattern is beyond what can be matched, or references go round */
    public boolean holds(Formula formula, JsonNode value) {
        if (depth > MAX_DEPTH) {
            throw new UnknownException();
        }
        depth++;
        try {
            return evaluate(formula, value);
        } finally {
            depth--;
        }
    }

    private boolean evaluate(Formula formula, JsonNode value) {
        if (formula instanceof Formula.Atom atom) {
            return !atom.isAbout(InstanceType.of(value)) || atom(atom, value);
        }
        if (formula instanceof Formula.Constant constant) {
            return constant.value();
        }
        if (formula instanceof Formula.Types types) {
            return types.types().contains(InstanceType.of(value));
        }
        if (formula instanceof Formula.OneOf values) {
            return values.values().contains(value);
        }
        if (formula instanceof Formula.Reference reference) {
            return holds(reference.target(), value);
        }
        return combined(formula, value);
    }

    private boolean combined(Formula formula, JsonNode value) {
        if (formula instanceof Formula.All all) {
            return all.parts().stream().allMatch(part -> holds(part, value));
        }
        if (formula instanceof Formula.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, value));
        }
        if (formula instanceof Formula.One one) {
            return one.parts().stream()
                            .filter(part -> holds(part, value))
                            .limit(2)
                            .count()
                    == 1;
        }
        if (formula instanceof Formula.Choice choice) {
            return holds(holds(choice.condition(), value) ? choice.then() : choice.otherwise(), value);
        }
        return !holds(((Formula.Not) formula).of(), value);
    }

    private boolean atom(Formula.Atom atom, JsonNode value) {
        if (atom instanceof Formula.NumberAtom number) {
            return number(number, value);
        }
        if (atom instanceof Formula.Length length) {
            int count =
                    value.stringValue().codePointCount(0, value.stringValue().length());
            return isWithin(count, length.least(), length.most());
        }
        if (atom instanceof Formula.Matches pattern) {
            return matches(pattern.pattern(), value.stringValue());
        }
        return atom instanceof Formula.ArrayAtom array ? array(array, value) : object((Formula.ObjectAtom) atom, value);
    }

    private static boolean number(Formula.NumberAtom atom, JsonNode value) {
        if (atom instanceof Formula.Minimum minimum) {
            int order = value.decimalValue().compareTo(minimum.bound());
            return order > 0 || order == 0 && !minimum.exclusive();
        }
        if (atom instanceof Formula.Maximum maximum) {
            int order = value.decimalValue().compareTo(maximum.bound());
            return order < 0 || order == 0 && !maximum.exclusive();
        }
        return value.decimalValue()
                        .remainder(((Formula.MultipleOf) atom).divisor())
                        .signum()
                == 0;
    }

    private boolean matches(String pattern, String text) {
        return matches.computeIfAbsent(List.of(pattern, text), key -> {
            try {
                return EcmaPattern.compile(pattern).find(text, new StepBudget(PATTERN_STEPS));
            } catch (StepBudget.ExceededException | IllegalArgumentException | StackOverflowError e) {
                throw new UnknownException();
            }
        });
    }

    private boolean array(Formula.ArrayAtom atom, JsonNode value) {
        if (atom instanceof Formula.ItemCount count) {
            return isWithin(value.size(), count.least(), count.most());
        }
        if (atom instanceof Formula.ItemAt at) {
            return at.index() >= value.size() || holds(at.item(), value.get(at.index()));
        }
        if (atom instanceof Formula.ItemsFrom from) {
            for (int i = from.index(); i < value.size(); i++) {
                if (!holds(from.item(), value.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (atom instanceof Formula.Contains contains) {
            return value.values().stream().anyMatch(item -> holds(contains.item(), item));
        }
        Set<JsonNode> seen = new HashSet<>();
        return value.values().stream().allMatch(seen::add);
    }

    private boolean object(Formula.ObjectAtom atom, JsonNode value) {
        if (atom instanceof Formula.MemberCount count) {
            return isWithin(value.size(), count.least(), count.most());
        }
        if (atom instanceof Formula.Required required) {
            return value.has(required.name());
        }
        if (atom instanceof Formula.Names names) {
            return value.propertyNames().stream().allMatch(name -> fits(names.name(), name));
        }
        Formula.Members members = (Formula.Members) atom;
        return value.properties().stream()
                .allMatch(
                        member -> !fits(members.names(), member.getKey()) || holds(members.value(), member.getValue()));
    }

    /** Whether a member's name fits. */
    public boolean fits(Formula names, String name) {
        return holds(names, JsonNodeFactory.instance.stringNode(name));
    }

    private static boolean isWithin(int count, int least, int most) {
        return count >= least && count <= most;
    }
}
