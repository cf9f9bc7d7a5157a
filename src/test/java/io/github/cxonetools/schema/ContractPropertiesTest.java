package io.github.cxonetools.schema;

import io.github.cxonetools.action.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise of issue 3, held over the corpus: what the input schema accepts, the runtime binds; what the runtime writes, the
 * output schema accepts; and neither is wider or narrower than it must be.
 */
class ContractPropertiesTest {

    private static final List<Judged> CORPUS = new ArrayList<>();

    private static final Map<String, Integer> ACCEPTED = new TreeMap<>();

    private record Judged(CorpusCase of, PayloadValidator input, PayloadValidator output) {}

    @BeforeContainer
    static void generate() throws Exception {
        for (CorpusCase one : CorpusCase.all()) {
            CORPUS.add(new Judged(one, PayloadValidator.of(one.input()), PayloadValidator.of(one.output())));
        }
    }

    @AfterContainer
    static void everyClassWasTried() {
        assertThat(ACCEPTED).hasSizeGreaterThanOrEqualTo(CORPUS.size());
        CORPUS.clear();
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
                if (!problem.isEmpty()) {
                    wrong.put(one.toString(), Json.compact(payload) + "\n  " + problem);
                }
            }
        }
        return wrong;
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
            String json = one.runtime().write(instance);
            JsonNode written = Json.read(json);
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
