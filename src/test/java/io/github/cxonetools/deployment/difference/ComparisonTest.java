package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{`a`:1,`b`:2} | {`b`:2,`a`:1}",
                "{`required`:[`a`,`b`]} | {`required`:[`b`,`a`]}",
                "{`type`:[`null`,`string`]} | {`type`:[`string`,`null`]}",
                "{`enum`:[1,null,`x`]} | {`enum`:[`x`,1.0,null]}",
                "{`maximum`:1} | {`maximum`:1.00}",
                "{`maximum`:100} | {`maximum`:1e2}",
                "{`$schema`:`http://json-schema.org/draft-07/schema#`} | {}",
                "{`const`:{`a`:1,`b`:2}} | {`const`:{`b`:2.0,`a`:1}}",
                "{`title`:`A`,`$id`:`https://t/1`,`$comment`:`c`,`description`:`d`} | {}",
                "{`x-owner`:`a`,`readOnly`:true,`deprecated`:false} | {}",
                "{`default`:[1,2]} | {`default`:[2,1]}",
                "{`properties`:{`a`:{`default`:1,`title`:`A`}}} | {`properties`:{`a`:{}}}",
                "{`additionalProperties`:true} | {}",
                "{`additionalProperties`:{}} | {}",
                "{`items`:{`title`:`x`},`additionalItems`:false} | {}",
                "{`required`:[],`properties`:{},`patternProperties`:{},`dependencies`:{`a`:[]}} | {}",
                "{`minLength`:0,`minItems`:0.0,`minProperties`:0,`uniqueItems`:false,`nullable`:false} | {}",
                "{`pattern`:null,`enum`:null,`title`:null} | {}",
                "{`type`:`string`} | {`type`:[`string`]}",
                "{`type`:[`integer`,`number`,`null`]} | {`type`:[`null`,`number`]}",
                "{`type`:[`array`,`boolean`,`null`,`number`,`object`,`string`]} | {}",
                "{`enum`:[`a`]} | {`const`:`a`}",
                "{`enum`:[`a`,`b`,`a`]} | {`enum`:[`b`,`a`]}",
                "{`allOf`:[{`minLength`:1},{`maxLength`:2}]} | {`allOf`:[{`maxLength`:2},{`minLength`:1,`title`:`t`}]}",
                "{`oneOf`:[{`type`:`null`},{`type`:`string`}]} | {`oneOf`:[{`type`:`string`},{`type`:`null`}]}",
                "{`$schema`:`https://json-schema.org/draft-07/schema`} | {`$schema`:`http://json-schema.org/draft-07/schema#`}",
                "{`definitions`:{`a`:{`type`:`string`}}} | {}",
                "{`then`:{`type`:`string`}} | {`if`:{`type`:`null`}}",
                "{`dependencies`:{`a`:[`b`,`c`]}} | {`dependencies`:{`a`:[`c`,`b`]}}",
                "true | {}",
                "{`not`:true} | {`not`:{}}"
            })
    void whatSaysTheSameIsTheSame(String before, String after) {
        assertThat(schemas(before, after)).isEmpty();
        assertThat(digest(before)).isEqualTo(digest(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{`maxLength`:1} | {`maxLength`:2} | inputSchema /maxLength: 1 -> 2",
                "{} | {`pattern`:`x`} | inputSchema /pattern: absent -> \"x\"",
                "{`allOf`:[{`a`:1},{`a`:2}]} | {`allOf`:[{`a`:2},{`a`:3}]} | inputSchema /allOf/0/a: 1 -> 3",
                "{`oneOf`:[{`a`:1},{`a`:1}]} | {`oneOf`:[{`a`:1}]} | inputSchema /oneOf:",
                "{`items`:[{`a`:1},{`a`:2}]} | {`items`:[{`a`:2},{`a`:1}]} | inputSchema /items/0/a: 1 -> 2",
                "{`additionalProperties`:false} | {} | inputSchema /additionalProperties: false -> absent",
                "{`items`:false} | {} | inputSchema /items: false -> absent",
                "{`items`:[{}],`additionalItems`:false} | {`items`:[{}]} | inputSchema /additionalItems: false -> absent",
                "{`minLength`:1} | {} | inputSchema /minLength: 1 -> absent",
                "{`uniqueItems`:true} | {} | inputSchema /uniqueItems: true -> absent",
                "{`nullable`:true} | {} | inputSchema /nullable: true -> absent",
                "{`const`:null} | {} | inputSchema /const: null -> absent",
                "{`format`:`date`} | {} | inputSchema /format: \"date\" -> absent",
                "{`type`:[`integer`,`null`]} | {`type`:[`number`,`null`]} | inputSchema /type:",
                "{`properties`:{`title`:{`type`:`string`}}} | {`properties`:{}} | inputSchema /properties:",
                "{`enum`:[{`title`:`a`},1]} | {`enum`:[{},1]} | inputSchema /enum:",
                "{`const`:{`title`:`a`}} | {`const`:{}} | inputSchema /const:",
                "{`unevaluatedProperties`:false} | {} | inputSchema /unevaluatedProperties: false -> absent",
                "{`$ref`:`#a`,`$id`:`https://t/1`} | {`$ref`:`#a`} | inputSchema /$id:",
                "{`$schema`:`http://json-schema.org/draft-04/schema#`} | {} | inputSchema /$schema:",
                "{`if`:{`type`:`null`},`then`:{`const`:1}} | {} | inputSchema /if:",
                "{`contains`:{}} | {} | inputSchema /contains: {} -> absent",
                "{`dependencies`:{`a`:[`b`]}} | {} | inputSchema /dependencies:",
                "{`const`:{`required`:[`a`,`b`]}} | {`const`:{`required`:[`b`,`a`]}} | inputSchema /const:",
                "{`properties`:{`a/b`:{`type`:`string`}}} | {`properties`:{`a/b`:{`type`:`integer`}}} | inputSchema /properties/a~1b/type:",
                "{`properties`:{`enum`:{`items`:[{`a`:1},{`b`:1}]}}} | {`properties`:{`enum`:{`items`:[{`b`:1},{`a`:1}]}}} | inputSchema /properties/enum/items/0/a:",
                "{`properties`:{`$schema`:{},`a`:{}}} | {`properties`:{`a`:{}}} | inputSchema /properties/$schema: {} -> absent",
                "{`required`:[`a`]} | {} | inputSchema /required: [\"a\"] -> absent",
                "false | {} | inputSchema /: false -> {}"
            })
    void whatSaysAnotherThingIsADifferenceWithItsPlace(String before, String after, String first) {
        assertThat(schemas(before, after)).first().asString().startsWith(first.replace('`', '"'));
        assertThat(digest(before)).isNotEqualTo(digest(after));
    }

    @Test
    void absentNullAndEmptyDescriptionsAreOne() {
        assertThat(Comparison.of(version(null, 5000), version("", 5000)).isSame())
                .isTrue();
        assertThat(Comparison.of(version("a", 5000), version(null, 5000)).differences())
                .extracting(FieldDifference::toString)
                .containsExactly("description: \"a\" -> absent");
    }

    @Test
    void whatTheTenantDoesNotTellIsNotGuessed() {
        Comparison comparison = Comparison.of(version(null, null), version(null, 5000));

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.notComparable()).containsExactly("timeoutMs");
    }

    private static List<FieldDifference> schemas(String before, String after) {
        return SchemaComparison.of("inputSchema", Json.read(json(before)), Json.read(json(after)));
    }

    private static String digest(String schema) {
        return StateDigest.ofSchema(Json.read(json(schema)));
    }

    private static String json(String text) {
        return text.replace('`', '"');
    }

    private static ActionVersion version(String description, Integer timeoutMs) {
        return new ActionVersion(
                "1",
                "A",
                "1",
                false,
                Json.read("{}"),
                Json.read("{}"),
                "https://a.example.com",
                timeoutMs,
                description);
    }
}
