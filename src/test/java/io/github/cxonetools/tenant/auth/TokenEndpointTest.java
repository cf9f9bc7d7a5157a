package io.github.cxonetools.tenant.auth;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.SettableClock;
import io.github.cxonetools.tenant.TenantCalls;
import io.github.cxonetools.tenant.TenantCalls.Reply;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import io.github.cxonetools.tenant.store.TenantCredentials;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Period;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEndpointTest {

    private static final long NOW = 1_767_600_000;

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock("2026-01-05T08:00:00Z");
    private static final KeyPair RSA = pair("RSA", 2048);
    private static final KeyPair EC = pair("EC", 256);
    private LocalTenant tenant;
    private TenantCalls calls;

    @BeforeEach
    void start() throws Exception {
        tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), clock, TenantEvents.NONE);
        calls = TenantCalls.anonymous(tenant.url());
        ObjectNode client = Json.object().put("clientId", "ci").put("clientSecret", "c=1&2%");
        client.putArray("scopes").add("data-actions:read");
        client.putArray("publicKeys")
                .add(Json.object().put("kid", "r").put("pem", pem(RSA)))
                .add(Json.object().put("pem", pem(EC)));
        client.putArray("accessKeys").add(Json.object().put("id", "key=").put("secret", "s3cret=="));
        ObjectNode clients = Json.object();
        clients.putArray("clients").add(client);
        Files.writeString(directory.resolve("clients.json"), Json.compact(clients));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aFurtherClientHasTheScopesThatItsEntryGives() throws Exception {
        Reply reply = calls.token("grant_type=client_credentials&client_id=ci&client_secret=" + encode("c=1&2%"));

        assertThat(reply.json().get("scope").stringValue()).isEqualTo("data-actions:read");
        assertThat(calls.token("grant_type=client_credentials&client_id=ci&scope=analytics%3Aread&client_secret="
                                + encode("c=1&2%"))
                        .json()
                        .get("error")
                        .stringValue())
                .isEqualTo("invalid_scope");
    }

    @Test
    void assertionsOfARegisteredRsaOrEcKeyAreGoodOnce() throws Exception {
        String signedRs256 = assertion(claims("a"), "RS256", "r", RSA);
        String signedEs256 = assertion(claims("b"), "ES256", null, EC);

        assertThat(byAssertion(signedRs256).status()).isEqualTo(200);
        assertThat(byAssertion(signedEs256).status()).isEqualTo(200);
        assertThat(byAssertion(signedRs256).status()).isEqualTo(401);
        assertThat(byAssertion(signedEs256).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, someone",
        "sub, someone",
        "aud, https://example.com/oauth/token",
        "exp, 1767599900",
        "exp, 1767600400",
        "nbf, 1767600100",
        "exp, 9223372036854775807",
        "nbf, 9223372036854775807",
        "nbf, -9223372036854775807",
        "iat, 9223372036854775807",
        "nbf, soon",
        "jti, ''",
    })
    void anAssertionWithAnotherClaimIsRefused(String claim, String value) throws Exception {
        ObjectNode claims = claims("c");
        if (value.matches("-?[0-9]+")) {
            claims.put(claim, Long.parseLong(value));
        } else {
            claims.put(claim, value);
        }

        assertThat(byAssertion(assertion(claims, "RS256", "r", RSA)).status()).isEqualTo(401);
    }

    @Test
    void anAssertionOfAnotherKeyOrAlgorithmIsRefused() throws Exception {
        assertThat(byAssertion(assertion(claims("d"), "RS256", "r", pair("RSA", 2048)))
                        .status())
                .isEqualTo(401);
        assertThat(byAssertion(assertion(claims("d"), "RS256", "other", RSA)).status())
                .isEqualTo(401);
        assertThat(byAssertion(assertion(claims("d"), "HS256", "r", RSA)).status())
                .isEqualTo(401);
        assertThat(byAssertion(encode("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                                + encode(Json.compact(claims("d")).getBytes(StandardCharsets.UTF_8)) + ".")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b.c", "e30.e30.e30", "....", "%00.%00.%00"})
    void whatIsNoAssertionIsRefused(String assertion) throws Exception {
        assertThat(byAssertion(assertion).status()).isEqualTo(401);
    }

    @Test
    void anAccessKeyNeedsItsClientInTheBasicHeader() throws Exception {
        String form = "grant_type=password&username=" + encode("key=") + "&password=" + encode("s3cret==");

        assertThat(basic(form, "ci", "c=1&2%").status()).isEqualTo(200);
        assertThat(basic(form, "ci", "wrong").status()).isEqualTo(401);
        assertThat(basic(form.replace("s3", "s4"), "ci", "c=1&2%").status()).isEqualTo(401);
        assertThat(calls.token(form).status()).isEqualTo(401);
        assertThat(basic(form, "nobody", "c=1&2%").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"clients\":[{\"clientId\":\"ci\",\"scopes\":[\"all\"]}]}",
                "{\"clients\":[{\"clientId\":\"ci\",\"publicKeys\":[{\"pem\":\"x\"}]}]}",
                "{\"clients\":[{\"clientId\":\"ci\",\"accessKeys\":[{\"id\":\"x\"}]}]}",
            })
    void clientsThatCannotBeReadAreA500ThatNamesTheFile(String content) throws Exception {
        Files.writeString(directory.resolve("clients.json"), content);

        Reply reply = calls.token("grant_type=client_credentials&client_id=ci&client_secret=x");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().get("error_description").stringValue()).contains("clients.json is not usable: ");
        assertThat(calls.token(TenantCalls.grant(TenantCredentials.read(directory)))
                        .status())
                .as("the owner's client does not depend on it")
                .isEqualTo(200);
    }

    @Test
    void aFormThatRepeatsAFieldOrIsJsonIsRefused() throws Exception {
        assertThat(calls.token("grant_type=client_credentials&client_id=a&client_id=b")
                        .status())
                .isEqualTo(400);
        assertThat(calls.post("/oauth/token", "{\"grant_type\":\"client_credentials\"}")
                        .status())
                .isEqualTo(415);
        assertThat(calls.get("/oauth/token").status()).isEqualTo(405);
    }

    private Reply byAssertion(String assertion) throws Exception {
        return calls.token("grant_type=client_credentials&client_assertion_type="
                + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion=" + assertion);
    }

    private Reply basic(String form, String id, String secret) throws Exception {
        String pair = encode(id) + ":" + encode(secret);
        HttpRequest.Builder request = calls.request("/oauth/token")
                .header("Content-Type", TenantCalls.FORM)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        return calls.send(request.POST(BodyPublishers.ofString(form)));
    }

    private ObjectNode claims(String jti) {
        return Json.object()
                .put("iss", "ci")
                .put("sub", "ci")
                .put("aud", tenant.url() + "/oauth/token")
                .put("exp", NOW + 240)
                .put("jti", jti);
    }

    private static String assertion(ObjectNode claims, String algorithm, String kid, KeyPair pair)
            throws GeneralSecurityException {
        ObjectNode header = Json.object().put("alg", algorithm);
        if (kid != null) {
            header.put("kid", kid);
        }
        String content = encode(Json.compact(header).getBytes(StandardCharsets.UTF_8)) + "."
                + encode(Json.compact(claims).getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance(
                pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encode(signature.sign());
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
