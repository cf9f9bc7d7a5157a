package io.github.cxonetools.mojo.project;

import io.github.cxonetools.text.Secrets;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedactedTextTest {

    private final RedactedText redacted = new RedactedText(new Secrets());

    @Test
    void aCauseThatHoldsASecretLosesItsTextAndSoDoesItsOwn() {
        redacted.secrets().add("s3cr3t/value");
        IOException inner = new IOException("harmless");
        Throwable cause =
                redacted.cause(new ProtocolException("Unexpected status line: s3cr3t%2Fvalue").initCause(inner));

        assertThat(cause).hasToString("java.net.ProtocolException").hasMessage("java.net.ProtocolException");
        assertThat(cause.getCause()).hasToString("java.io.IOException");
        assertThat(cause.getStackTrace()).isNotEmpty();
    }

    @Test
    void whatIsSuppressedIsLookedAtToo() {
        redacted.secrets().add("s3cr3t/value");
        IOException cause = new IOException("harmless");
        assertThat(redacted.cause(cause)).isSameAs(cause);

        cause.addSuppressed(new IOException("s3cr3t/value"));
        assertThat(redacted.cause(cause).getSuppressed()).isEmpty();
    }

    @Test
    void anErrorOfThisPluginsOwnLosesItsTextToo() {
        redacted.secrets().add("s3cr3t/value");
        RuntimeException error = new IllegalArgumentException("Illegal character in https://x/?s3cr3t/value");

        assertThat(redacted.internal(error)).hasMessage("Illegal character in https://x/?***");
        assertThat(redacted.internal(new IllegalStateException("a"))).hasMessage("a");
    }

    @Test
    void theTextIsShownVisibly() {
        assertThat(redacted.text("a\u001b[2J\n[INFO] BUILD SUCCESS\n  - b"))
                .isEqualTo("a\\u001B[2J\\n[INFO] BUILD SUCCESS\n  - b");
    }

    @Test
    void aBuildKnowsWhatItsEnvironmentAndItsSettingsHold() {
        Settings settings = new Settings();
        Server server = new Server();
        server.setPassword("server-pa55");
        server.setPassphrase("server-phra5e");
        settings.addServer(server);
        Proxy proxy = new Proxy();
        proxy.setPassword("proxy-pa55");
        settings.addProxy(proxy);
        System.setProperty("javax.net.ssl.trustStorePassword", "tru5t-pa55");
        try {
            Secrets secrets = SessionSecrets.known(
                    Map.of(
                            "CXONE_CLIENT_SECRET",
                            "client-pa55",
                            "CXONE_PRIVATE_KEY_PASSPHRASE",
                            "key-phra5e",
                            "CXONE_ACCESS_KEY_SECRET",
                            "acce55-key",
                            "CXONE_SOURCE_CLIENT_SECRET",
                            "source-pa55",
                            "CXONE_SOURCE_ACCESS_KEY_SECRET",
                            "source-acce55",
                            "CXONE_BASE_URL",
                            "https://u:url-pa55@h/?code=query-value"),
                    settings);

            for (String secret : new String[] {
                "server-pa55",
                "server-phra5e",
                "proxy-pa55",
                "tru5t-pa55",
                "client-pa55",
                "key-phra5e",
                "acce55-key",
                "source-pa55",
                "source-acce55",
                "url-pa55",
                "query-value"
            }) {
                assertThat(secrets.mask("[" + secret + "]")).isEqualTo("[***]");
            }
        } finally {
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }
}
