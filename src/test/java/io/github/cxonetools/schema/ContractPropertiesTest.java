package io.github.cxonetools.schema;

import com.networknt.schema.Schema;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.SchemaErrors;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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
    private static final Map<String, Map<String, String>> NAMES = new HashMap<>();

    private record Judged(
            CorpusCase of, Schema input, Schema output, Map<String, String> names, List<String> otherNames) {
        static Judged of(CorpusCase one) {
            return new Judged(
                    one,
                    Draft07.compile(one.input()),
                    Draft07.compile(one.output()),
                    new TreeMap<>(one.runtime().names(one.type())),
                    one.otherNames());
        }

        /** Without the words for what is wrong, which take longer than to find it. */
        static boolean takes(Schema schema, JsonNode payload) {
            return schema.validate(payload).isEmpty();
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
    void whatTheRuntimeWritesIsAcceptedOnBothSidesAndWhatBreaksOneRuleOfItIsNot(@ForAll Random random)
            throws Exception {
        assertThat(refused(random)).isEmpty();
    }

    static Map<String, String> unsound(Random random) {
        Map<String, String> wrong = new TreeMap<>();
        for (Judged judged : CORPUS) {
            CorpusCase one = judged.of;
            JsonNode payload = new PayloadSampler(random, judged.otherNames).sample(one.input());
            if (Judged.takes(judged.input, payload)) {
                ACCEPTED.merge(one.type().getSimpleName() + " " + one.runtime(), 1, Integer::sum);
                String problem = problem(one, payload);
                if (!problem.isEmpty() && !(one.tellsOfNotation() && bindsInOtherNotation(one, payload))) {
                    wrong.put(one.toString(), Json.compact(payload) + "\n  " + problem);
                }
            }
        }
        return wrong;
    }

    /** Breaks two properties of what the runtime has written. */
    private static void breakSome(Judged judged, ObjectNode valid, Random random, Map<String, String> wrong) {
        List<Map.Entry<String, String>> names = new ArrayList<>(judged.names.entrySet());
        Collections.shuffle(names, random);
        for (Map.Entry<String, String> name : names.subList(0, Math.min(2, names.size()))) {
            breakOne(judged, valid, name.getKey(), name.getValue(), wrong);
        }
    }

    private static void breakOne(
            Judged judged, ObjectNode valid, String member, String name, Map<String, String> wrong) {
        Class<?> type = judged.of.type();
        Place place = new Place(judged, valid, List.of(), true, wrong);
        breakOne(place, type, member, name);
        Field field = field(type, member);
        JsonNode held = valid.path(name);
        if (field == null || held.isMissingNode() || held.isNull()) {
            return;
        }
        breakTypeId(place, field, name);
        Violations.inside(field, held).forEach((rule, value) -> place.expectRejected(name, value, rule, false));
        Class<?> nested = Violations.nested(field.getAnnotatedType());
        List<Object> path = new ArrayList<>();
        JsonNode object = first(held, name, Map.class.isAssignableFrom(field.getType()), path);
        if (nested != null && object instanceof ObjectNode) {
            Place inner = new Place(judged, valid, path, Violations.cascades(field), wrong);
            for (Map.Entry<String, String> one : NAMES.computeIfAbsent(
                            nested.getName() + judged.of.runtime(),
                            key -> judged.of.runtime().names(nested))
                    .entrySet()) {
                breakOne(inner, nested, one.getKey(), one.getValue());
            }
        }
    }

    /** Where another property has the id's name, Jackson writes that one, whatever it holds. */
    private static void breakTypeId(Place place, Field field, String name) {
        String id = Violations.externalId(field);
        if (!id.isEmpty()) {
            boolean anybodys = place.judged.names.containsValue(id)
                    || Arrays.stream(field.getDeclaringClass().getDeclaredFields())
                            .anyMatch(other -> !other.equals(field)
                                    && Violations.externalId(other).equals(id));
            place.expectRejected(
                    id, JsonNodeFactory.instance.stringNode("no such type"), "an unknown type id", anybodys);
            place.expectRejected(id, null, "a missing type id", anybodys);
            if (place.valid.path(id).isString()) {
                place.expectRejected(name, null, "a type id without a value", anybodys);
            }
        }
    }

    private static void breakOne(Place place, Class<?> type, String member, String name) {
        boolean mayOmit = Violations.mayOmit(type, member);
        Violations.of(type, member).forEach((rule, value) -> {
            if (place.cascades || Violations.isOfType(rule)) {
                place.expectRejected(name, value, rule, mayOmit && rule.matches("@(Size|NotEmpty) .*"));
            }
        });
        if (place.cascades && Violations.mustBeThere(type, member)) {
            place.expectRejected(name, null, "absence", mayOmit);
        }
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** The first object in {@code held}, and the steps that lead to it. */
    private static JsonNode first(JsonNode held, Object step, boolean isMap, List<Object> path) {
        path.add(step);
        if (held.isArray() && !held.isEmpty()) {
            return first(held.get(0), 0, isMap, path);
        }
        if (held.isObject() && isMap) {
            return held.isEmpty()
                    ? held.path(0)
                    : first(
                            held.iterator().next(),
                            held.propertyNames().iterator().next(),
                            false,
                            path);
        }
        return held;
    }

    /** An object in a valid payload, of which something is to be broken. */
    private record Place(
            Judged judged, ObjectNode valid, List<Object> path, boolean cascades, Map<String, String> wrong) {

        /** @param value null for absence */
        void expectRejected(String name, JsonNode value, String rule, boolean byInputOnly) {
            ObjectNode broken = valid.deepCopy();
            JsonNode object = broken;
            for (Object step : path) {
                object = step instanceof Integer index ? object.get(index) : object.get(String.valueOf(step));
            }
            if (value == null) {
                ((ObjectNode) object).remove(name);
            } else {
                ((ObjectNode) object).set(name, value);
            }
            boolean inInput = has(judged.of.input(), 0, name);
            boolean inOutput = !byInputOnly && has(judged.of.output(), 0, name);
            boolean wide = inInput && Judged.takes(judged.input, broken) && !isFilledByCode(broken, value);
            if (wide || inOutput && Judged.takes(judged.output, broken)) {
                wrong.put(
                        judged.of.toString(),
                        path + " " + name + ": " + rule + " is accepted: " + Json.compact(broken));
            }
        }

        /** What is absent or null may become something valid by the code of its class, which the runtime then takes. */
        private boolean isFilledByCode(JsonNode broken, JsonNode value) {
            return (value == null || value.isNull())
                    && problem(judged.of, broken).isEmpty();
        }

        /** True where {@code schema} lists the property at the end of the path. */
        private boolean has(JsonNode schema, int depth, String name) {
            for (JsonNode alternative : schema.path("anyOf").values()) {
                if (has(alternative, depth, name)) {
                    return true;
                }
            }
            if (depth == path.size()) {
                return schema.path("properties").has(name);
            }
            JsonNode inside = path.get(depth) instanceof String step
                    ? schema.path("properties").path(step)
                    : schema.path("items");
            return has(inside.isMissingNode() ? schema.path("additionalProperties") : inside, depth + 1, name);
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

    /** Null where the code of its class refuses what it is given. */
    private static Object instance(CorpusCase one, Random random) throws ReflectiveOperationException {
        try {
            return new Instances(random).of(one.type());
        } catch (InvocationTargetException e) {
            return null;
        }
    }

    static Map<String, String> refused(Random random) throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Judged judged : CORPUS) {
            CorpusCase one = judged.of;
            Object instance = instance(one, random);
            if (instance == null || !Runtimes.violations(instance).isEmpty()) {
                continue;
            }
            JsonNode written = written(one, instance);
            if (written.isMissingNode()) {
                continue;
            }
            if (written instanceof ObjectNode valid) {
                breakSome(judged, valid, random, wrong);
            }
            String json = Json.compact(written);
            List<String> refused = SchemaErrors.findings(judged.output.validate(written));
            if (!refused.isEmpty()) {
                wrong.put(one.toString(), "output " + json + "\n  " + refused);
            } else if (problem(one, written).isEmpty()) {
                List<String> narrow = SchemaErrors.findings(judged.input.validate(one.withoutReadOnly(written)));
                if (!narrow.isEmpty()) {
                    wrong.put(one.toString(), "input " + json + "\n  " + narrow);
                }
            }
        }
        return wrong;
    }
}
