package io.github.cxonetools.schema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EcmaPatternTest {

    @Test
    void theEndIsTheVeryEnd() {
        assertThat(find("^a$", "a")).isTrue();
        assertThat(find("^a$", "a\n")).isFalse();
    }

    @Test
    void theDotExcludesFourCharactersAndCountsAstralOnesOnce() {
        assertThat(find("^.$", "\u0085")).isTrue();
        assertThat(find("^.$", "\u2028")).isFalse();
        assertThat(find("^.$", "\ud83d\ude00")).isTrue();
    }

    @Test
    void classesAreThoseOfTheSpecification() {
        assertThat(find("^\\d$", "\u0663")).isFalse();
        assertThat(find("^\\w$", "ä")).isFalse();
        assertThat(find("^\\s$", "\u00a0")).isTrue();
        assertThat(find("^[\\S]$", "\ufeff")).isFalse();
        assertThat(find("^[^\\D]$", "7")).isTrue();
        assertThat(find("ä\\b", "ä ")).isFalse();
        assertThat(find("a\\b", "aä")).isTrue();
    }

    @Test
    void bracketsHoldWhatJavaWouldReadAsSyntax() {
        assertThat(find("^[[&&b]$", "&")).isTrue();
        assertThat(find("^[[&&b]$", "[")).isTrue();
        assertThat(find("^[a-]$", "-")).isTrue();
        assertThat(find("[]", "a")).isFalse();
        assertThat(find("^[^]$", "\n")).isTrue();
        assertThat(find("^[\\u0041-\\x43]$", "B")).isTrue();
        assertThat(find("^[\\ud83d\\ude00]$", "\ud83d\ude00")).isTrue();
        assertThat(find("^[^\\p{L}]$", "1")).isTrue();
    }

    @Test
    void groupsQuantifiersAndReferencesWork() {
        assertThat(find("^(a|b)\\10{2}?$", "aa00")).isTrue();
        assertThat(find("^(?:ab){2,}(?=c)", "ababc")).isTrue();
        assertThat(find("(?<!x)y", "xy")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a**",
                "a{",
                "{1}",
                "a}",
                "]",
                "(",
                ")",
                "[a",
                "\\",
                "\\Z",
                "\\Qa\\E",
                "[b-a]",
                "[\\d-a]",
                "(?>a)",
                "\\u{110000}",
                "\\p",
                "\\p{Not A Name}",
                "\\p{Nonesuch}",
                "(?#c)",
                "(?=a)*",
                "(?<!a){2}",
                "\\h"
            })
    void whatIsNoEcma262IsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> EcmaPattern.compile(pattern));
    }

    private static boolean find(String pattern, String text) {
        return EcmaPattern.compile(pattern).find(text);
    }
}
