package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.formula.Formulas;
import io.github.cxonetools.json.Json;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chooses the members of an object: those that are required, one for each rule that asks for some member, and more until
 * there are enough. Names of which the same rules speak are as good as each other.
 */
final class ObjectSearch {

    private final WitnessSearch search;
    private final MemberFacts facts;
    private final Map<String, Asked> members = new LinkedHashMap<>();

    ObjectSearch(WitnessSearch search, MemberFacts facts) {
        this.search = search;
        this.facts = facts;
    }

    BranchResult answer() {
        String unknown = null;
        for (Map.Entry<String, BitSet> required : facts.required().entrySet()) {
            Asked asked = facts.asked(required.getKey());
            BitSet forbidden = facts.forbids(required.getKey());
            BranchResult answer = forbidden == null ? asked.answer(search) : BranchResult.none(forbidden);
            if (answer.conflict() != null) {
                return BranchResult.none(Fact.union(required.getValue(), answer.conflict()));
            }
            unknown = answer.value() == null ? answer.unknown() : unknown;
            members.put(required.getKey(), asked);
        }
        for (MemberFacts.SomeMember some : facts.some()) {
            BranchResult alone = new Placing(some, () -> BranchResult.found(Json.object())).answer();
            if (alone.conflict() != null) {
                return alone;
            }
        }
        if (unknown != null) {
            return BranchResult.unknown(unknown);
        }
        return place(0);
    }

    private BranchResult place(int index) {
        if (index == facts.some().size()) {
            return fill();
        }
        return new Placing(facts.some().get(index), () -> place(index + 1)).answer();
    }

    /** What is tried once a member is chosen. */
    private interface Rest {

        BranchResult answer();
    }

    /** Chooses a member for a rule that asks for some. */
    private final class Placing {

        private final MemberFacts.SomeMember some;
        private final Rest rest;
        private final ObjectLeaf.FailedCandidate failure;

        Placing(MemberFacts.SomeMember some, Rest rest) {
            this.some = some;
            this.rest = rest;
            this.failure = new ObjectLeaf.FailedCandidate(some.reasons());
        }

        BranchResult answer() {
            if (some.name() != null) {
                BranchResult answer = named(some.name());
                return answer != null ? answer : failure.answer();
            }
            Set<String> candidates = new LinkedHashSet<>(members.keySet());
            candidates.addAll(facts.known());
            for (String name : candidates) {
                search.steps().take(1);
                BranchResult answer = search.evaluation().fits(some.names(), name) ? named(name) : null;
                if (answer != null) {
                    return answer;
                }
            }
            BranchResult answer = fresh(candidates);
            return answer != null ? answer : failure.answer();
        }

        /** Null where that has failed. */
        private @Nullable BranchResult named(String name) {
            BitSet forbidden = members.containsKey(name) ? null : facts.forbids(name);
            if (forbidden != null) {
                failure.add(forbidden);
                return null;
            }
            Asked before = members.get(name);
            return with(name, before == null ? facts.asked(name) : before);
        }

        private @Nullable BranchResult with(String name, Asked before) {
            boolean isNew = !members.containsKey(name);
            if (isNew && members.size() >= facts.count().most()) {
                failure.add(facts.reasons());
                return null;
            }
            Asked asked = before.copy().add(some.value(), some.reasons());
            BranchResult answer = asked.answer(search);
            if (answer.value() == null) {
                failure.add(answer);
                return null;
            }
            members.put(name, asked);
            BranchResult all = rest.answer();
            if (isNew) {
                members.remove(name);
            } else {
                members.put(name, before);
            }
            if (all.value() != null) {
                return all;
            }
            failure.add(all);
            return null;
        }

        private @Nullable BranchResult fresh(Set<String> taken) {
            Map<Formula, BitSet> failed = new LinkedHashMap<>();
            while (true) {
                BranchResult name = facts.freshName(some.names(), some.reasons(), taken, failed)
                        .answer(search);
                if (name.value() == null) {
                    failure.add(name);
                    return null;
                }
                String fresh = name.value().stringValue();
                BranchResult answer = with(fresh, facts.asked(fresh));
                if (answer != null) {
                    return answer;
                }
                Formula like = facts.namesAsGoodAs(fresh);
                if (like == Formulas.TRUE) {
                    return null;
                }
                if (failed.put(like, new BitSet()) != null) {
                    failure.add(BranchResult.unknown("a pattern of names is beyond what can be compared"));
                    return null;
                }
            }
        }
    }

    private BranchResult fill() {
        ObjectLeaf.FailedCandidate failure = new ObjectLeaf.FailedCandidate(facts.reasons());
        if (members.size() > facts.count().most()) {
            return failure.answer();
        }
        Map<String, Asked> more = new LinkedHashMap<>();
        int missing = facts.count().least() - members.size();
        for (String name : facts.known()) {
            if (more.size() >= missing) {
                break;
            }
            if (!members.containsKey(name) && facts.forbids(name) == null) {
                add(name, more, failure);
            }
        }
        addFresh(missing, more, failure);
        return more.size() < missing ? failure.answer() : made(more);
    }

    private boolean add(String name, Map<String, Asked> more, ObjectLeaf.FailedCandidate failure) {
        Asked asked = facts.asked(name);
        BranchResult answer = asked.answer(search);
        if (answer.value() == null) {
            failure.add(answer);
            return false;
        }
        more.put(name, asked);
        return true;
    }

    private void addFresh(int missing, Map<String, Asked> more, ObjectLeaf.FailedCandidate failure) {
        Map<Formula, BitSet> failed = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>(facts.known());
        taken.addAll(members.keySet());
        Variations variations = new Variations(search, facts.anyName());
        while (more.size() < missing) {
            BranchResult name = freshName(variations, more.size(), taken, failed);
            if (name.value() == null) {
                failure.add(name);
                return;
            }
            String fresh = name.value().stringValue();
            taken.add(fresh);
            variations.found(name.value());
            if (!add(fresh, more, failure)) {
                Formula like = facts.namesLike(fresh);
                if (like == Formulas.TRUE || failed.put(like, new BitSet()) != null) {
                    return;
                }
            }
        }
    }

    private BranchResult freshName(Variations variations, int found, Set<String> taken, Map<Formula, BitSet> failed) {
        JsonNode name = failed.isEmpty() ? variations.next(found, value -> taken.contains(value.stringValue())) : null;
        if (name != null) {
            return BranchResult.found(name);
        }
        search.steps().take(1 + taken.size());
        return facts.freshName(Formulas.TRUE, new BitSet(), taken, failed).answer(search);
    }

    private BranchResult made(Map<String, Asked> more) {
        ObjectNode object = Json.object();
        for (Map<String, Asked> each : java.util.List.of(members, more)) {
            each.forEach((name, asked) ->
                    object.set(name, Objects.requireNonNull(asked.answer(search).value())));
        }
        return BranchResult.found(object);
    }
}
