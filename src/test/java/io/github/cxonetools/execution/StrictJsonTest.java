package io.github.cxonetools.execution;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", " [1, 2]\n", "\"text\"", "null", "1.0000000000000000001"})
    void readsEveryKindOfValue(String json) {
        assertThat(read(json).problem()).isNull();
        assertThat(read(json).value()).isNotNull();
    }

    @Test
    void keepsEveryDigitOfANumber() {
        assertThat(read("1.0000000000000000001").value()).hasToString("1.0000000000000000001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | line 1, column",
                "{\"a\":NaN}       | line 1, column",
                "{\"a\":1} x       | line 1, column",
                "{\"a\":1} {}      | line 1, column",
                "{\"a\":           | line 1, column",
                "{'a':1}           | line 1, column",
                "{\"a\":1e99999999999999999999} | line 1, column 6: The exponent of a number",
                "[-0.1E-2147483649]     | line 1, column 2: The exponent of a number",
                "{\"a\":0x1F} | line 1, column 7: Unexpected character ('x' (code 120))",
                "{\"a\":-Infinity} | line 1, column 15: Non-standard token '-Infinity'",
                "{\"a\":+1} | line 1, column 7: Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs",
                "// no comment     | line 1, column 1",
                "``                | line 1, column 1: empty",
            })
    void saysWhereAndWhyTextIsNoJson(String text, String beginning) {
        assertThat(read(text).value()).isNull();
        assertThat(read(text).problem()).startsWith(beginning).doesNotContain("Feature", "Constraints");
    }

    @Test
    void namesTheLineOfAMistake() {
        assertThat(read("{\n  \"a\": 1,\n  \"b\" 2\n}").problem()).startsWith("line 3, column 7");
    }

    @Test
    void refusesAByteOrderMarkThatParsersOftenForgive() {
        assertThat(read("\uFEFF{}").problem()).contains("byte order mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void refusesOtherEncodings(String charset) {
        assertThat(StrictJson.read("{}".getBytes(Charset.forName(charset))).problem())
                .contains("UTF-16 or UTF-32");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThat(StrictJson.read("\"é\"".getBytes(StandardCharsets.ISO_8859_1))
                        .problem())
                .startsWith("line 1, column");
    }

    @Test
    void readsFiveHundredLevelsAndNoMore() {
        assertThat(read("[".repeat(500) + "]".repeat(500)).problem()).isNull();
        assertThat(read("[".repeat(501) + "]".repeat(501)).problem())
                .isEqualTo("line 1, column 502: Document nesting depth (501) exceeds the maximum allowed (500)");
    }

    private static StrictJson read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
