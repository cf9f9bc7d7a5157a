package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.Json;
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
                "{`const`:{`a`:1,`b`:2}} | {`const`:{`b`:2.0,`a`:1}}"
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
                "{`x-owner`:`a`} | {} | inputSchema /x-owner: \"a\" -> absent",
                "{`allOf`:[{`a`:1},{`a`:2}]} | {`allOf`:[{`a`:2},{`a`:1}]} | inputSchema /allOf/0/a: 1 -> 2",
                "{`const`:{`required`:[`a`,`b`]}} | {`const`:{`required`:[`b`,`a`]}} | inputSchema /const:",
                "{`default`:[1,2]} | {`default`:[2,1]} | inputSchema /default: [1,2] -> [2,1]",
                "{`properties`:{`a/b`:{`type`:`string`}}} | {`properties`:{`a/b`:{`type`:`integer`}}} | inputSchema /properties/a~1b/type:",
                "{`properties`:{`enum`:{`items`:[{`a`:1},{`b`:1}]}}} | {`properties`:{`enum`:{`items`:[{`b`:1},{`a`:1}]}}} | inputSchema /properties/enum/items/0/a:",
                "{`properties`:{`$schema`:{}}} | {`properties`:{}} | inputSchema /properties/$schema: {} -> absent",
                "{`type`:`string`} | {`type`:[`string`]} | inputSchema /type:",
                "{`required`:[`a`]} | {} | inputSchema /required: [\"a\"] -> absent",
                "true | {} | inputSchema /: true -> {}"
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
                .extracting(Difference::toString)
                .containsExactly("description: \"a\" -> absent");
    }

    @Test
    void whatTheTenantDoesNotTellIsNotGuessed() {
        Comparison comparison = Comparison.of(version(null, null), version(null, 5000));

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.notComparable()).containsExactly("timeoutMs");
    }

    private static List<Difference> schemas(String before, String after) {
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
