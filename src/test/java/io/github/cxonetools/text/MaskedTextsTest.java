package io.github.cxonetools.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedTextsTest {

    private final Secrets secrets = new Secrets();
    private final MaskedTexts texts = new MaskedTexts(secrets);

    @Test
    void aTextIsMaskedEachTimeAsTheFirstTime() {
        secrets.add("s3cret-value");

        assertThat(texts.mask("a s3cret-value")).isEqualTo("a ***");
        assertThat(texts.mask("a s3cret-value")).isEqualTo("a ***");
        assertThat(texts.mask("1.0.0")).isSameAs(texts.mask("1.0.0"));
    }

    @Test
    void whatWasHarmlessIsMaskedOnceItIsKnownToBeASecret() {
        assertThat(texts.mask("of a token")).isEqualTo("of a token");

        secrets.add("token");

        assertThat(texts.mask("of a token")).isEqualTo("of a ***");
    }

    @Test
    void manyDifferentTextsAreMaskedToo() {
        secrets.add("s3cret-value");

        for (int i = 0; i < 25_000; i++) {
            assertThat(texts.mask(i + " s3cret-value")).isEqualTo(i + " ***");
        }
    }
}
