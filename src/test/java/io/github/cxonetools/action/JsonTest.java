package io.github.cxonetools.action;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
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
    void indentedTextIsWhatTheMappersPrinterWouldWrite() {
        ObjectNode tree = (ObjectNode) Json.read("""
                {"":{}, "a\\"b\\u0001ä😀":[[],[[1,-0.0,1E+400,1.50,12345678901234567890]],{"x":null,"y":[true,false]}]}
                """);
        tree.put("double", 1e10).put("float", 1.5f).put("nan", Double.NaN).put("infinite", Float.NEGATIVE_INFINITY);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);

        ObjectWriter writer =
                Json.mapper().rebuild().defaultPrettyPrinter(printer).build().writerWithDefaultPrettyPrinter();
        assertThat(Json.pretty(tree)).isEqualTo(writer.writeValueAsString(tree) + "\n");
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
}
