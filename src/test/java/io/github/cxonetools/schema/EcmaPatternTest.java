package io.github.cxonetools.schema;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.EcmaPatternParser;
import io.github.cxonetools.schema.pattern.EcmaProgram;
import io.github.cxonetools.schema.pattern.EcmaSimulation;
import io.github.cxonetools.schema.pattern.StepBudget;
import java.util.Objects;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
    @CsvSource(
            delimiter = ' ',
            value = {
                "^(.*a){25}$ false",
                "^(a+)+$ false",
                "^(a|a)*$ false",
                "^(a?){40}a{40}$ true",
                "(a*)*b false",
                "^(?=(a+)+$) false",
                "(?<=^a{1,30})b false",
                "^(?!(a|aa)*$).*c false",
            })
    @Timeout(10)
    void whatWouldTakeForeverTakesNoTime(String pattern, boolean found) {
        assertThat(find(pattern, found ? "a".repeat(60) : "a".repeat(48) + "!")).isEqualTo(found);
    }

    @Test
    @Timeout(20)
    void aReferenceToAGroupEndsAtTheLimit() {
        assertThatExceptionOfType(StepBudget.ExceededException.class)
                .isThrownBy(() -> find("^(a|aa)+(b?)\\2c$", "a".repeat(100)));
        assertThat(PayloadValidator.of(Json.read("{\"properties\":{\"n\":{\"pattern\":\"^(a|aa)+(b?)\\\\2c$\"}}}"))
                        .validate(Json.read("{\"n\":\"" + "a".repeat(100) + "\"}")))
                .singleElement()
                .asString()
                .startsWith("/n is not matched against ^(a|aa)+(b?)\\2c$, because that takes more than");
    }

    /** Of texts and patterns at random, both engines think the same. */
    @Property
    void theSimulationAgreesWithTheJdk(@ForAll @From("patterns") String pattern, @ForAll @From("texts") String text) {
        EcmaPatternParser parser = new EcmaPatternParser(pattern);
        Pattern jdk = Pattern.compile(parser.toJava());
        EcmaProgram program = Objects.requireNonNull(EcmaProgram.of(parser.tree()));

        boolean simulated = new EcmaSimulation(text, new StepBudget(1_000_000)).find(program);

        assertThat(simulated)
                .as(pattern + " in " + text)
                .isEqualTo(jdk.matcher(text).find());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab_ é\ud83d").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> leaf = Arbitraries.of(
                "a",
                "b",
                ".",
                "[ab]",
                "[^a]",
                "\\w",
                "\\W",
                "\\b",
                "\\B",
                "^",
                "$",
                "\\p{L}",
                "[^\\p{L}_]",
                "(?=b)",
                "(?!a)",
                "(?<=a)",
                "(?<!b)",
                "(?=a.)",
                "(?<=.a)");
        return Arbitraries.recursive(() -> leaf, this::larger, 0, 4);
    }

    private Arbitrary<String> larger(Arbitrary<String> smaller) {
        Arbitrary<String> quantifier = Arbitraries.of("*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}", "*?");
        return Arbitraries.oneOf(
                Combinators.combine(smaller, smaller).as((a, b) -> a + b),
                Combinators.combine(smaller, smaller).as((a, b) -> "(" + a + "|" + b + ")"),
                Combinators.combine(smaller, quantifier).as((a, q) -> "(?:" + a + ")" + q),
                smaller.map(a -> "(?=" + a + ")"),
                smaller.map(a -> "(?!" + a + ")"));
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
                "\\p{Script=Nonesuch}",
                "\\p{General_Category=Alpha_}",
                "(?#c)",
                "(?=a)*",
                "(?<!a){2}",
                "\\h"
            })
    void whatIsNoEcma262IsRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> EcmaPattern.compile(pattern));
    }

    /** A name, a character that has the property, and one that has it not. */
    @ParameterizedTest
    @CsvSource({
        "Letter,é,1",
        "Cased_Letter,é,ª",
        "Lowercase_Letter,a,A",
        "Decimal_Number,\u09e9,x",
        "digit,\u09e9,Ⅷ",
        "punct,¿,+",
        "gc=Letter,é,1",
        "General_Category=Lu,A,a",
        "Script=Greek,α,a",
        "sc=Grek,α,a",
        "Alphabetic,é,1",
        "Alpha,é,1",
        "Lower,é,É",
        "Uppercase,É,é",
        "White_Space,\u0085,x",
        "Hex_Digit,Ａ,G",
        "Assigned,a,\u0378"
    })
    void aPropertyHasTheNamesThatEcma262Has(String name, String has, String hasNot) {
        assertThat(find("^\\p{" + name + "}$", has)).isTrue();
        assertThat(find("^\\p{" + name + "}$", hasNot)).isFalse();
        assertThat(find("^\\P{" + name + "}$", hasNot)).isTrue();
        assertThat(find("^[_\\p{" + name + "}]$", has)).isTrue();
        assertThat(find("^[^\\p{" + name + "}]$", has)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\p{Nonesuch}", "[a\\P{Nonesuch}]", "\\p{sc=Nonesuch}"})
    void aPropertyThatIsNoneIsNamedInOneLine(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EcmaPattern.compile(pattern))
                .withMessageMatching("has \\\\[pP]\\{(sc=)?Nonesuch}, which names no Unicode property that is known");
    }

    private static boolean find(String pattern, String text) {
        return EcmaPattern.compile(pattern).find(text);
    }
}
