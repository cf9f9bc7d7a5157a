package io.github.cxonetools.json;

import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one way this plugin reads and writes JSON: numbers keep every digit, a name may stand once in an object, nothing may
 * follow the value, and files are indented by two spaces with {@code \n}.
 *
 * <p>Trees are made of tokens here, without a mapper: a goal runs once in its JVM, and a mapper's first use loads some 800
 * classes (a quarter of a second of CPU time), of which trees need none.
 */
public final class Json {

    /**
     * What Jackson tells programmers about its switches. Its exceptions have no kind but their class, which is one for nearly
     * all mistakes, so that only its own words say what is wrong; {@link #describe} is the one place that looks into them.
     */
    private static final Pattern ADVICE = Pattern.compile(
            ": [^:]*enabl(e|ing) `.*| \\(not recognized as one since .*|, from `[^`]*`| \\(or 'NaN'[^)]*\\)| \\(start marker at .*",
            Pattern.DOTALL);

    private Json() {}

    /** What classes of our own are bound with; loaded when first asked for. */
    public static JsonMapper mapper() {
        return Mapper.INSTANCE;
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A text, or null. */
    public static JsonNode text(@Nullable String text) {
        return text == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.stringNode(text);
    }

    /**
     * Reads one JSON value; a missing node where there is none.
     *
     * @throws JacksonException where the bytes are no JSON; {@link #describe} words it
     */
    public static JsonNode read(byte[] utf8) {
        return read(utf8, Factories.TREES);
    }

    /**
     * As {@link #read(byte[])}, of one of many documents with names of their own, as contracts are: parsers of one factory
     * share a table of names, and copy it for each document that has new ones, which is most of the work where a thousand do.
     */
    public static JsonNode readDistinct(byte[] utf8) {
        return read(utf8, new JsonFactory());
    }

    private static JsonNode read(byte[] utf8, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8)) {
            return JsonTrees.readOnly(parser, true);
        } catch (JacksonException e) {
            return readStrictly(utf8);
        }
    }

    /** Throws what is wrong as the parser finds it: the first mistake, where it ends. */
    private static JsonNode readStrictly(byte[] utf8) {
        try (JsonParser parser = parser(utf8)) {
            return JsonTrees.readOnly(parser, false);
        }
    }

    /** As {@link #read(byte[])}, from text. */
    public static JsonNode read(String text) {
        try (JsonParser parser = Factories.STRICT.createParser(ObjectReadContext.empty(), text)) {
            return JsonTrees.readOnly(parser, false);
        }
    }

    /**
     * Reads what another program wrote, as nearly all programs read it: of members of one name the last counts, and a bare
     * {@code NaN} or {@code Infinity} becomes a text.
     *
     * @throws JacksonException as {@link #read(byte[])}
     */
    public static JsonNode readLenient(byte[] utf8) {
        try (JsonParser parser = lenientParser(utf8)) {
            return JsonTrees.readOnly(parser, false);
        }
    }

    /** As {@link #readLenient(byte[])}, from text. */
    public static JsonNode readLenient(String text) {
        try (JsonParser parser = Factories.LENIENT.createParser(ObjectReadContext.empty(), text)) {
            return JsonTrees.readOnly(parser, false);
        }
    }

    /** Reads the value at whose first token the parser stands; it is left at the last. */
    public static JsonNode read(JsonParser parser) {
        return JsonTrees.read(parser, false);
    }

    /** For what is too large for a tree. */
    public static JsonParser parser(byte[] utf8) {
        return Factories.STRICT.createParser(ObjectReadContext.empty(), utf8);
    }

    /** As {@link #parser(byte[])}; the stream is closed with the parser. */
    public static JsonParser parser(InputStream utf8) {
        return Factories.STRICT.createParser(ObjectReadContext.empty(), utf8);
    }

    /**
     * For what is too large for a tree, and was written by another program: takes a name that stands twice, and a bare
     * {@code NaN} or {@code Infinity}.
     */
    public static JsonParser lenientParser(byte[] utf8) {
        return Factories.LENIENT.createParser(ObjectReadContext.empty(), utf8);
    }

    /** Writes without spaces. */
    public static JsonGenerator generator(Writer out) {
        return Factories.STRICT.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Writes a tree where the generator stands. */
    public static void write(JsonNode value, JsonGenerator json) {
        JsonTrees.write(value, json);
    }

    /** One line, without spaces. */
    public static String compact(JsonNode value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            JsonTrees.write(value, json);
        }
        return text.toString();
    }

    /** A JSON string, or null: as {@link #compact}, at a tenth of the cost. */
    public static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder quoted = new StringBuilder(text.length() + 2);
        quote(text, quoted);
        return quoted.toString();
    }

    /** Appends a JSON string. */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, out);
        }
        out.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Indented by two spaces, {@code \n} at each line's end and at the last. */
    public static String pretty(JsonNode value) {
        return IndentedJson.of(value);
    }

    /** A parse error in words: {@code line 3, column 14: Unexpected character …}, without the source's own text. */
    public static String describe(JacksonException e) {
        String problem = ADVICE.matcher(e.getOriginalMessage()).replaceAll("");
        String place = place(e);
        return place.isEmpty() ? problem : place + ": " + problem;
    }

    /**
     * As {@link #describe}, in words of this plugin: {@code line 3, column 14: ends too early}.
     *
     * @return nothing of what was read
     */
    public static String describeWithoutQuotes(JacksonException e) {
        String problem = e instanceof UnexpectedEndOfInputException
                ? "ends too early"
                : e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException
                        ? "is nested too deeply, or has too long a part"
                        : "breaks JSON's rules";
        String place = place(e);
        return place.isEmpty() ? problem : place + ": " + problem;
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 0 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Apart, because most goals write more than they read. */
    private static final class Factories {

        static final JsonFactory STRICT = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        /** A tree notices itself that a name stands twice: the parser would keep a second set of the names of each object. */
        static final JsonFactory TREES = new JsonFactory();

        /** The other parser of decimals is for those of hundreds of digits. */
        static final JsonFactory LENIENT = JsonFactory.builder()
                .disable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();

        private Factories() {}
    }

    private static final class Mapper {

        static final JsonMapper INSTANCE = JsonMapper.builder(Factories.STRICT).build();

        private Mapper() {}
    }
}
