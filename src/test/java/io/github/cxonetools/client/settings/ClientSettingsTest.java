package io.github.cxonetools.client.settings;

import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api-us-1.nicecxone.com",
                "https://tenant.example.com:8443/cxone/",
                "http://127.0.0.1:8787",
                "http://[::1]:8787",
                "http://localhost"
            })
    void tenantsAreReachedOverHttpsOrOnThisMachine(String url) {
        assertThat(settings(url, 5, Duration.ofSeconds(1)).baseUrl()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com, is plain HTTP, and would send the credentials unprotected. Use https://",
        "http://127.0.0.1.example.com, is plain HTTP",
        "api.example.com, is not an absolute HTTPS URL",
        "ftp://api.example.com, is not an absolute HTTPS URL",
        "https://api.example.com?a=b, has a query or a fragment",
        "https://api.example.com/#a, has a query or a fragment"
    })
    void anyOtherBaseUrlIsRefused(String url, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url, 5, Duration.ofSeconds(1)))
                .withMessageStartingWith("cxone.baseUrl \"" + ShownUrl.of(url) + "\" ")
                .withMessageContaining(message);
    }

    @Test
    void aPasswordInTheUrlIsRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://user:s3cr3t@api.example.com", 5, Duration.ofSeconds(1)))
                .withMessageStartingWith("cxone.baseUrl holds a user name or password")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cr3t@api_host",
                "https://s3cr3t@api.example.com",
                "https://api.example.com?code=s3cr3t",
                "https://api.example.com/#s3cr3t",
                "ftp://api.example.com/?s3cr3t",
                "http://api.example.com:80?a=s3cr3t"
            })
    void noMessageRepeatsWhatMayBeAKey(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url, 5, Duration.ofSeconds(1)))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 99_999})
    void aPortIsOneThatThereIs(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://a.example.com:" + port, 5, Duration.ofSeconds(1)))
                .withMessage("cxone.baseUrl has the port " + port + ". Use 1 to 65535");
    }

    @Test
    void theTokenUrlStandsUnderTheSameRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings("https://a.example.com", "http://auth.example.com", 1, Duration.ofSeconds(1)))
                .withMessage("cxone.tokenUrl \"http://auth.example.com\" is plain HTTP, and would send the credentials"
                        + " unprotected. Use https://");
    }

    @Test
    void valuesOutsideTheirBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://a.example.com", 0, Duration.ofSeconds(1)))
                .withMessage("cxone.maxAttempts is 0. Use 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("https://a.example.com", 1, Duration.ZERO))
                .withMessage("cxone.requestTimeout is PT0S. Use a duration above zero, for example PT30S");
    }

    private static ClientSettings settings(String url, int maxAttempts, Duration requestTimeout) {
        return settings(url, "https://auth.example.com/token", maxAttempts, requestTimeout);
    }

    private static ClientSettings settings(String url, String tokenUrl, int maxAttempts, Duration requestTimeout) {
        return new ClientSettings(
                URI.create(url),
                URI.create(tokenUrl),
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                Authentication.CLIENT_CREDENTIALS,
                null,
                false,
                requestTimeout,
                maxAttempts,
                Duration.ZERO,
                null,
                "test");
    }
}
