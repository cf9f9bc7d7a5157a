package io.github.cxonetools.schema;

import io.github.cxonetools.action.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise of issue 3, held over the corpus: what the input schema accepts, the runtime binds; what the runtime writes, the
 * output schema accepts; and neither is wider or narrower than it must be.
 */
class ContractPropertiesTest {

    private static final List<Judged> CORPUS = new ArrayList<>();

    private static final Map<String, Integer> ACCEPTED = new TreeMap<>();

    private record Judged(CorpusCase of, PayloadValidator input, PayloadValidator output, Map<String, String> names) {

        static Judged of(CorpusCase one) {
            return new Judged(
                    one,
                    PayloadValidator.of(one.input()),
                    PayloadValidator.of(one.output()),
                    new TreeMap<>(one.runtime().names(one.type())));
        }
    }

    @BeforeContainer
    static void generate() throws Exception {
        for (CorpusCase one : CorpusCase.all()) {
            CORPUS.add(Judged.of(one));
        }
    }

    @AfterContainer
    static void everyClassWasTried() {
        List<String> never = new ArrayList<>();
        CORPUS.forEach(judged -> never.add(judged.of.type().getSimpleName() + " " + judged.of.runtime()));
        never.removeAll(ACCEPTED.keySet());
        CORPUS.clear();
        assertThat(never).isEmpty();
    }

    @Property
    void whatTheInputSchemaAcceptsIsBoundAndValid(@ForAll Random random) {
        assertThat(unsound(random)).isEmpty();
    }

    @Property
    void whatTheRuntimeWritesIsAcceptedOnBothSides(@ForAll Random random) throws Exception {
        assertThat(refused(random)).isEmpty();
    }

    static Map<String, String> unsound(Random random) {
        Map<String, String> wrong = new TreeMap<>();
        for (Judged judged : CORPUS) {
            CorpusCase one = judged.of;
            JsonNode payload = new PayloadSampler(random, one.otherNames()).sample(one.input());
            if (judged.input.validate(payload).isEmpty()) {
                ACCEPTED.merge(one.type().getSimpleName() + " " + one.runtime(), 1, Integer::sum);
                String problem = problem(one, payload);
                if (!problem.isEmpty() && !(one.tellsOfNotation() && bindsInOtherNotation(one, payload))) {
                    wrong.put(one.toString(), Json.compact(payload) + "\n  " + problem);
                }
            }
        }
        return wrong;
    }

    @Property
    void whatBreaksOneRuleIsRejectedOnBothSides(@ForAll Random random) throws Exception {
        assertThat(loose(random)).isEmpty();
    }

    static Map<String, String> loose(Random random) throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Judged judged : CORPUS) {
            CorpusCase one = judged.of;
            Object instance = new Instances(random).of(one.type());
            if (Runtimes.violations(instance).isEmpty() && written(one, instance) instanceof ObjectNode valid) {
                List<Map.Entry<String, String>> names = new ArrayList<>(judged.names.entrySet());
                Collections.shuffle(names, random);
                for (Map.Entry<String, String> name : names.subList(0, Math.min(2, names.size()))) {
                    breakOne(judged, valid, name.getKey(), name.getValue(), wrong);
                }
            }
        }
        return wrong;
    }

    private static void breakOne(
            Judged judged, ObjectNode valid, String member, String name, Map<String, String> wrong) {
        CorpusCase one = judged.of;
        boolean mayOmit = Violations.mayOmit(one.type(), member);
        Violations.of(one.type(), member).forEach((rule, value) -> {
            ObjectNode broken = valid.deepCopy();
            broken.set(name, value);
            expectRejected(judged, broken, name, rule, mayOmit && rule.matches("@(Size|NotEmpty) .*"), wrong);
        });
        if (Violations.mustBeThere(one.type(), member)) {
            ObjectNode broken = valid.deepCopy();
            broken.remove(name);
            expectRejected(judged, broken, name, "absence", mayOmit, wrong);
        }
    }

    private static void expectRejected(
            Judged judged,
            ObjectNode broken,
            String name,
            String rule,
            boolean byInputOnly,
            Map<String, String> wrong) {
        boolean inInput = judged.of.input().path("properties").has(name);
        boolean inOutput = !byInputOnly && judged.of.output().path("properties").has(name);
        if (inInput && judged.input.validate(broken).isEmpty()
                || inOutput && judged.output.validate(broken).isEmpty()) {
            wrong.put(judged.of.toString(), name + ": " + rule + " is accepted: " + Json.compact(broken));
        }
    }

    /** JSON Schema cannot tell 1.0 from 1: exempt where it is told of that Jackson can. */
    private static boolean bindsInOtherNotation(CorpusCase one, JsonNode payload) {
        String json = Json.compact(payload);
        String other = Json.compact(withoutEmptyFractions(payload.deepCopy()));
        return !json.equals(other) && problem(one, Json.read(other)).isEmpty();
    }

    /** What the runtime writes; missing where it refuses to, or writes one name twice. */
    private static JsonNode written(CorpusCase one, Object instance) {
        try {
            return Json.read(one.runtime().write(instance));
        } catch (Exception e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static JsonNode withoutEmptyFractions(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(withoutEmptyFractions(member.getValue())));
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutEmptyFractions(array.get(i)));
            }
        } else if (json.isBigDecimal()
                && json.decimalValue().stripTrailingZeros().scale() <= 0) {
            return JsonNodeFactory.instance.numberNode(json.decimalValue().toBigInteger());
        }
        return json;
    }

    private static String problem(CorpusCase one, JsonNode payload) {
        try {
            Object bound = one.runtime().read(Json.compact(payload), one.type());
            return bound == null ? "bound to null" : String.join("; ", Runtimes.violations(bound));
        } catch (Exception e) {
            return e.toString().lines().findFirst().orElse("");
        }
    }

    static Map<String, String> refused(Random random) throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Judged judged : CORPUS) {
            CorpusCase one = judged.of;
            Object instance = new Instances(random).of(one.type());
            if (!Runtimes.violations(instance).isEmpty()) {
                continue;
            }
            JsonNode written = written(one, instance);
            if (written.isMissingNode()) {
                continue;
            }
            String json = Json.compact(written);
            List<String> refused = judged.output.validate(written);
            if (!refused.isEmpty()) {
                wrong.put(one.toString(), "output " + json + "\n  " + refused);
            } else if (problem(one, written).isEmpty()) {
                List<String> narrow = judged.input.validate(one.withoutReadOnly(written));
                if (!narrow.isEmpty()) {
                    wrong.put(one.toString(), "input " + json + "\n  " + narrow);
                }
            }
        }
        return wrong;
    }
}
