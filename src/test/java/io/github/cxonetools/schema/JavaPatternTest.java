package io.github.cxonetools.schema;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.JavaPattern;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JavaPatternTest {

    private static final int PATTERNS = 20;
    private static final int TEXTS = 20;

    private static int translated;

    @AfterContainer
    static void manyPatternsWereTranslated() {
        assertThat(translated).isGreaterThan(1000);
    }

    @Property
    void aTranslationMatchesWhatThePatternMatches(@ForAll Random random) {
        JavaPatterns samples = new JavaPatterns(random);
        for (int i = 0; i < PATTERNS; i++) {
            String java = samples.pattern();
            String ecma = translation(java);
            for (int t = 0; t < TEXTS && ecma != null; t++) {
                String text = samples.text();
                assertThat(EcmaPattern.compile(ecma).find(text))
                        .as("%s as %s on \"%s\"", java, ecma, text)
                        .isEqualTo(Pattern.matches(java, text));
            }
        }
    }

    /** Null where the pattern is none, or has no equal. */
    private static String translation(String java) {
        try {
            Pattern.compile(java);
            String ecma = JavaPattern.toEcma(java);
            translated++;
            return ecma;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            ^(voice|chat)$ => ^(voice|chat)$
            a|b => ^(?:a|b)$
            (?<year>\\d{4})-\\k<year> => ^(\\d{4})-(?:\\1)$
            (['"]).*\\1 => ^(["'])[^\\n\\r\\u0085\\u2028\\u2029]*(?:\\1)$
            \\Aab\\z => ^ab$
            ab\\Z => ^ab$
            \\d++x => ^(?:(?=(\\d+))\\1)x$
            (?>ab|a)b => ^(?:(?=(ab|a))\\1)b$
            (?i)ab1 => ^[Aa][Bb]1$
            (?i:a)b => ^(?:[Aa])b$
            (?i)[x-z] => ^[X-Zx-z]$
            (?s). => ^[\\s\\S]$
            (?d). => ^[^\\n]$
            []a]+ => ^[\\]a]+$
            (?:(?!x))* => ^(?:(?!x))*$
            (?!x)* => ^(?:(?!x))*$
            \\Qa.b\\E+ => ^a\\.b+$
            """)
    void whatHasAnEqualIsTranslated(String java, String ecma) {
        assertThat(JavaPattern.toEcma(java)).isEqualTo(ecma);
    }

    @Test
    void flagsOfTheAnnotationAreWrittenOut() {
        assertThat(JavaPattern.toEcma("a b # c", flags("COMMENTS", "CASE_INSENSITIVE")))
                .isEqualTo("^[Aa][Bb]$");
        assertThat(JavaPattern.toEcma("^a.$", flags("MULTILINE", "DOTALL"))).isEqualTo("^(?=[\\s\\S])a[\\s\\S]$");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaPattern.toEcma("a", flags("UNICODE_CASE")))
                .withMessage("has the flag UNICODE_CASE, which JSON Schema does not know");
    }

    private static Object[] flags(String... names) {
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\R",
                "a{1,2}+{1,}",
                "a{2}{2}",
                "(?x)a{1,2}+ {1,}",
                "(?x)a+ +a",
                "(?x)a+ # more\n?",
                "\\bfoo",
                "\\X",
                "(a)|b\\1",
                "(a)?\\1",
                "((a))\\2",
                "(a$)\\n?",
                "a$b",
                "(?m)a|(?:^b)",
                "(?:a?)++",
                "(?>a*?b)",
                "(?>(?:a|b)*c)",
                "a|(?>$|\\W?)",
                "(?>\\Z|\\W?)",
                "(?u)a",
                "(?i)\\p{Lu}",
                "\\p{javaLowerCase}",
                "[a&&\\p{L}]",
                "a(?x) b"
            })
    void whatHasNoEqualIsRefused(String java) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaPattern.toEcma(java))
                .withMessageMatching("(?s)(has|ignores) .*");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaPattern.toEcma("a("))
                .withMessageStartingWith("is not a Java pattern")
                .withCauseInstanceOf(PatternSyntaxException.class);
    }
}
