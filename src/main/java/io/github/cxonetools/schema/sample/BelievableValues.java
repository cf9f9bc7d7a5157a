package io.github.cxonetools.schema.sample;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payloads for people to read: where the schema leaves the choice, a value such as the property's name, its format or its
 * bounds let one expect. What is accepted is asked of the validator; what nothing is known for stays as it was derived.
 */
public final class BelievableValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int MAX_LENGTH = 10_000;

    private final PropertyVocabulary vocabulary = PropertyVocabulary.load();

    private BelievableValues() {}

    /** Up to {@code count} of the payloads that {@code schema} accepts, as {@link PayloadSamples} derives them. */
    public static List<PayloadSample> samples(JsonNode schema, int count) {
        List<PayloadSample> valid = PayloadSamples.derive(schema, count, 0).stream()
                .filter(PayloadSample::valid)
                .toList();
        if (valid.isEmpty()) {
            return valid;
        }
        PayloadValidator validator = PayloadValidator.of(schema);
        JsonNode derived = valid.get(0).payload();
        JsonNode believable = new BelievableValues().value(schema, derived, "");
        List<PayloadSample> samples = new ArrayList<>();
        for (PayloadSample sample : valid) {
            JsonNode payload = replaced(sample.payload(), derived, believable);
            boolean holds = validator.validate(payload).isEmpty();
            samples.add(holds ? new PayloadSample(payload, true, sample.what()) : sample);
        }
        return samples;
    }

    /** {@code value} with the believable values at the places where it is as it was derived; what differs is on purpose. */
    private static JsonNode replaced(JsonNode value, JsonNode derived, JsonNode believable) {
        if (value.equals(derived)) {
            return believable;
        }
        if (value instanceof ObjectNode object && derived.isObject()) {
            ObjectNode with = NODES.objectNode();
            object.properties()
                    .forEach(member -> with.set(
                            member.getKey(),
                            derived.has(member.getKey())
                                    ? replaced(
                                            member.getValue(),
                                            derived.path(member.getKey()),
                                            believable.path(member.getKey()))
                                    : member.getValue()));
            return with;
        }
        return value;
    }

    private JsonNode value(JsonNode given, JsonNode derived, String name) {
        JsonNode schema = chosen(SampleChoices.merged(given), derived);
        if (derived instanceof ObjectNode object) {
            ObjectNode with = NODES.objectNode();
            object.properties()
                    .forEach(member -> with.set(
                            member.getKey(),
                            value(member(schema, member.getKey()), member.getValue(), member.getKey())));
            return with;
        }
        if (derived instanceof ArrayNode array) {
            ArrayNode with = NODES.arrayNode();
            array.forEach(item -> with.add(value(schema.path(Keyword.ITEMS.word()), item, name)));
            return with;
        }
        boolean isFixed = schema.has(Keyword.ENUM.word()) || schema.has(Keyword.CONST.word());
        boolean isFree = schema.isObject() && !isFixed && (derived.isString() || derived.isNumber());
        return isFree ? scalar(schema, derived, name) : derived;
    }

    /** The alternative that the derived value was made of. */
    private static JsonNode chosen(JsonNode schema, JsonNode derived) {
        Optional<JsonNode> fitting = SampleChoices.of(schema).stream()
                .map(alternative -> SampleChoices.made(schema, alternative))
                .filter(made -> PayloadValidator.of(made).validate(derived).isEmpty())
                .findFirst();
        return fitting.map(made -> chosen(made, derived)).orElse(schema);
    }

    private static JsonNode member(JsonNode schema, String name) {
        JsonNode own = schema.path(Keyword.PROPERTIES.word()).path(name);
        return own.isMissingNode() ? schema.path(Keyword.ADDITIONAL_PROPERTIES.word()) : own;
    }

    private JsonNode scalar(JsonNode schema, JsonNode derived, String name) {
        List<String> texts =
                vocabulary.of(name, schema.path(Keyword.FORMAT.word()).asString(""));
        List<JsonNode> candidates = new ArrayList<>();
        schema.path(Keyword.EXAMPLES.word()).forEach(candidates::add);
        if (schema.has(Keyword.DEFAULT.word())) {
            candidates.add(schema.path(Keyword.DEFAULT.word()));
        }
        for (String text : texts) {
            if (derived.isString()) {
                candidates.add(NODES.stringNode(text));
            } else if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
                candidates.add(number(new BigDecimal(text), derived));
            }
        }
        if (derived.isString()) {
            candidates.add(NODES.stringNode(named(schema, name)));
        }
        if (derived.isNumber()) {
            middle(schema, derived, candidates);
        }
        PayloadValidator validator = PayloadValidator.of(schema);
        return candidates.stream()
                .filter(each -> validator.validate(each).isEmpty())
                .findFirst()
                .orElse(derived);
    }

    /** The name's own words, of a length that is allowed: {@code sample order note}. */
    private static String named(JsonNode schema, String name) {
        String words = "sample " + PropertyVocabulary.spaced(name).toLowerCase(Locale.ROOT);
        int least = Math.min(schema.path(Keyword.MIN_LENGTH.word()).asInt(0), MAX_LENGTH);
        int most = schema.path(Keyword.MAX_LENGTH.word()).asInt(MAX_LENGTH);
        String text = (words + " ").repeat(least / words.length() + 1).strip();
        return text.length() <= most ? text : text.substring(0, most).strip();
    }

    /** Where the name says nothing: between the bounds rather than at one of them. */
    private static void middle(JsonNode schema, JsonNode derived, List<JsonNode> candidates) {
        JsonNode low = schema.path(Keyword.MINIMUM.word());
        JsonNode high = schema.path(Keyword.MAXIMUM.word());
        if (low.isNumber() && high.isNumber() && high.doubleValue() - low.doubleValue() < 1e6) {
            BigDecimal sum = low.decimalValue().add(high.decimalValue());
            BigDecimal half = sum.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
            candidates.add(number(half, derived));
            candidates.add(number(half.setScale(0, RoundingMode.HALF_UP), derived));
        }
        for (String usual : List.of("3", "12", "120", "1.5")) {
            candidates.add(number(new BigDecimal(usual), derived));
        }
    }

    private static JsonNode number(BigDecimal value, JsonNode derived) {
        boolean isWhole = value.stripTrailingZeros().scale() <= 0;
        return isWhole && (derived.isIntegralNumber() || value.scale() <= 0)
                ? NODES.numberNode(value.longValue())
                : NODES.numberNode(value.stripTrailingZeros());
    }
}
