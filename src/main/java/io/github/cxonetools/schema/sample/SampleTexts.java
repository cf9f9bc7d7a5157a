package io.github.cxonetools.schema.sample;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.PatternSize;
import io.github.cxonetools.schema.pattern.PatternWitness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Strings at which handlers stumble: short ones, long ones, characters outside the basic plane, and those of a pattern. */
final class SampleTexts {

    private static final int LONG = 300;
    private static final int MAX = 20_000;

    /** So long a text may have to be, but need not otherwise. */
    private static final int MAX_LEAST = 1 << 20;

    private static final int OF_PATTERN = 6;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+),([0-9]+)}");

    private static final int MANY = 1000;

    /** Enough to come upon the shortest and the longest of a field's pattern. */
    private static final int LOOKED_THROUGH = 60;

    /** One code point, two chars. */
    private static final String ASTRAL = "\uD83D\uDE00";

    private final Random random;

    SampleTexts(Random random) {
        this.random = random;
    }

    List<SampleValue> candidates(JsonNode schema) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (schema.path(Keyword.PATTERN.word()).isString()) {
            if (isModest(schema)) {
                ofPattern(schema, texts);
                ofAllPatterns(schema, texts);
            }
        }
        int least = Math.min(schema.path(Keyword.MIN_LENGTH.word()).asInt(0), MAX_LEAST);
        int most = schema.path(Keyword.MAX_LENGTH.word()).asInt(Math.max(LONG, least));
        texts.putIfAbsent("a".repeat(Math.min(Math.max(least, 3), most)), "a usual text");
        for (int length : lengths(least, most)) {
            if (length > MAX) {
                continue; // One such text, above, is enough.
            }
            texts.putIfAbsent("a".repeat(length), "of length " + length);
            texts.putIfAbsent(ASTRAL.repeat(length), length + " astral characters");
            if (length > 1) {
                texts.putIfAbsent(
                        "a" + ASTRAL.repeat(length - 1), "a letter, then " + (length - 1) + " astral characters");
            }
        }
        texts.putIfAbsent(" ", "a space");
        texts.putIfAbsent("\"\\\n\u0001<'&", "characters that need escapes");
        texts.putIfAbsent("0", "a digit");
        List<SampleValue> found = new ArrayList<>();
        texts.forEach((text, what) ->
                found.add(new SampleValue(JsonNodeFactory.instance.stringNode(text), what, rank(text))));
        return found;
    }

    /** A pattern that is open at its ends takes more, or less. */
    private static String fitted(String text, JsonNode schema) {
        int points = text.codePointCount(0, text.length());
        int most = schema.path(Keyword.MAX_LENGTH.word()).asInt(Integer.MAX_VALUE);
        int lacking = Math.min(schema.path(Keyword.MIN_LENGTH.word()).asInt(0), MAX) - points;
        if (lacking > 0) {
            return text + "a".repeat(lacking);
        }
        return points > most ? text.substring(0, text.offsetByCodePoints(0, most)) : text;
    }

    private static SampleRank rank(String text) {
        return text.length() <= 1 ? SampleRank.BOUNDARY : SampleRank.TEXT;
    }

    private static TreeSet<Integer> lengths(int least, int most) {
        TreeSet<Integer> lengths = new TreeSet<>(List.of(0, 1, 2, LONG));
        for (int bound : new int[] {least, most}) {
            lengths.addAll(List.of(bound - 1, bound, bound + 1));
        }
        lengths.removeIf(length -> length < 0 || length > Math.max(MAX, least + 1));
        return lengths;
    }

    /** A pattern beyond the generator gives none; the property is then left out, or the payload is no sample. */
    private void ofPattern(JsonNode schema, Map<String, String> texts) {
        String pattern = modest(schema.path(Keyword.PATTERN.word()).asString());
        try {
            RgxGenProperties settings = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(settings, 8);
            RgxGen generator = RgxGen.parse(settings, pattern);
            for (int i = 0; i < OF_PATTERN; i++) {
                String text = generator.generate(random);
                texts.putIfAbsent(text, "of the pattern");
                texts.putIfAbsent(fitted(text, schema), "of the pattern, as long as it must be");
            }
            ends(generator, texts);
            texts.putIfAbsent(generator.generateNotMatching(random), "not of the pattern");
        } catch (RuntimeException e) {
            texts.putIfAbsent(pattern, "the pattern itself");
        }
    }

    /** Where no text is one of every pattern and of the length that is asked for, such texts are looked for. */
    private static void ofAllPatterns(JsonNode schema, Map<String, String> texts) {
        List<EcmaPattern> patterns = patterns(schema);
        int least = schema.path(Keyword.MIN_LENGTH.word()).asInt(0);
        int most = schema.path(Keyword.MAX_LENGTH.word()).asInt(Integer.MAX_VALUE);
        boolean found = texts.keySet().stream().anyMatch(text -> {
            int length = text.codePointCount(0, text.length());
            return length >= least && length <= most && patterns.stream().allMatch(each -> each.surelyFinds(text));
        });
        if (!found) {
            PatternWitness.texts(patterns, least, most).forEach(text -> texts.putIfAbsent(text, "of all its patterns"));
        }
    }

    private static List<EcmaPattern> patterns(JsonNode schema) {
        List<EcmaPattern> patterns = new ArrayList<>();
        patterns.add(EcmaPattern.compile(schema.path(Keyword.PATTERN.word()).asString()));
        schema.path(Keyword.ALL_OF.word()).forEach(rules -> {
            if (rules.path(Keyword.PATTERN.word()).isString()) {
                patterns.add(
                        EcmaPattern.compile(rules.path(Keyword.PATTERN.word()).asString()));
            }
        });
        return patterns;
    }

    /** Whether the texts of its patterns are of a length that one can handle. */
    private static boolean isModest(JsonNode schema) {
        for (JsonNode rules : schema.path(Keyword.ALL_OF.word())) {
            if (PatternSize.of(modest(rules.path(Keyword.PATTERN.word()).asString(""))) > MAX) {
                return false;
            }
        }
        return PatternSize.of(modest(schema.path(Keyword.PATTERN.word()).asString())) <= MAX;
    }

    /** The same with fewer repetitions where it allows for a great many: its texts are the pattern's, too. */
    private static String modest(String pattern) {
        return COUNTED.matcher(pattern).replaceAll(counted -> {
            boolean isLarge = counted.group(2).length() > 9 || Integer.parseInt(counted.group(2)) > MANY;
            boolean isModest = counted.group(1).length() <= 3;
            return isLarge && isModest ? "{" + counted.group(1) + "," + MANY + "}" : counted.group();
        });
    }

    /** Of the longest the greatest: digits without a bound of their own are where numbers overflow. */
    private void ends(RgxGen generator, Map<String, String> texts) {
        Comparator<String> bySize = Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());
        List<String> found = IntStream.range(0, LOOKED_THROUGH)
                .mapToObj(i -> generator.generate(random))
                .toList();
        texts.putIfAbsent(Collections.min(found, bySize), "one of the shortest of the pattern");
        texts.putIfAbsent(Collections.max(found, bySize), "one of the longest of the pattern");
    }
}
