package io.github.cxonetools.report.metrics;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.metrics.gate.GateOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleOutcome;
import io.github.cxonetools.metrics.gate.GateVerdict.RuleResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The member {@code gate} of an action in {@code metrics.json}. */
final class GateJson {

    private GateJson() {}

    static ObjectNode of(GateOutcome outcome) {
        GateVerdict verdict = outcome.verdict();
        ObjectNode json = Json.object();
        json.put("version", verdict.version());
        if (verdict.previous() != null) {
            json.put("previous", verdict.previous());
        }
        json.put("outcome", outcome(verdict).toString());
        ArrayNode rules = json.putArray("rules");
        for (RuleResult rule : verdict.rules()) {
            rule(rule, rules.addObject());
        }
        texts(json.putArray("followed"), outcome.followed());
        texts(json.putArray("wayBack"), outcome.wayBack());
        return json;
    }

    /** Of the whole verdict. */
    static RuleOutcome outcome(GateVerdict verdict) {
        return verdict.passed()
                ? RuleOutcome.PASSED
                : verdict.failed() ? RuleOutcome.FAILED : RuleOutcome.NOT_EVALUATED;
    }

    private static void rule(RuleResult rule, ObjectNode json) {
        json.put("name", rule.name());
        json.put("outcome", rule.outcome().toString());
        json.put("words", rule.words());
        number(json, "measured", rule.measured());
        number(json, "limit", rule.limit());
    }

    private static void number(ObjectNode json, String name, @Nullable BigDecimal number) {
        if (number != null) {
            json.put(name, number);
        }
    }

    private static void texts(ArrayNode json, List<String> texts) {
        texts.forEach(json::add);
    }

    /** @throws IllegalArgumentException where {@code json} is none */
    static GateOutcome read(String action, JsonNode json) {
        List<RuleResult> rules = new ArrayList<>();
        for (JsonNode rule : json.path("rules")) {
            rules.add(new RuleResult(
                    text(rule, "name"),
                    ruleOutcome(text(rule, "outcome")),
                    text(rule, "words"),
                    number(rule, "measured"),
                    number(rule, "limit")));
        }
        String previous = json.has("previous") ? text(json, "previous") : null;
        return new GateOutcome(
                new GateVerdict(action, text(json, "version"), previous, rules),
                texts(json, "followed"),
                texts(json, "wayBack"));
    }

    private static RuleOutcome ruleOutcome(String words) {
        for (RuleOutcome outcome : RuleOutcome.values()) {
            if (outcome.toString().equals(words)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome \"" + words + "\" is not known");
    }

    private static @Nullable BigDecimal number(JsonNode json, String member) {
        JsonNode value = json.path(member);
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static List<String> texts(JsonNode json, String member) {
        List<String> texts = new ArrayList<>();
        json.path(member).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException("gate." + member + " is missing");
        }
        return value.stringValue();
    }
}
