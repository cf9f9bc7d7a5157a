package io.github.cxonetools.client;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.http.ProxyAccess;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.ProxySettings;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProxyTest {

    private static final URI TENANT = URI.create("https://tenant.example.com");

    private final MockWebServer proxy = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void theProxyIsAskedForATunnelWithBasicAuthentication() throws Exception {
        proxy.enqueue(new MockResponse.Builder().code(403).build());

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> call("user", "pass-word"))
                .withMessage("Could not obtain an access token: POST /oauth/token got no answer from tenant.example.com"
                        + " through the proxy localhost:" + proxy.getPort() + ": the proxy answered 403. Check"
                        + " cxone.baseUrl and the proxy in settings.xml");

        RecordedRequest request = proxy.takeRequest();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("CONNECT tenant.example.com:443");
        assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic dXNlcjpwYXNzLXdvcmQ=");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTLM", "Negotiate"})
    void whatIsNoBasicAuthenticationIsRefusedByName(String scheme) {
        proxy.enqueue(new MockResponse.Builder()
                .code(407)
                .addHeader("Proxy-Authenticate", scheme)
                .build());

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> call("user", "pass-word"))
                .withMessageContaining("the proxy localhost:" + proxy.getPort() + " wants " + scheme
                        + " authentication, and only basic authentication is supported");
        assertThat(proxy.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNotShown() {
        for (int i = 0; i < 2; i++) {
            proxy.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"p\"")
                    .build());
        }

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> call("user", "pass-word"))
                .withMessageEndingWith(
                        "refused the user name and password of the <proxy> in settings.xml. Correct them")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("pass-word"));
        assertThat(proxy.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aMissingPasswordIsNamed() {
        proxy.enqueue(new MockResponse.Builder()
                .code(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"p\"")
                .build());

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> call(null, null))
                .withMessageContaining("Add <username> and <password> to the <proxy> in settings.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com, true",
        "https://b.internal, true",
        "https://B.INTERNAL, true",
        "https://x.b.internal.org, false",
        "https://other.example.com, false",
        "http://127.0.0.1:8787, true",
        "http://localhost:8787, true"
    })
    void someHostsAreReachedDirectly(URI uri, boolean isDirect) {
        ProxyAccess access = new ProxyAccess(new ProxySettings("p", 1, null, null, "a.example.com|*.internal"));

        assertThat(access.isDirect(uri)).isEqualTo(isDirect);
        assertThat(access.select(uri)).hasSize(1);
    }

    private void call(String userName, String password) throws Exception {
        ProxySettings settings = new ProxySettings("localhost", proxy.getPort(), userName, password, "");
        ClientSettings defaults = Tenant.settings(TENANT, Authentication.CLIENT_CREDENTIALS);
        ClientSettings through = new ClientSettings(
                TENANT,
                TENANT.resolve("/oauth/token"),
                defaults.actionsPath(),
                defaults.metricsPath(),
                defaults.authentication(),
                null,
                true,
                defaults.requestTimeout(),
                1,
                defaults.maxWait(),
                settings,
                "test");
        Credentials credentials = Credentials.clientCredentials("the-client", "s3cr3t", "a test");
        try (CxoneClient client = CxoneClient.connect(through, credentials, new RecordedEvents(), new FakeTime())) {
            assertThat(List.of(client.dataActions().list("A"))).isEmpty();
        }
    }
}
