package io.github.cxonetools.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written and read without a mapper is what a mapper writes and reads. */
class JsonTreesTest {

    @Test
    void linesAreIndentedAndEmptyContainersStayClosed() {
        JsonNode value = Json.read("{\"a\":[1,{\"b\":null}],\"c\":{},\"d\":[],\"e\":true}");

        assertThat(Json.pretty(value)).isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": {},
                  "d": [],
                  "e": true
                }
                """);
    }

    @Test
    void everyCharacterIsWrittenAsJacksonWritesIt() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate((char) c)) {
                all.append((char) c);
            }
        }
        String text = all.append("\ud83d\ude00").toString();

        sameAsJackson(JsonNodeFactory.instance.objectNode().put(text, text));
    }

    @Test
    void everyKindOfNumberIsWrittenAsJacksonWritesIt() {
        ObjectNode numbers = JsonNodeFactory.instance.objectNode();
        numbers.put("int", Integer.MIN_VALUE).put("long", Long.MAX_VALUE).put("short", (short) 7);
        numbers.put("big", new BigInteger("123456789012345678901234567890"));
        numbers.put("double", 1.0E-7).put("float", 3.25f).put("whole", 100.0);
        numbers.put("nan", Double.NaN).put("infinite", Double.NEGATIVE_INFINITY);
        for (String decimal : new String[] {"1E+400", "0.10", "-1.0", "1E-10", "9223372036854775807", "0E-8"}) {
            numbers.put(decimal, new BigDecimal(decimal));
        }

        sameAsJackson(numbers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,2.50,\"x\",null,true,false,{}],\"b\":{\"c\":[[]]}}",
                "12345678901",
                "123456789012345678901234567890",
                "1E+400",
                "-0.0",
                "\"\\u0000 \ud83d\ude00\"",
                "",
            })
    void readsWhatJacksonReads(String text) {
        JsonNode expected = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build()
                .readTree(text);

        assertThat(Json.read(text)).isEqualTo(expected);
        assertThat(Json.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat((Object) Json.read(text).getClass()).isEqualTo(expected.getClass());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1} {'b':2}   | line 1, column 9: Something follows the end of the value",
                "{'a':1,'a':2}     | line 1, column 11: Duplicate Object property \"a\"",
                "[1,               | line 1, column 4: Unexpected end-of-input",
                "]                 | line 1, column 1: Unexpected close marker",
            })
    void refusesWithThePlace(String text, String message) {
        assertThatThrownBy(() -> Json.read(text.replace('\'', '"')))
                .isInstanceOfSatisfying(JacksonException.class, e -> assertThat(Json.describe(e))
                        .startsWith(message));
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(JacksonException.class);
    }

    @Test
    void whatIsNoNumberInJsonIsIndentedAsText() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("double", 1e10).put("float", 1.5f).put("nan", Double.NaN).put("infinite", Float.NEGATIVE_INFINITY);

        sameAsJackson(value);
    }

    @Test
    void textThatIsJsonAlreadyStaysAsItIs() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putRawValue("raw", new RawValue("[1.50]"));

        assertThat(Json.compact(value)).isEqualTo("{\"raw\":[1.50]}");
    }

    private static void sameAsJackson(JsonNode value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);

        assertThat(Json.pretty(value))
                .isEqualTo(Json.mapper().writer().with(printer).writeValueAsString(value) + "\n");
    }
}
