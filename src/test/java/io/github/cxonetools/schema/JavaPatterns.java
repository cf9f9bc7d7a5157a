package io.github.cxonetools.schema;

import java.util.List;
import java.util.Random;

/** Random patterns of {@link java.util.regex.Pattern}, and random texts that they may match. */
final class JavaPatterns {

    private static final List<String> BEGINNINGS = List.of("", "", "", "(?i)", "(?s)", "(?x)", "(?m)", "(?d)");

    private static final List<String> CHARACTERS = List.of(
            "a",
            "b",
            "A",
            "x",
            "1",
            "\\.",
            "-",
            "\u00e4",
            "\\x41",
            "\\t",
            "\\\\",
            "/",
            "}",
            "]",
            ",",
            ".",
            "\\d",
            "\\w",
            "\\s",
            "\\S",
            "\\W",
            "\\h",
            "\\v",
            "\\p{L}",
            "\\p{Alpha}",
            "\\P{Lu}",
            "\\p{Punct}",
            "\\D",
            "\\H",
            "^",
            "$",
            "\\A",
            "\\z",
            "\\Z",
            "\\Qa.b\\E",
            "\\Q+\\E",
            "\\1",
            "(?i)a",
            "(?s).",
            "(?-i)b",
            "# ",
            " ");

    private static final List<String> BRACKETS = List.of(
            "[a-c]",
            "[^a]",
            "[a-c&&[^b]]",
            "[\\w.-]",
            "[^\\W_]",
            "[]a]",
            "[^]a]",
            "[a\\]b]",
            "[a[bx]]",
            "[^a[b]]",
            "[\\d&&[1-5]]",
            "[a-c&&b-x]",
            "[^\\p{L}a]",
            "[-a]",
            "[a-]",
            "[&a]",
            "[ab^]",
            "[\\s\\S]",
            "[A-f]",
            "[^a&&b]",
            "[\\n\\t ]",
            "[a-c[x]&&[bx]]",
            "[a&&\\p{L}]",
            "[\\p{Lower}1]",
            "[^\\s]");

    private static final List<String> QUANTIFIERS =
            List.of("?", "*", "+", "{2}", "{0,1}", "{1,}", "*?", "+?", "??", "++", "*+", "?+", "{1,2}+");

    private static final List<String> OPENINGS =
            List.of("(", "(", "(?:", "(?>", "(?i:", "(?s:", "(?-i:", "(?=", "(?!", "(?<name>");

    private static final List<String> TEXTS = List.of(
            "a",
            "b",
            "A",
            "B",
            "x",
            "1",
            "5",
            ".",
            "-",
            "\n",
            "\r",
            "\r\n",
            "\u0085",
            "\u2028",
            " ",
            "\t",
            "\u00e4",
            "\u00c4",
            "]",
            "^",
            "&",
            "_",
            "\ud83d\ude00",
            "+",
            "\\",
            "#",
            "\u00a0",
            "/");

    private final Random random;

    JavaPatterns(Random random) {
        this.random = random;
    }

    String pattern() {
        return one(BEGINNINGS) + terms(2);
    }

    private String terms(int depth) {
        StringBuilder terms = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            terms.append(term(depth));
        }
        return random.nextInt(5) == 0 ? terms + "|" + term(depth) : terms.toString();
    }

    private String term(int depth) {
        String atom =
                switch (random.nextInt(depth > 0 ? 6 : 3)) {
                    case 0, 1 -> one(CHARACTERS);
                    case 2 -> one(BRACKETS);
                    case 3 -> "(?<" + one(List.of("=", "!")) + one(List.of("a", "[ab]", "ab", ".")) + ")";
                    default -> one(OPENINGS) + terms(depth - 1) + ")";
                };
        return random.nextInt(3) == 0 ? atom + one(QUANTIFIERS) : atom;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(one(TEXTS));
        }
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
