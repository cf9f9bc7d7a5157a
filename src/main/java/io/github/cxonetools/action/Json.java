package io.github.cxonetools.action;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way this plugin reads and writes JSON: numbers keep every digit, a name may stand once in an object, nothing may
 * follow the value, and files are indented by two spaces with {@code \n}.
 */
public final class Json {

    /** The mapper behind every method here; thread-safe. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(INDENTER)
            .withArrayIndenter(INDENTER);

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @throws JacksonException where the bytes are no JSON; {@link #describe} words it
     */
    public static JsonNode read(byte[] utf8) {
        return MAPPER.readTree(utf8);
    }

    /** As {@link #read(byte[])}, from text. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** One line, without spaces. */
    public static String compact(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A JSON string, or null: as {@link #compact}, at a tenth of the cost. */
    public static String quoted(@Nullable String text) {
        return text == null
                ? "null"
                : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    /** Indented by two spaces, {@code \n} at each line's end and at the last. */
    public static String pretty(JsonNode value) {
        return MAPPER.writer().with(PRINTER).writeValueAsString(value) + "\n";
    }

    /** A parse error in words: {@code line 3, column 14: Unexpected character …}, without the source's own text. */
    public static String describe(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String problem = e.getOriginalMessage();
        return at == null || at.getLineNr() < 0
                ? problem
                : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + problem;
    }
}
