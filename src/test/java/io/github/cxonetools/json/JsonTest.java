package io.github.cxonetools.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonTest {

    @Test
    void filesAreIndentedByTwoSpacesAndEndInANewline() {
        assertThat(Json.pretty(Json.read("{\"a\":[1,{}],\"b\":[]}"))).isEqualTo("""
                {
                  "a": [
                    1,
                    {}
                  ],
                  "b": []
                }
                """);
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(Json.compact(Json.read("[1.0000000000000000001,1.0,123456789012345678901234567890]")))
                .isEqualTo("[1.0000000000000000001,1.0,123456789012345678901234567890]");
    }

    @Test
    void aNameMayStandOnce() {
        JacksonException e = catchThrowableOfType(JacksonException.class, () -> Json.read("{\n \"a\":1,\n \"a\":2}"));

        assertThat(Json.describe(e)).startsWith("line 3, column ").contains("Duplicate");
    }

    /** Text is read by the strict parser alone; bytes are read without its second set of names first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n \"a\":1,\n \"a\":2}",
                "{\"a\":1,\"b\":{},\"a\"  :  [",
                "[{\"a\":1,\"a\" x",
                "{\"a\":{\"b\":1,\"c\":2,\"b\":3},\"a\":1} x",
                "{\"a\":1 \"a\":2}",
                "{\"a\":null,\"a\":null}"
            })
    void ofBytesTheFirstMistakeIsSaidWhereItIs(String json) {
        JacksonException ofText = catchThrowableOfType(JacksonException.class, () -> Json.read(json));
        JacksonException ofBytes =
                catchThrowableOfType(JacksonException.class, () -> Json.read(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(Json.describe(ofBytes)).isEqualTo(Json.describe(ofText));
    }

    @Test
    void whereATextEndsTooEarlyNothingOfTheParsersOwnIsSaid() {
        JacksonException e = catchThrowableOfType(JacksonException.class, () -> Json.read("{\n"));

        assertThat(Json.describe(e))
                .isEqualTo("line 2, column 1: Unexpected end-of-input: expected close marker for Object");
    }

    @Test
    void nothingMayFollowTheValue() {
        assertThat(catchThrowableOfType(JacksonException.class, () -> Json.read("{} x")))
                .isNotNull();
    }

    @Test
    void aQuotedTextIsWhatTheMapperWouldWrite() {
        StringBuilder all = new StringBuilder("a\"b\\c/d\u2028\ud83d\ude00\u00e4");
        for (char c = 0; c < 0xa0; c++) {
            all.append(c);
        }

        assertThat(Json.quoted(all.toString())).isEqualTo(Json.mapper().writeValueAsString(all.toString()));
        assertThat(Json.quoted(null)).isEqualTo("null");
    }

    @Test
    void eachDepthIsIndentedByTwoSpacesMore() {
        int deepest = 40;
        ObjectNode outermost = Json.object();
        ObjectNode node = outermost;
        for (int depth = 1; depth <= deepest; depth++) {
            node = node.putArray("a").addObject();
        }
        node.put("last", 1);

        List<String> lines = Json.pretty(outermost).lines().toList();

        assertThat(lines.get(2 * deepest + 1)).isEqualTo("  ".repeat(2 * deepest + 1) + "\"last\": 1");
        for (int line = 0; line <= 2 * deepest + 1; line++) {
            assertThat(lines.get(line).indexOf(lines.get(line).strip())).isEqualTo(2 * line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, 1.50, true, null, \"\\u00e4\\\"\"], \"ä😀\": {\"a\": 12345678901234567890}}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": 1} x",
                "{\"a\"",
                "{\"a\": 1e99999}",
                "{'a': 1}",
                "[1,]",
                "\"\u0001\"",
                ""
            })
    void aDocumentReadWithNamesOfItsOwnIsTheSame(String json) {
        assertThat(outcome(() -> Json.readDistinct(utf8(json)))).isEqualTo(outcome(() -> Json.read(utf8(json))));
    }

    @Test
    void whatIsNoUtf8IsRefusedWithNamesOfItsOwnToo() {
        for (byte[] bytes : List.of(new byte[] {'"', (byte) 0xC3, '"'}, new byte[] {'"', (byte) 0xFF, 'a', '"'})) {
            assertThat(outcome(() -> Json.readDistinct(bytes))).isEqualTo(outcome(() -> Json.read(bytes)));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String outcome(Supplier<JsonNode> reading) {
        try {
            return Json.compact(reading.get());
        } catch (JacksonException e) {
            return Json.describe(e);
        }
    }
}
