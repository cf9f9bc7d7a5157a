package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.breaks.SchemaBreak;
import io.github.cxonetools.compatibility.breaks.SchemaBreaks;
import io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.schema.sample.PayloadSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Verdicts on random pairs of schemas: each is attacked with payloads, and few are left undecided. */
class InclusionPropertiesTest {

    private static final int DEPTH = 3;
    private static final int ATTACKS = 60;

    private static final List<String> UNDECIDED = new ArrayList<>();
    private static int pairs;

    @Property
    void noVerdictIsWrong(@ForAll Random random) {
        RandomSchemas schemas = new RandomSchemas(random);
        JsonNode sub = schemas.schema(DEPTH);
        JsonNode sup = random.nextInt(3) == 0 ? schemas.schema(DEPTH) : schemas.changed(sub, DEPTH);
        Inclusion inclusion = Inclusion.decide(sub, sup);
        pairs++;
        if (inclusion.verdict() == Verdict.UNDECIDED) {
            UNDECIDED.add(sub + " " + sup + ": " + inclusion.reason());
        }
        PayloadValidator accepting = PayloadValidator.of(sub);
        PayloadValidator refusing = PayloadValidator.of(sup);
        if (inclusion.verdict() == Verdict.INCLUDED) {
            assertThat(attacks(schemas, sub).stream()
                            .filter(payload -> accepting.validate(payload).isEmpty())
                            .filter(payload -> !refusing.validate(payload).isEmpty()))
                    .as(sub + " in " + sup)
                    .isEmpty();
        } else if (inclusion.verdict() == Verdict.NOT_INCLUDED) {
            assertThat(accepting.validate(inclusion.witness())).isEmpty();
            assertThat(refusing.validate(inclusion.witness())).isNotEmpty();
        }
    }

    @Property
    void everyBreakHasAPayloadThatOneSchemaAcceptsAndTheOtherRefuses(@ForAll Random random) {
        RandomSchemas schemas = new RandomSchemas(random);
        JsonNode accepting = schemas.schema(DEPTH);
        JsonNode refusing = random.nextInt(3) == 0
                ? schemas.schema(DEPTH)
                : schemas.changed(schemas.changed(accepting, DEPTH), DEPTH);
        PayloadValidator accepts = PayloadValidator.of(accepting);
        PayloadValidator refuses = PayloadValidator.of(refusing);
        for (SchemaBreak found : SchemaBreaks.find(accepting, accepting, refusing, true)) {
            if (!found.code().equals(SchemaBreak.UNDECIDED)) {
                assertThat(accepts.validate(found.witness()))
                        .as(found + " " + accepting)
                        .isEmpty();
                assertThat(refuses.validate(found.witness()))
                        .as(found + " " + refusing)
                        .isNotEmpty();
            }
        }
    }

    private static List<JsonNode> attacks(RandomSchemas schemas, JsonNode schema) {
        List<JsonNode> payloads = new ArrayList<>();
        try {
            PayloadSamples.derive(schema, ATTACKS, 1).stream()
                    .map(PayloadSample::payload)
                    .forEach(payloads::add);
        } catch (ClassCastException | IllegalArgumentException e) {
            payloads.clear(); // The sampler is made for contracts, which have one type a place.
        }
        for (int i = 0; i < ATTACKS; i++) {
            payloads.add(schemas.value(3));
        }
        return payloads;
    }

    @AfterContainer
    static void fewAreUndecided() {
        assertThat(UNDECIDED).hasSizeLessThanOrEqualTo(pairs / 50);
        UNDECIDED.clear();
        pairs = 0;
    }
}
