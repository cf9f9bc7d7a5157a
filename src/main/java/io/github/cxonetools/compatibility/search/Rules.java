package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.formula.Formulas;
import io.github.cxonetools.compatibility.formula.InstanceType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a literal means for values of one type. */
final class Rules {

    private static final Expansion HOLDS = new Expansion(RuleKind.ALL, List.of());
    private static final Expansion FAILS = new Expansion(RuleKind.FAILS, List.of());
    private static final Expansion LEAF = new Expansion(RuleKind.LEAF, List.of());

    private final Formulas formulas;
    private final Literals literals;
    private final InstanceType type;
    private final Map<Literal, Expansion> known = new IdentityHashMap<>();

    Rules(Formulas formulas, Literals literals, InstanceType type) {
        this.formulas = formulas;
        this.literals = literals;
        this.type = type;
    }

    /** How a literal goes on. */
    enum RuleKind {
        /** The literals of its only option hold. */
        ALL,
        /** The literals of one of its options hold. */
        CHOICE,
        /** It is said of the value itself. */
        LEAF,
        /** No value of the type fits. */
        FAILS
    }

    record Expansion(RuleKind kind, List<List<Literal>> options) {

        boolean holdsAnyhow() {
            return kind == RuleKind.ALL && options.isEmpty();
        }
    }

    Expansion of(Literal literal) {
        Expansion expansion = known.get(literal);
        if (expansion == null) {
            expansion = expand(literal.formula(), literal.isPositive());
            known.put(literal, expansion);
        }
        return expansion;
    }

    private Expansion expand(Formula formula, boolean holds) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value() == holds ? HOLDS : FAILS;
        }
        if (formula instanceof Formula.Types types) {
            return types.types().contains(type) == holds ? HOLDS : FAILS;
        }
        if (formula instanceof Formula.OneOf values) {
            return values(values, holds);
        }
        if (formula instanceof Formula.Atom atom) {
            return atom.isAbout(type) ? LEAF : holds ? HOLDS : FAILS;
        }
        if (formula instanceof Formula.Reference reference) {
            return all(List.of(literals.of(reference.target(), holds)));
        }
        if (formula instanceof Formula.All all) {
            return list(all.parts(), holds, holds);
        }
        if (formula instanceof Formula.Any any) {
            return list(any.parts(), !holds, holds);
        }
        return formula instanceof Formula.One one ? one(one.parts(), holds) : choice((Formula.Choice) formula, holds);
    }

    private Expansion values(Formula.OneOf values, boolean hold) {
        List<JsonNode> ofType = values.values().stream()
                .filter(value -> InstanceType.of(value) == type)
                .toList();
        if (ofType.isEmpty()) {
            return hold ? FAILS : HOLDS;
        }
        if (hold || type != InstanceType.ARRAY && type != InstanceType.OBJECT) {
            return LEAF;
        }
        return all(ofType.stream()
                .map(value -> literals.of(formulas.shape(value), false))
                .toList());
    }

    private Expansion list(List<Formula> parts, boolean all, boolean holds) {
        List<Literal> each =
                parts.stream().map(part -> literals.of(part, holds)).toList();
        return all ? all(each) : choice(each.stream().map(List::of).toList());
    }

    private Expansion one(List<Formula> parts, boolean holds) {
        List<List<Literal>> options = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Literal> option = new ArrayList<>();
            option.add(literals.of(parts.get(i), true));
            if (holds) {
                for (Formula other : parts) {
                    if (other != parts.get(i)) {
                        option.add(literals.of(other, false));
                    }
                }
                if (parts.indexOf(parts.get(i)) != parts.lastIndexOf(parts.get(i))) {
                    option.add(literals.of(Formulas.FALSE, true));
                }
            } else {
                option.add(literals.of(formulas.any(parts.subList(i + 1, parts.size())), true));
            }
            options.add(option);
        }
        if (!holds) {
            options.add(parts.stream().map(part -> literals.of(part, false)).toList());
        }
        return choice(options);
    }

    private Expansion choice(Formula.Choice choice, boolean holds) {
        return choice(List.of(
                List.of(literals.of(choice.condition(), true), literals.of(choice.then(), holds)),
                List.of(literals.of(choice.condition(), false), literals.of(choice.otherwise(), holds))));
    }

    private Expansion all(List<Literal> each) {
        List<Literal> asked = new ArrayList<>();
        for (Literal literal : each) {
            if (isRecursive(literal)) {
                asked.add(literal);
                continue;
            }
            Expansion expansion = of(literal);
            if (expansion.kind == RuleKind.FAILS) {
                return FAILS;
            }
            if (!expansion.holdsAnyhow()) {
                asked.add(literal);
            }
        }
        return asked.isEmpty() ? HOLDS : new Expansion(RuleKind.ALL, List.of(List.copyOf(asked)));
    }

    /** A reference may lead back to what is being expanded. */
    private static boolean isRecursive(Literal literal) {
        return literal.formula() instanceof Formula.Reference;
    }

    private Expansion choice(List<List<Literal>> options) {
        List<List<Literal>> left = new ArrayList<>();
        for (List<Literal> option : options) {
            Expansion whole = all(option);
            if (whole.holdsAnyhow()) {
                return HOLDS;
            }
            if (whole.kind == RuleKind.ALL) {
                left.add(whole.options.get(0));
            }
        }
        if (left.isEmpty()) {
            return FAILS;
        }
        return left.size() == 1 ? new Expansion(RuleKind.ALL, left) : new Expansion(RuleKind.CHOICE, left);
    }
}
