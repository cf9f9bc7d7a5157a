package io.github.cxonetools.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PrettySizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"a\"",
                "1.50",
                "{\"a\":{}}",
                "{\"a\":[true,false,null,12],\"bc\":{\"d\":[[],{\"e\":\"f\"}],\"g\":-1e-5}}",
                "[[[1,2],[3]],{\"a\":[{\"b\":{\"c\":[\"d\"]}}]}]"
            })
    void isWhatItTakesWhereverItStands(String json) {
        JsonNode value = Json.read(json);
        PrettySize size = PrettySize.of(value);

        assertThat(size.bytes()).isEqualTo(Json.pretty(value).length() - 1); // The line's end.
        JsonNode inside = Json.object().set("x", Json.object().set("y", value));
        int around =
                Json.pretty(Json.object().set("x", Json.object().put("y", 1))).length() - 1;
        assertThat(around - 1 + size.at(2)).isEqualTo(Json.pretty(inside).length() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\\\d\\\"\"", "\"\u00e9\"", "{\"\\n\":1}"})
    void whatIsEscapedTakesMore(String json) {
        JsonNode value = Json.read(json);

        assertThat(PrettySize.of(value).bytes())
                .isLessThanOrEqualTo(Json.pretty(value).getBytes(java.nio.charset.StandardCharsets.UTF_8).length - 1);
    }
}
