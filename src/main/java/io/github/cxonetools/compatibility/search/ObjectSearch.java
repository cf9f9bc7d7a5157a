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

    Answer answer() {
        String unknown = null;
        for (Map.Entry<String, BitSet> required : facts.required().entrySet()) {
            Asked asked = facts.asked(required.getKey());
            BitSet forbidden = facts.forbids(required.getKey());
            Answer answer = forbidden == null ? asked.answer(search) : Answer.none(forbidden);
            if (answer.conflict() != null) {
                return Answer.none(Fact.union(required.getValue(), answer.conflict()));
            }
            unknown = answer.value() == null ? answer.unknown() : unknown;
            members.put(required.getKey(), asked);
        }
        for (MemberFacts.Some some : facts.some()) {
            Answer alone = new Placing(some, () -> Answer.found(Json.object())).answer();
            if (alone.conflict() != null) {
                return alone;
            }
        }
        if (unknown != null) {
            return Answer.unknown(unknown);
        }
        return place(0);
    }

    private Answer place(int index) {
        if (index == facts.some().size()) {
            return fill();
        }
        return new Placing(facts.some().get(index), () -> place(index + 1)).answer();
    }

    /** What is tried once a member is chosen. */
    private interface Rest {

        Answer answer();
    }

    /** Chooses a member for a rule that asks for some. */
    private final class Placing {

        private final MemberFacts.Some some;
        private final Rest rest;
        private final ObjectLeaf.Failure failure;

        Placing(MemberFacts.Some some, Rest rest) {
            this.some = some;
            this.rest = rest;
            this.failure = new ObjectLeaf.Failure(some.reasons());
        }

        Answer answer() {
            if (some.name() != null) {
                Answer answer = named(some.name());
                return answer != null ? answer : failure.answer();
            }
            Set<String> candidates = new LinkedHashSet<>(members.keySet());
            candidates.addAll(facts.known());
            for (String name : candidates) {
                search.steps().take(1);
                Answer answer = search.evaluation().fits(some.names(), name) ? named(name) : null;
                if (answer != null) {
                    return answer;
                }
            }
            Answer answer = fresh(candidates);
            return answer != null ? answer : failure.answer();
        }

        /** Null where that has failed. */
        private @Nullable Answer named(String name) {
            BitSet forbidden = members.containsKey(name) ? null : facts.forbids(name);
            if (forbidden != null) {
                failure.add(forbidden);
                return null;
            }
            Asked before = members.get(name);
            return with(name, before == null ? facts.asked(name) : before);
        }

        private @Nullable Answer with(String name, Asked before) {
            boolean isNew = !members.containsKey(name);
            if (isNew && members.size() >= facts.count().most()) {
                failure.add(facts.reasons());
                return null;
            }
            Asked asked = before.copy().add(some.value(), some.reasons());
            Answer answer = asked.answer(search);
            if (answer.value() == null) {
                failure.add(answer);
                return null;
            }
            members.put(name, asked);
            Answer all = rest.answer();
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

        private @Nullable Answer fresh(Set<String> taken) {
            Map<Formula, BitSet> failed = new LinkedHashMap<>();
            while (true) {
                Answer name = facts.freshName(some.names(), some.reasons(), taken, failed)
                        .answer(search);
                if (name.value() == null) {
                    failure.add(name);
                    return null;
                }
                String fresh = name.value().stringValue();
                Answer answer = with(fresh, facts.asked(fresh));
                if (answer != null) {
                    return answer;
                }
                Formula like = facts.namesLike(fresh);
                if (like == Formulas.TRUE) {
                    return null;
                }
                if (failed.put(like, new BitSet()) != null) {
                    failure.add(Answer.unknown("a pattern of names is beyond what can be compared"));
                    return null;
                }
            }
        }
    }

    private Answer fill() {
        ObjectLeaf.Failure failure = new ObjectLeaf.Failure(facts.reasons());
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

    private boolean add(String name, Map<String, Asked> more, ObjectLeaf.Failure failure) {
        Asked asked = facts.asked(name);
        Answer answer = asked.answer(search);
        if (answer.value() == null) {
            failure.add(answer);
            return false;
        }
        more.put(name, asked);
        return true;
    }

    private void addFresh(int missing, Map<String, Asked> more, ObjectLeaf.Failure failure) {
        Map<Formula, BitSet> failed = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>(facts.known());
        taken.addAll(members.keySet());
        while (more.size() < missing) {
            search.steps().take(1 + taken.size());
            Answer name =
                    facts.freshName(Formulas.TRUE, new BitSet(), taken, failed).answer(search);
            if (name.value() == null) {
                failure.add(name);
                return;
            }
            String fresh = name.value().stringValue();
            taken.add(fresh);
            if (!add(fresh, more, failure)) {
                Formula like = facts.namesLike(fresh);
                if (like == Formulas.TRUE || failed.put(like, new BitSet()) != null) {
                    return;
                }
            }
        }
    }

    private Answer made(Map<String, Asked> more) {
        ObjectNode object = Json.object();
        for (Map<String, Asked> each : java.util.List.of(members, more)) {
            each.forEach((name, asked) ->
                    object.set(name, Objects.requireNonNull(asked.answer(search).value())));
        }
        return Answer.found(object);
    }
}
