package io.github.cxonetools.client;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Scope;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant whose certificate a private authority signed: trusted where the JVM's trust store says so, and only there. */
class PrivateAuthorityTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void theTrustStoreOfTheJvmDecides() throws Exception {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        Path trustStore = trustStore(authority);
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate, authority.certificate())
                    .build()
                    .sslSocketFactory());
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body("{\"access_token\":\"tok-123456\",\"expires_in\":3600}")
                    .build());
            URI url = URI.create("https://localhost:" + server.getPort());

            assertThat(run(url, null))
                    .startsWith(
                            "UnavailableException: Could not obtain an access token: POST /oauth/token got no answer"
                                    + " from localhost:" + server.getPort() + ": ")
                    .contains("that this JVM trusts the host's certificate (-Djavax.net.ssl.trustStore)")
                    .doesNotContain("attempts");
            assertThat(run(url, trustStore)).isEqualTo("token obtained");
        }
    }

    private Path trustStore(HeldCertificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static String run(URI url, Path trustStore) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"));
        if (trustStore != null) {
            java.command().add("-Djavax.net.ssl.trustStore=" + trustStore);
            java.command().add("-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        }
        java.command().add(Main.class.getName());
        java.command().add(url.toString());
        Process process = java.start();
        String out = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    /** Obtains a token, in a JVM of its own. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) throws Exception {
            try (CxoneClient client = CxoneClient.connect(
                    Tenant.settings(URI.create(args[0]), Authentication.CLIENT_CREDENTIALS),
                    Credentials.clientCredentials("the-client", "s3cr3t", "a test"),
                    new RecordedEvents(),
                    new FakeTime())) {
                client.require(Scope.DATA_ACTIONS_READ, "the test");
                System.out.println("token obtained");
            } catch (UnavailableException e) {
                System.out.println("UnavailableException: " + e.getMessage());
            }
        }
    }
}
