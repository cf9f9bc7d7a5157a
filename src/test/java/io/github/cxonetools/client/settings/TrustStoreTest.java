package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Properties;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrustStoreTest {

    @TempDir
    private Path folder;

    private final Properties properties = new Properties();

    @Test
    void nothingIsAskedOfAJvmThatHasItsOwn() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void aWrongPasswordNamesGoalFileAndProperty(String type) throws Exception {
        Path file = store(type);
        properties.setProperty("javax.net.ssl.trustStorePassword", "chanceit");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::check)
                .withMessage("cxone:deploy cannot open the trust store " + file
                        + " (javax.net.ssl.trustStore): the password in javax.net.ssl.trustStorePassword is wrong."
                        + " Correct it");
        properties.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aMissingFileIsNamedInsteadOfTrustingNobody() {
        properties.setProperty(
                "javax.net.ssl.trustStore", folder.resolve("none.p12").toString());

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::check)
                .withMessageEndingWith("none.p12 (javax.net.ssl.trustStore): it is not a file that can be read. Correct"
                        + " javax.net.ssl.trustStore");
    }

    @Test
    void aFileOfAnotherKindIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");
        properties.setProperty("javax.net.ssl.trustStore", file.toString());

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::check)
                .withMessageContaining(file + " (javax.net.ssl.trustStore): it is not a pkcs12 key store.");
    }

    private void check() throws RejectedException {
        TrustStore.check("cxone:deploy", properties);
    }

    private Path store(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry(
                "authority",
                new HeldCertificate.Builder().certificateAuthority(0).build().certificate());
        Path file = folder.resolve("trust." + type);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        properties.setProperty("javax.net.ssl.trustStore", file.toString());
        properties.setProperty("javax.net.ssl.trustStoreType", type);
        return file;
    }
}
