package io.github.cxonetools.text;

import io.github.cxonetools.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    private static final String USER = "the-client";
    private static final String SECRET = "s3cr3t/+&=%~ valuë\"x";

    private final Secrets secrets = new Secrets();

    SecretsTest() {
        secrets.add(SECRET);
    }

    static Stream<Map.Entry<String, String>> spellings() {
        return Spellings.of(USER, SECRET).entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void masksEachSpellingAndNothingElse(Map.Entry<String, String> spelling) {
        assertThat(secrets.mask("before " + spelling.getValue() + " after")).isEqualTo("before *** after");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void masksWhatACutHasLeft(Map.Entry<String, String> spelling) {
        String written = spelling.getValue();
        for (int kept = written.length() * 3 / 4; kept < written.length(); kept++) {
            String masked = secrets.maskCut("before " + written.substring(0, kept));
            assertThat(masked).startsWith("before ").contains("***").doesNotContain(written.substring(0, kept / 2));
            assertThat(secrets.mask("before " + written.substring(0, kept) + " … after"))
                    .matches("before \\S*\\*\\*\\*\\s+… after")
                    .doesNotContain(written.substring(0, kept / 2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer |abc-123.def",
                "basic\t|dXNlcjpwYXNz0=",
                "access_token=|7q",
                "refresh_token: |rt-1",
                "\"id_token\":\"|ey.J",
                "client_secret%3D|9x",
                "client_assertion = \"|aaa",
                "password: |hunter2",
                "passphrase&quot;:&quot;|open"
            })
    void masksWhatStandsBehindAWordForSecretsInAnyCase(String kind) {
        String word = kind.substring(0, kind.indexOf('|'));
        String value = kind.substring(kind.indexOf('|') + 1);
        String odd = word.substring(0, 1) + word.substring(1, 3).toUpperCase(Locale.ROOT) + word.substring(3);
        for (String written : List.of(word, word.toUpperCase(Locale.ROOT), odd)) {
            // The lower case of the first is longer, that of the second is ASCII, the third has none.
            for (String before : List.of("", "{\u0130 ", "\u212A,", "\uD801 ")) {
                assertThat(new Secrets().mask(before + written + value))
                        .startsWith(before)
                        .endsWith("***")
                        .doesNotContain(value);
            }
        }
    }

    @Test
    void leavesAloneWhatIsNoSecret() {
        String text =
                "GET /api/v2/data-actions answered 400 %zz \\u00 &; = 0x \\ ... … &nosuch; 100% \\q https://a/b@c";

        assertThat(secrets.mask(text)).isEqualTo(text);
        assertThat(secrets.maskCut(text)).isEqualTo(text);
        assertThat(new Secrets().mask(SECRET)).isEqualTo(SECRET);
    }

    @Test
    @Timeout(20)
    void takesTimeInProportionToTheText() {
        for (String unit : new String[] {" ", "… ", "\\", "%25", "&#", "://", "s3cr3t/", "\n ", "=", "password"}) {
            secrets.maskCut(unit.repeat(20_000));
        }
    }

    @Test
    void masksASecretOnceForEachPlaceAndTheLongerOfTwo() {
        secrets.add("s3cr3t");

        assertThat(secrets.mask(SECRET + "," + SECRET + ",s3cr3t")).isEqualTo("***,***,***");
    }

    @Test
    void masksNamesAndTextsOfJson() {
        secrets.add("tok3n-value");

        assertThat(Json.compact(
                        MaskedJson.of(Json.read("{\"a\":[\"x tok3n-value\",1],\"tok3n-value\":true}"), secrets)))
                .isEqualTo("{\"a\":[\"x ***\",1],\"***\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:hidden-1@example.com/path, hidden-1",
        "https://user:hid%64en-1@example.com, hidden-1",
        "https://user:hid/den-1@example.com/x, hid/den-1",
        "https://hidden-token@example.com, hidden-token",
        "https://example.com/x?code=hidden-key, hidden-key",
        "https://example.com/x?a=1&code=hidden%2Fkey#f, hidden/key",
        "https://example.com/x?hidden-key, hidden-key",
        "not a url user:hidden-1@example.com, hidden-1",
    })
    void knowsWhatIsSecretInAUrl(String url, String secret) {
        Secrets ofUrl = new Secrets();
        ofUrl.addPartsOf(url);

        assertThat(ofUrl.mask("[" + secret + "]")).isEqualTo("[***]");
        assertThat(ofUrl.mask("example.com/x/path")).isEqualTo("example.com/x/path");
        assertThat(ShownUrl.of(url)).contains("example.com").doesNotContain("hidden", "hid%64en", "hid/den");
    }

    @Test
    void masksAUserAndPasswordInAnyUrl() {
        assertThat(new Secrets().mask("could not reach https://u:p@host/x, sorry"))
                .isEqualTo("could not reach https://***@host/x, sorry");
    }
}
