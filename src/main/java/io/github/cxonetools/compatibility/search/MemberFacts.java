package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.formula.Formulas;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said about the members of an object, by name where names are given. */
final class MemberFacts {

    private final WitnessSearch search;
    private final List<Fact> facts;
    private final Count count = new Count();
    private final Map<String, BitSet> required = new LinkedHashMap<>();
    private final Map<String, BitSet> absent = new HashMap<>();
    private final Map<String, List<Fact>> named = new LinkedHashMap<>();
    private final List<Fact> others = new ArrayList<>();
    private final List<Fact> names = new ArrayList<>();
    private final List<SomeMember> some = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** There is a member whose name fits {@code names}, and whose value fits {@code value}. */
    record SomeMember(Formula names, @Nullable String name, Literal value, BitSet reasons) {}

    MemberFacts(WitnessSearch search, List<Fact> facts) {
        this.search = search;
        this.facts = facts;
        facts.forEach(this::add);
        some.sort((one, other) -> Boolean.compare(one.name == null, other.name == null));
        known.addAll(required.keySet());
        known.addAll(named.keySet());
        known.addAll(absent.keySet());
        some.forEach(each -> collect(each.names));
        others.forEach(fact -> collect(((Formula.Members) fact.literal().formula()).names()));
    }

    private void add(Fact fact) {
        Formula formula = fact.literal().formula();
        boolean holds = fact.literal().isPositive();
        if (formula instanceof Formula.MemberCount counted) {
            count.add(fact, counted.least(), counted.most());
        } else if (formula instanceof Formula.Required name) {
            (holds ? required : absent).putIfAbsent(name.name(), fact.reasons());
        } else if (formula instanceof Formula.Names rule) {
            if (holds) {
                names.add(fact);
            } else {
                Literal any = search.literals().of(Formulas.TRUE, true);
                some.add(new SomeMember(search.formulas().not(rule.name()), null, any, fact.reasons()));
            }
        } else if (formula instanceof Formula.Members members) {
            String name = onlyName(members.names());
            if (!holds) {
                some.add(new SomeMember(
                        members.names(), name, search.literals().of(members.value(), false), fact.reasons()));
            } else if (name != null) {
                named.computeIfAbsent(name, key -> new ArrayList<>()).add(fact);
            } else {
                others.add(fact);
            }
        }
    }

    private static @Nullable String onlyName(Formula names) {
        return names instanceof Formula.OneOf values && values.values().size() == 1
                ? values.values().iterator().next().stringValue()
                : null;
    }

    /** Names that a formula mentions: each may be told apart from all others. */
    private void collect(Formula formula) {
        if (formula instanceof Formula.OneOf values) {
            values.values().stream().filter(JsonNode::isString).forEach(name -> known.add(name.stringValue()));
        } else if (formula instanceof Formula.Not not) {
            collect(not.of());
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(this::collect);
        } else if (formula instanceof Formula.All all) {
            all.parts().forEach(this::collect);
        }
    }

    Count count() {
        return count;
    }

    Map<String, BitSet> required() {
        return required;
    }

    List<SomeMember> some() {
        return some;
    }

    Set<String> known() {
        return known;
    }

    BitSet reasons() {
        return Fact.reasons(facts);
    }

    /** Why there is no member of that name; null where there may be one. */
    @Nullable
    BitSet forbids(String name) {
        BitSet never = absent.get(name);
        if (never != null) {
            return never;
        }
        for (Fact rule : names) {
            if (!search.evaluation().fits(((Formula.Names) rule.literal().formula()).name(), name)) {
                return rule.reasons();
            }
        }
        return null;
    }

    /** What a member's value must fit. */
    Asked asked(String name) {
        Asked asked = new Asked();
        named.getOrDefault(name, List.of()).forEach(fact -> ask(asked, fact));
        for (Fact fact : others) {
            if (search.evaluation().fits(((Formula.Members) fact.literal().formula()).names(), name)) {
                ask(asked, fact);
            }
        }
        return asked;
    }

    private void ask(Asked asked, Fact fact) {
        Formula value = ((Formula.Members) fact.literal().formula()).value();
        asked.add(search.literals().of(value, true), fact.reasons());
    }

    /** All names whose members the same rules speak of as of {@code name}, which is none of the known ones. */
    Formula namesLike(String name) {
        return search.formulas().all(partsLike(name));
    }

    /** Of those, all that are as good as {@code name} for the rules that ask for some member, too: one member may do for several. */
    Formula namesAsGoodAs(String name) {
        List<Formula> parts = partsLike(name);
        some.forEach(each -> parts.add(fitting(each.names, name)));
        return search.formulas().all(parts);
    }

    private List<Formula> partsLike(String name) {
        List<Formula> parts = new ArrayList<>();
        others.forEach(
                fact -> parts.add(fitting(((Formula.Members) fact.literal().formula()).names(), name)));
        return parts;
    }

    /** The names that fit, where {@code name} does, and otherwise all others. */
    private Formula fitting(Formula names, String name) {
        return search.evaluation().fits(names, name) ? names : search.formulas().not(names);
    }

    /** Asks for a name that a member may have. */
    Asked anyName() {
        return freshName(Formulas.TRUE, new BitSet(), List.of(), Map.of());
    }

    /** Asks for a name that is none of {@code taken}, nor one of those in {@code failed}. */
    Asked freshName(Formula like, BitSet reasons, Collection<String> taken, Map<Formula, BitSet> failed) {
        Asked asked = new Asked();
        Formula text = search.formulas()
                .made(new Formula.Types(Set.of(io.github.cxonetools.compatibility.formula.InstanceType.STRING)));
        asked.add(search.literals().of(text, true), new BitSet());
        asked.add(search.literals().of(like, true), reasons);
        names.forEach(rule -> asked.add(
                search.literals().of(((Formula.Names) rule.literal().formula()).name(), true), rule.reasons()));
        failed.forEach((names, why) -> asked.add(search.literals().of(names, false), why));
        Set<JsonNode> excluded = new LinkedHashSet<>();
        taken.forEach(name -> excluded.add(tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(name)));
        asked.add(search.literals().of(search.formulas().oneOf(excluded), false), new BitSet());
        return asked;
    }
}
