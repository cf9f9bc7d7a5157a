package io.github.cxonetools.action;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class PrettyJsonTest {

    @Test
    void linesAreIndentedAndEmptyContainersStayClosed() {
        JsonNode value = Json.read("{\"a\":[1,{\"b\":null}],\"c\":{},\"d\":[],\"e\":true}");

        assertThat(PrettyJson.of(value)).isEqualTo("""
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

    @Test
    void bytesAreWrittenAsJacksonWritesThem() {
        sameAsJackson(JsonNodeFactory.instance.objectNode().put("bytes", new byte[] {1, 2, 3}));
    }

    private static void sameAsJackson(JsonNode value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);

        assertThat(PrettyJson.of(value))
                .isEqualTo(Json.MAPPER.writer().with(printer).writeValueAsString(value) + "\n");
    }
}
