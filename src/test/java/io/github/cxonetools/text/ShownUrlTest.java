package io.github.cxonetools.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShownUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/path, https://example.com/path",
        "https://example.com/@scope/x?code=KEY, https://example.com/@scope/x?code=***",
        "https://example.com?a=1&b=&c, https://example.com?a=***&b=&***",
        "https://u:p@example.com/x#frag, https://***@example.com/x#***",
        "https://example.com/x?mail=a@b, https://example.com/x?mail=***",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:8080/x, http://[::1]:8080/x",
    })
    void showsNoUserAndNoValue(String url, String shown) {
        assertThat(ShownUrl.of(url)).isEqualTo(shown);
    }

    @Test
    void aDigestStandsForAValueAndTellsAnotherFromIt() {
        String stored = ShownUrl.forComparison("https://example.com/x?code=KEY&v=2");

        assertThat(stored)
                .matches("https://example\\.com/x\\?code=sha256:[0-9a-f]{64}&v=sha256:[0-9a-f]{64}")
                .isEqualTo(ShownUrl.forComparison("https://example.com/x?code=KEY&v=2"))
                .isEqualTo(ShownUrl.forComparison(stored))
                .isNotEqualTo(ShownUrl.forComparison("https://example.com/x?code=kEY&v=2"));
        assertThat(ShownUrl.forComparison("https://example.com/x")).isEqualTo("https://example.com/x");
    }
}
