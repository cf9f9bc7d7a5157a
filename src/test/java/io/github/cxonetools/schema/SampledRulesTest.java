package io.github.cxonetools.schema;

import com.networknt.schema.Schema;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Draft07;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.schema.sample.PayloadSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Probes of schemas of every shape: some are accepted, and each rule has one that breaks just it. */
class SampledRulesTest {

    /** Rules about a value, rather than about where other rules apply. */
    private static final Set<String> RULES = Set.of(
            "type",
            "enum",
            "const",
            "required",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "propertyNames");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'object','required':['c'],'properties':{'c':{'type':'integer','minimum':3}}}}}}}",
                "{'type':'object','required':['lines'],'properties':{'lines':{'type':'array','minItems':2,'maxItems':4,'uniqueItems':true,'items':{'type':'object','required':['sku'],'properties':{'sku':{'type':'string','pattern':'^[A-Z]{3}-[0-9]{4}$'},'n':{'type':'integer','minimum':1,'maximum':99}}}}}}",
                "{'type':'object','properties':{'m':{'type':'object','additionalProperties':{'type':'integer','minimum':0}}}}",
                "{'type':'object','properties':{'m':{'type':'object','propertyNames':{'enum':['A','B']},'additionalProperties':{'type':['number','null']}}}}",
                "{'type':'object','minProperties':1,'maxProperties':2,'additionalProperties':{'type':'string','maxLength':3}}",
                "{'type':'object','required':['p'],'properties':{'p':{'oneOf':[{'type':'object','required':['kind','r'],'properties':{'kind':{'const':'circle'},'r':{'type':'number','exclusiveMinimum':0}}},{'type':'object','required':['kind','w'],'properties':{'kind':{'const':'square'},'w':{'type':'number','minimum':0,'exclusiveMaximum':10}}}]}}}",
                "{'type':'object','properties':{'p':{'anyOf':[{'type':'null'},{'type':'object','required':['x'],'properties':{'x':{'type':'boolean'}}}]}}}",
                "{'type':'object','properties':{'d':{'type':'string','format':'date','pattern':'^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'},'u':{'type':'string','format':'uuid','pattern':'^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'}}}",
                "{'type':'object','required':['w'],'properties':{'w':{'type':'string','pattern':'^(?=.*[A-Z])(?=.*[0-9]).{8,20}$'}}}",
                "{'type':'object','required':['w'],'properties':{'w':{'type':'string','pattern':'^(?!admin$)[a-z]+$','minLength':3,'maxLength':8}}}",
                "{'type':'object','required':['e'],'properties':{'e':{'enum':['a','b',3,null]},'t':{'type':'string','enum':['x']}}}",
                "{'type':'object','additionalProperties':false,'required':['a'],'properties':{'a':{'type':'string','minLength':1},'b':{'type':'object','additionalProperties':false,'properties':{'c':{'type':'boolean'}}}}}",
                "{'type':'object','properties':{'n':{'type':'number','multipleOf':0.05,'minimum':0.1,'maximum':0.5},'l':{'type':'integer','multipleOf':7,'exclusiveMinimum':-7,'exclusiveMaximum':21}}}",
                "{'type':'array','minItems':1,'items':{'type':'array','items':{'type':'string','minLength':2}}}",
                "{'type':'string','pattern':'^[a-f]+$','maxLength':5}",
                "{'type':'integer','minimum':-3,'maximum':3}",
                "{'type':'boolean'}",
                "{'type':'object','required':['a'],'properties':{'a':{'allOf':[{'type':'string'},{'minLength':2},{'pattern':'^x'}]}}}",
                "{'type':'object','required':['s'],'properties':{'s':{'type':'string','minLength':21000}}}",
                "{'type':'object','required':['s'],'properties':{'s':{'type':'array','minItems':60,'items':{'type':'integer','minimum':0}}}}",
            })
    void findsABreachOfEachRuleThatBreaksNoOther(String text) {
        JsonNode schema = Json.read(text.replace('\'', '"'));
        List<PayloadSample> samples = PayloadSamples.derive(schema, 150, 3);
        Set<String> broken = new TreeSet<>();
        PayloadValidator validator = PayloadValidator.of(schema);
        Schema rules = Draft07.compile(schema);
        for (PayloadSample sample : samples) {
            List<String> findings = validator.validate(sample.payload());
            assertThat(findings).as(sample.what()).hasSize(sample.valid() ? 0 : 1);
            rules.validate(sample.payload())
                    .forEach(error -> broken.add(error.getEvaluationPath().toString()));
        }
        assertThat(samples).filteredOn(PayloadSample::valid).isNotEmpty();
        assertThat(broken).containsAll(rules(schema, ""));
    }

    private static List<String> rules(JsonNode schema, String path) {
        List<String> rules = new ArrayList<>();
        schema.properties().forEach(member -> {
            String name = member.getKey();
            String below = path + "/" + name;
            if (name.equals("type") && schema.has("enum")) {
                return; // Another type is another value, too.
            }
            if (RULES.contains(name)
                    || name.equals("additionalProperties") && member.getValue().isBoolean()) {
                rules.add(below);
            } else if (name.equals("properties")) {
                member.getValue()
                        .properties()
                        .forEach(property -> rules.addAll(rules(property.getValue(), below + "/" + property.getKey())));
            } else if (member.getValue().isArray()) {
                for (int i = 0; i < member.getValue().size(); i++) {
                    rules.addAll(rules(member.getValue().get(i), below + "/" + i));
                }
            } else if (member.getValue().isObject()) {
                rules.addAll(rules(member.getValue(), below));
            }
        });
        return rules;
    }
}
