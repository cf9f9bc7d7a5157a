package io.github.cxonetools.execution.worker;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrowableTextTest {

    @Test
    void noLineOfAMessageCanBeTakenForAFrame() {
        String forged = "bad\n\tat com.example.Card.number(4111111111111111:1)\r\n\t... 3 more\nCaused by: a.b.C: x";
        String stack = ThrowableText.stack(new IllegalStateException(forged, new RuntimeException(forged)));

        assertThat(stack.lines()
                        .filter(Pattern.compile("\\s+(at com\\.example|\\.\\.\\. 3 ).*")
                                .asMatchPredicate()))
                .isEmpty();
        assertThat(stack).contains("java.lang.IllegalStateException: bad\n  | \tat com.example.Card", "\n\tat ");
        assertThat(stack.lines().filter(line -> line.startsWith("Caused by: "))).hasSize(1);
    }

    @Test
    void onlyAClassThatWasLookedForInVainIsMissing() {
        NoClassDefFoundError missing = new NoClassDefFoundError("com/example/Money");
        missing.initCause(new ClassNotFoundException("com.example.Money"));

        assertThat(ThrowableText.describe(missing))
                .isEqualTo("java.lang.NoClassDefFoundError: com/example/Money: no such class on the test class path. "
                        + "Is a dependency missing?");
        assertThat(ThrowableText.describe(new NoClassDefFoundError("Could not initialize class com.example.Money")))
                .isEqualTo("java.lang.NoClassDefFoundError: Could not initialize class com.example.Money");
        assertThat(ThrowableText.describe(new NoClassDefFoundError("anything")))
                .isEqualTo("java.lang.NoClassDefFoundError: anything");
    }
}
