package io.github.cxonetools.schema;

import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.PatternAmbiguity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PatternAmbiguityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a*)*$",
                "^(a|a)*$",
                "^(a|aa)+$",
                "^(.*a){25}$",
                "^([a-z0-9]+[.]?)+@$",
                "^(\\w+\\s*)+$",
                "^([a-z]|[a-d]x?)*$",
                "^(?=(a+)+b)a",
                "^(a{1,30}){1,30}$",
                "^(?:[0-9]+,?)*;$",
            })
    void findsWhatGrowsExponentially(String pattern) {
        assertThat(degree(pattern)).isEqualTo(PatternAmbiguity.EXPONENTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^.*a.*a.*a.*a$", "^\\s*\\s*\\s*\\s*x$", "^(.*a){4}.*$", "^[a-c]*b+[b-d]*c*[bc]*$"})
    void findsWhatGrowsByAHighPower(String pattern) {
        assertThat(degree(pattern)).isBetween(PatternAmbiguity.HIGH_DEGREE, 9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z0-9]+$",
                "^(voice|chat|email|sms)$",
                "^[A-Z]{2}[0-9]{2}([A-Z0-9]{4}){1,7}$",
                "^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+[.][a-zA-Z]{2,}$",
                "^[0-9]+([.][0-9]+)*$",
                "^([a-z]+-)*[a-z]+$",
                "^(?=.*[A-Z])(?=.*[0-9])(?=.*[!?]).{8,64}$",
                "^.*foo.*$",
                "^(\\d{3})-(\\d{4})$",
                "^(\"[^\"]*\"|'[^']*')*$",
                "^[^@]+@[^@]+$",
                "^(?:a{1,3}b){1,100}$",
                "^[a-z]{0,20}[a-z]{0,20}[a-z]{0,20}[a-z]{0,20}$",
            })
    void warnsOfNoPatternThatPeopleWrite(String pattern) {
        assertThat(degree(pattern)).isLessThan(PatternAmbiguity.HIGH_DEGREE);
    }

    @Test
    @Timeout(20)
    void analysesLargePatternsInBoundedTime() {
        assertThat(degree("^(" + "[a-c]".repeat(140) + ")*$")).isEqualTo(0);
        assertThat(degree("^" + "[a-c]*".repeat(140) + "$")).isNotNegative();
        assertThat(degree("^" + "a".repeat(5000) + "$")).isEqualTo(0);
    }

    private static int degree(String pattern) {
        return EcmaPattern.compile(pattern).degree();
    }
}
