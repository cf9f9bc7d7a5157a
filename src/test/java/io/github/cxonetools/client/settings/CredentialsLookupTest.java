package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Credentials.AccessKey;
import io.github.cxonetools.client.settings.Credentials.ClientCredentials;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cxonetools.client.settings.Authentication.ACCESS_KEY;
import static io.github.cxonetools.client.settings.Authentication.CLIENT_CREDENTIALS;
import static io.github.cxonetools.client.settings.Authentication.PRIVATE_KEY_JWT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialsLookupTest {

    @Test
    void theSourceHasCredentialsOfItsOwnAndSeesNoOthers() throws Exception {
        Map<String, String> target =
                Map.of("CXONE_CLIENT_ID", "target", "CXONE_CLIENT_SECRET", "t", "CXONE_ACCESS_KEY_ID", "k");
        Map<String, String> both = new HashMap<>(target);
        both.putAll(Map.of("CXONE_SOURCE_CLIENT_ID", "source", "CXONE_SOURCE_CLIENT_SECRET", "s"));
        ServerEntry server = new ServerEntry("cxone-source", "of-settings", "s3cr3t", null, null);

        Credentials found = new CredentialsLookup(both, id -> null, TenantRole.SOURCE)
                .find(Authentication.CLIENT_CREDENTIALS, null, null);
        assertThat(found.clientId()).isEqualTo("source");
        assertThat(found.source())
                .isEqualTo("environment variables CXONE_SOURCE_CLIENT_ID and CXONE_SOURCE_CLIENT_SECRET");
        assertThat(new CredentialsLookup(both, id -> null)
                        .find(Authentication.CLIENT_CREDENTIALS, null, null)
                        .clientId())
                .isEqualTo("target");
        assertThat(new CredentialsLookup(target, id -> id.equals("cxone-source") ? server : null, TenantRole.SOURCE)
                        .find(Authentication.CLIENT_CREDENTIALS, null, null)
                        .clientId())
                .isEqualTo("of-settings");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () -> new CredentialsLookup(target, id -> id.equals("cxone") ? server : null, TenantRole.SOURCE)
                                .find(Authentication.CLIENT_CREDENTIALS, null, null))
                .withMessage(
                        "No credentials for the source tenant. Set the environment variables CXONE_SOURCE_CLIENT_ID and"
                                + " CXONE_SOURCE_CLIENT_SECRET, or add to settings.xml a <server> with <id>cxone-source</id>,"
                                + " <username> (client id) and <password> (client secret)");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new CredentialsLookup(
                                Map.of("CXONE_SOURCE_CLIENT_ID", "half"), id -> server, TenantRole.SOURCE)
                        .find(Authentication.CLIENT_CREDENTIALS, null, null))
                .withMessageContaining("but not CXONE_SOURCE_CLIENT_SECRET (or CXONE_SOURCE_CLIENT_SECRET_FILE)");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new CredentialsLookup(target, id -> null, TenantRole.SOURCE)
                        .find(Authentication.CLIENT_CREDENTIALS, "eu", null))
                .withMessageContaining("which cxone.sourceServerId names");
    }

    private static final Map<String, String> PAIR =
            Map.of("CXONE_CLIENT_ID", "env-id", "CXONE_CLIENT_SECRET", "env-secret");

    @Test
    void anExplicitServerComesFirst() throws Exception {
        Credentials found = lookup(PAIR, server("prod", "prod-id", "prod-secret"), server("cxone", "x", "y"))
                .find(CLIENT_CREDENTIALS, "prod", null);

        assertThat(found.clientId()).isEqualTo("prod-id");
        assertThat(found.source()).isEqualTo("<server> prod in settings.xml");
        assertThat(((ClientCredentials) found).secret().reveal()).isEqualTo("prod-secret");
    }

    @Test
    void theEnvironmentComesBeforeTheDefaultServer() throws Exception {
        Credentials found = lookup(PAIR, server("cxone", "x", "y")).find(CLIENT_CREDENTIALS, null, null);

        assertThat(found.clientId()).isEqualTo("env-id");
        assertThat(found.source()).isEqualTo("environment variables CXONE_CLIENT_ID and CXONE_CLIENT_SECRET");
    }

    @Test
    void theDefaultServerComesLast() throws Exception {
        Map<String, String> blank = Map.of("CXONE_CLIENT_ID", "", "CXONE_CLIENT_SECRET", " ");

        assertThat(lookup(blank, server("cxone", "x", "y"))
                        .find(CLIENT_CREDENTIALS, null, null)
                        .clientId())
                .isEqualTo("x");
    }

    @Test
    void withoutAnyTheMessageSaysBothWays() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(Map.of()).find(CLIENT_CREDENTIALS, null, null))
                .withMessage("No credentials for CXone. Set the environment variables CXONE_CLIENT_ID and"
                        + " CXONE_CLIENT_SECRET, or add to settings.xml a <server> with <id>cxone</id>, <username>"
                        + " (client id) and <password> (client secret)");
    }

    @Test
    void anUnknownExplicitServerIsNotReplacedByAnother() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(PAIR, server("cxone", "x", "y")).find(CLIENT_CREDENTIALS, "prd", null))
                .withMessage("settings.xml has no <server> with <id>prd</id>, which cxone.serverId names. Add it, or"
                        + " correct cxone.serverId");
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_CREDENTIALS, CXONE_CLIENT_ID, CXONE_CLIENT_SECRET (or CXONE_CLIENT_SECRET_FILE)",
        "CLIENT_CREDENTIALS, CXONE_CLIENT_SECRET, CXONE_CLIENT_ID",
        "PRIVATE_KEY_JWT, CXONE_CLIENT_ID, CXONE_PRIVATE_KEY_FILE",
        "PRIVATE_KEY_JWT, CXONE_PRIVATE_KEY_FILE, CXONE_CLIENT_ID"
    })
    void halfAPairIsAnError(Authentication authentication, String present, String missing) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        lookup(Map.of(present, "v"), server("cxone", "x", "y")).find(authentication, null, null))
                .withMessageContaining("not " + missing + ". Set both, or neither");
    }

    @Test
    void halfAServerIsAnErrorThatNamesTheElement() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(Map.of(), server("cxone", "x", null)).find(CLIENT_CREDENTIALS, null, null))
                .withMessage("The <server> cxone in settings.xml has no <password>. Add it there");
    }

    @Test
    void whatCouldNotBeDecryptedIsNotSent() {
        String encrypted = "{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}";

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () -> lookup(Map.of(), server("cxone", "x", encrypted)).find(CLIENT_CREDENTIALS, null, null))
                .withMessageStartingWith("The <password> of the <server> cxone in settings.xml could not be decrypted.")
                .satisfies(e -> assertThat(e).hasMessageNotContaining(encrypted));
    }

    @Test
    void aSecretFileIsReadEachTime(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "first\n");
        Map<String, String> environment = Map.of("CXONE_CLIENT_ID", "id", "CXONE_CLIENT_SECRET_FILE", file.toString());

        Secret secret = ((ClientCredentials) lookup(environment).find(CLIENT_CREDENTIALS, null, null)).secret();

        assertThat(secret.reveal()).isEqualTo("first");
        Files.writeString(file, "second");
        assertThat(secret.reveal()).isEqualTo("second");
        Files.delete(file);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(secret::reveal)
                .withMessageStartingWith("CXONE_CLIENT_SECRET_FILE names " + file + ", which cannot be read");
    }

    @Test
    void twoSecretsAreOneTooMany() {
        Map<String, String> environment =
                Map.of("CXONE_CLIENT_ID", "id", "CXONE_CLIENT_SECRET", "a", "CXONE_CLIENT_SECRET_FILE", "/run/secret");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(environment).find(CLIENT_CREDENTIALS, null, null))
                .withMessage("CXONE_CLIENT_SECRET and CXONE_CLIENT_SECRET_FILE are both set. Unset one of them");
    }

    @Test
    void aPrivateKeyComesFromAFile() throws Exception {
        ServerEntry entry = new ServerEntry("cxone", "id", null, "/keys/cxone.pem", "open sesame");

        PrivateKey key = (PrivateKey) lookup(Map.of(), entry).find(PRIVATE_KEY_JWT, null, null);

        assertThat(key.keyFile()).isEqualTo(Path.of("/keys/cxone.pem"));
        assertThat(key.clientId()).isEqualTo("id");
    }

    @Test
    void anAccessKeyComesBesidesTheClient() throws Exception {
        AccessKey key = (AccessKey)
                lookup(PAIR, server("cxone-access-key", "key-id", "key-secret")).find(ACCESS_KEY, null, null);

        assertThat(key.keyId()).isEqualTo("key-id");
        assertThat(key.source())
                .isEqualTo("environment variables CXONE_CLIENT_ID and CXONE_CLIENT_SECRET and <server>"
                        + " cxone-access-key in settings.xml");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(PAIR).find(ACCESS_KEY, null, null))
                .withMessageStartingWith("No access key for CXone. Set the environment variables CXONE_ACCESS_KEY_ID");
    }

    @Test
    void noSecretShowsInAnyText() throws Exception {
        ServerEntry entry = new ServerEntry("cxone", "id", "s3cr3t", "/k", "s3cr3t");
        ServerEntry key = server("cxone-access-key", "key-id", "s3cr3t");
        CredentialsLookup lookup = lookup(Map.of(), entry, key);

        assertThat(Stream.of(
                        lookup.find(CLIENT_CREDENTIALS, null, null),
                        lookup.find(PRIVATE_KEY_JWT, null, null),
                        lookup.find(ACCESS_KEY, null, null),
                        entry,
                        Secret.of("s3cr3t"),
                        new ProxySettings("p", 1, "u", "s3cr3t", "")))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\n",
                "%s\r\n",
                "  %s\t",
                "\uFEFF%s",
                "\uFEFF %s\n\n",
                "\u00A0%s\u200B",
                "%s\0",
                "\uFFFD\uFFFD\uFFFD%s",
                "\u00EF\u00BB\u00BF%s"
            })
    void whatEditorsLeaveAtTheEndsIsTakenOffInEverySource(String stored, @TempDir Path folder) throws Exception {
        String id = stored.formatted("id");
        String secret = stored.formatted("s3 cr3t");
        Path file = Files.writeString(folder.resolve("secret"), secret);
        Map<String, String> pair = Map.of("CXONE_CLIENT_ID", id, "CXONE_CLIENT_SECRET", secret);
        Map<String, String> inFile = Map.of("CXONE_CLIENT_ID", id, "CXONE_CLIENT_SECRET_FILE", stored.formatted(file));
        Map<String, String> key = Map.of(
                "CXONE_CLIENT_ID", id,
                "CXONE_PRIVATE_KEY_FILE", stored.formatted("/keys/cxone.pem"),
                "CXONE_PRIVATE_KEY_PASSPHRASE", secret,
                "CXONE_CLIENT_SECRET", secret,
                "CXONE_ACCESS_KEY_ID", id,
                "CXONE_ACCESS_KEY_SECRET", secret);
        ServerEntry entry = new ServerEntry("cxone", id, secret, stored.formatted("/keys/cxone.pem"), secret);
        ServerEntry accessKey = server("cxone-access-key", id, secret);

        for (CredentialsLookup lookup : List.of(lookup(pair), lookup(inFile), lookup(Map.of(), entry))) {
            ClientCredentials found = (ClientCredentials) lookup.find(CLIENT_CREDENTIALS, null, null);
            assertThat(found.clientId()).isEqualTo("id");
            assertThat(found.secret().reveal()).isEqualTo("s3 cr3t");
        }
        for (CredentialsLookup lookup : List.of(lookup(key), lookup(Map.of(), entry, accessKey))) {
            PrivateKey privateKey = (PrivateKey) lookup.find(PRIVATE_KEY_JWT, null, null);
            AccessKey found = (AccessKey) lookup.find(ACCESS_KEY, null, null);
            assertThat(privateKey.keyFile()).isEqualTo(Path.of("/keys/cxone.pem"));
            assertThat(privateKey.passphrase()).isNotNull().satisfies(phrase -> assertThat(phrase.reveal())
                    .isEqualTo("s3 cr3t"));
            assertThat(found.keyId()).isEqualTo("id");
            assertThat(found.keySecret().reveal()).isEqualTo("s3 cr3t");
        }
    }

    @ParameterizedTest
    @CsvSource({"CXONE_CLIENT_SECRET, CLIENT_CREDENTIALS", "CXONE_PRIVATE_KEY_FILE, PRIVATE_KEY_JWT"})
    void severalLinesAreNamedAndNotShown(String variable, Authentication authentication) {
        Map<String, String> environment = Map.of("CXONE_CLIENT_ID", "id", variable, "-----BEGIN KEY-----\ns3cr3t\n");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(environment).find(authentication, null, null))
                .withMessage(variable + " holds a line break or another control character. Store the value alone, on"
                        + " one line");
    }

    @ParameterizedTest
    @CsvSource({
        "${env.CXONE_PASS}, 'is ${env.CXONE_PASS}, and the environment variable CXONE_PASS is not set. Set it'",
        "abc${env.REST}, 'is ${env.REST}, and the environment variable REST is not set. Set it'",
        "${cxone.secret}, 'is ${cxone.secret}, and Maven knows no property cxone.secret. Set it, or use ${env.NAME} for"
                + " an environment variable'",
        "'', 'is empty. Write it there, or set the environment variable that it names'"
    })
    void aTextThatMavenHasNotFilledInSaysWhatIsNotSet(String text, String problem) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> lookup(Map.of(), server("cxone", "x", text)).find(CLIENT_CREDENTIALS, null, null))
                .withMessage("The <password> of the <server> cxone in settings.xml " + problem);
    }

    @Test
    void anElementThatIsNotNeededIsNotChecked() throws Exception {
        ServerEntry entry = new ServerEntry("cxone", "id", "s3cr3t", "${env.KEY}", "${env.PASSPHRASE}");

        assertThat(lookup(Map.of(), entry).find(CLIENT_CREDENTIALS, null, null).clientId())
                .isEqualTo("id");
    }

    private static CredentialsLookup lookup(Map<String, String> environment, ServerEntry... servers) {
        Map<String, ServerEntry> byId = Stream.of(servers).collect(Collectors.toMap(ServerEntry::id, entry -> entry));
        return new CredentialsLookup(environment, byId::get);
    }

    private static ServerEntry server(String id, String userName, String password) {
        return new ServerEntry(id, userName, password, null, null);
    }
}
