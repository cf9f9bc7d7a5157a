package io.github.cxonetools.client.settings;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.FakeTime;
import io.github.cxonetools.client.Rotating;
import io.github.cxonetools.client.Tenant;
import io.github.cxonetools.client.auth.JwtGrant;
import io.github.cxonetools.client.settings.Credentials.AccessKey;
import io.github.cxonetools.client.settings.Credentials.ClientCredentials;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
import io.github.cxonetools.text.Secrets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthenticationTest {

    private static final String PASSPHRASE = "open sesame";
    private static final FakeTime TIME = new FakeTime();

    @TempDir
    private Path folder;

    @Test
    void anRsaKeySignsAFreshAssertionForEachRequest() throws Exception {
        KeyPair pair = rsa(2048);
        Path file = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        try (Tenant tenant = tenant(file, null)) {
            tenant.token().answer(401, "").token().answer(200, "{\"entities\":[],\"total\":0}");
            tenant.client.dataActions().list("A");

            Map<String, String> form = form(tenant.recorded().get(0));
            assertThat(form)
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .doesNotContainKey("client_secret");
            SignedJWT jwt = SignedJWT.parse(form.get("client_assertion"));
            assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                    .isTrue();
            assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("the-client");
            assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("the-client");
            assertThat(jwt.getJWTClaimsSet().getAudience())
                    .containsExactly(tenant.server.url("/oauth/token").toString());
            assertThat(jwt.getJWTClaimsSet().getExpirationTime().toInstant())
                    .isAfter(FakeTime.START)
                    .isBeforeOrEqualTo(FakeTime.START.plusSeconds(300));
        }
    }

    @Test
    void everyAssertionHasAnIdOfItsOwn() throws Exception {
        Path file = pem("PRIVATE KEY", rsa(2048).getPrivate().getEncoded());
        JwtGrant grant = new JwtGrant(key(file, null), "aud", new Secrets(), new FakeTime());

        assertThat(jwtId(grant)).isNotEqualTo(jwtId(grant));
    }

    @Test
    void keysThatOpensslEncryptedSign() throws Exception {
        SignedJWT ec = signed(new JwtGrant(key(resource("ec-encrypted.pem"), PASSPHRASE), "a", new Secrets(), TIME));
        SignedJWT rsa = signed(new JwtGrant(key(resource("rsa-encrypted.pem"), PASSPHRASE), "a", new Secrets(), TIME));

        assertThat(ec.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(ec.verify(new ECDSAVerifier((ECPublicKey) publicKey("EC", "ec-public.pem"))))
                .isTrue();
        assertThat(rsa.verify(new RSASSAVerifier((RSAPublicKey) publicKey("RSA", "rsa-public.pem"))))
                .isTrue();
    }

    @Test
    void aJwkBringsItsKeyId() throws Exception {
        ECKey jwk = new ECKeyGenerator(Curve.P_256).keyID("key-7").generate();
        Path file = Files.writeString(folder.resolve("key.jwk"), jwk.toJSONString());

        SignedJWT jwt = signed(new JwtGrant(key(file, null), "aud", new Secrets(), new FakeTime()));

        assertThat(jwt.getHeader().getKeyID()).isEqualTo("key-7");
        assertThat(jwt.verify(new ECDSAVerifier(jwk))).isTrue();
    }

    @Test
    void aKeyThatCannotBeUsedSaysWhy() throws Exception {
        byte[] weak = rsa(1024).getPrivate().getEncoded();
        refused(
                pem("PRIVATE KEY", weak),
                null,
                "cannot sign: use RSA with 2048 bits or more, or EC on the curve P-256");
        refused(
                resource("ec-encrypted.pem"),
                null,
                "is encrypted. Give its passphrase: the environment"
                        + " variable CXONE_PRIVATE_KEY_PASSPHRASE, or <passphrase>");
        refused(resource("ec-encrypted.pem"), "wrong", "cannot be decrypted. Check its passphrase");
        refused(resource("ec-scrypt.pem"), PASSPHRASE, "Encrypt it with openssl pkcs8 -topk8 -v2 aes-256-cbc");
        refused(pem("RSA PRIVATE KEY", weak), null, "openssl pkcs8 -topk8 -in key.pem -out key.pem");
        refused(pem("PUBLIC KEY", weak), null, "holds a PUBLIC KEY. Use the private key");
        refused(Files.writeString(folder.resolve("x"), "hello"), null, "is neither PEM nor a JWK");
        refused(folder.resolve("absent"), null, "cannot be read. Check that the file exists");
        String publicJwk = new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString();
        refused(Files.writeString(folder.resolve("p"), publicJwk), null, "is a public one. Use the private key");
    }

    @Test
    void anAccessKeyIsSentAsUserNameAndPasswordBesidesTheClient() throws Exception {
        ClientCredentials client = new ClientCredentials("cli:ent", Secret.of("se cret="), "a test");
        AccessKey key = new AccessKey(client, "AKIA=", Secret.of("key secret="), "a test");
        try (Tenant tenant = new Tenant(key, Authentication.ACCESS_KEY)) {
            tenant.token().answer(200, "{\"entities\":[],\"total\":0}");
            tenant.client.dataActions().list("A");

            RecordedRequest request = tenant.recorded().get(0);
            assertThat(Tenant.body(request)).isEqualTo("grant_type=password&username=AKIA%3D&password=key+secret%3D");
            String basic = request.getHeaders().get("Authorization").substring("Basic ".length());
            assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
                    .isEqualTo("cli%3Aent:se+cret%3D");
        }
    }

    @Test
    void aSecretFileThatWasRotatedIsReadAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "old-secret");
        ClientCredentials rotated =
                new ClientCredentials("the-client", Secret.in(file, "CXONE_CLIENT_SECRET_FILE"), "a test");
        try (Tenant tenant = new Tenant(rotated, Authentication.CLIENT_CREDENTIALS)) {
            tenant.token().answer(401, "").answer(401, "").token().answer(200, "{\"entities\":[],\"total\":0}");
            tenant.server.setDispatcher(new Rotating(tenant.server.getDispatcher(), file));

            tenant.client.dataActions().list("A");

            assertThat(tenant.recorded().stream().map(Tenant::body).filter(body -> !body.isEmpty()))
                    .extracting(body -> body.replaceAll(".*client_secret=", ""))
                    .containsExactly("old-secret", "old-secret", "new-secret");
        }
    }

    @Test
    void aWrongClockIsNamedWhereAnAssertionIsRefused() throws Exception {
        Path file = pem("PRIVATE KEY", rsa(2048).getPrivate().getEncoded());
        try (Tenant tenant = tenant(file, null)) {
            tenant.answer(400, "{\"error\":\"invalid_client\"}", "Date", "Thu, 15 Jan 2026 11:50:00 GMT");

            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> tenant.client.dataActions().list("A"))
                    .withMessageEndingWith("This machine's clock is 600 s ahead of the server's: correct it");
        }
    }

    private static SignedJWT signed(JwtGrant grant) throws Exception {
        return SignedJWT.parse(
                form(new String(grant.form().body(), StandardCharsets.US_ASCII)).get("client_assertion"));
    }

    private static String jwtId(JwtGrant grant) throws Exception {
        return signed(grant).getJWTClaimsSet().getJWTID();
    }

    private static void refused(Path file, String passphrase, String message) {
        JwtGrant grant = new JwtGrant(key(file, passphrase), "aud", new Secrets(), new FakeTime());
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(grant::form)
                .withMessageContaining(file.toString())
                .withMessageContaining(message)
                .satisfies(
                        e -> assertThat(e.getCause() instanceof JOSEException).isFalse());
    }

    private static Tenant tenant(Path file, String passphrase) {
        return new Tenant(key(file, passphrase), Authentication.PRIVATE_KEY_JWT);
    }

    private static PrivateKey key(Path file, String passphrase) {
        return new PrivateKey("the-client", file, passphrase == null ? null : Secret.of(passphrase), "a test");
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static Path resource(String name) throws Exception {
        return Path.of(AuthenticationTest.class.getResource(name).toURI());
    }

    private static PublicKey publicKey(String algorithm, String name) throws Exception {
        String base64 = Files.readString(resource(name)).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance(algorithm)
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }

    private Path pem(String type, byte[] der) throws Exception {
        String text = "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END "
                + type + "-----\n";
        return Files.writeString(folder.resolve("key.pem"), text);
    }

    private static Map<String, String> form(RecordedRequest request) {
        return form(Tenant.body(request));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
