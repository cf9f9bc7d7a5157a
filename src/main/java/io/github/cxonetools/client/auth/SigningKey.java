package io.github.cxonetools.client.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Secret;
import io.github.cxonetools.client.settings.StoredText;
import io.github.cxonetools.text.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs assertions: RS256 or ES256.
 *
 * @param keyId {@code kid}, where the key's file tells one
 */
record SigningKey(
        JWSAlgorithm algorithm, JWSSigner signer, @Nullable String keyId) {

    private static final int SHORTEST_PART = 24;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** Reads PEM (PKCS#8, plain or encrypted) or a JWK; the bytes of the key never leave this class. */
    static SigningKey read(Path file, @Nullable Secret passphrase, Secrets secrets) throws RejectedException {
        String text;
        try {
            // Beside the key there may be a comment in any encoding, which is not read.
            text = StoredText.clean(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RejectedException(
                    "The private key " + file + " cannot be read. Check that the file exists, its permissions, and that"
                            + " it is PEM or a JWK",
                    e);
        }
        addPartsOf(text, secrets);
        try {
            return text.stripLeading().startsWith("{") ? ofJwk(file, text) : ofPem(file, text, passphrase);
        } catch (JOSEException | IllegalArgumentException e) {
            // Neither the message nor the cause is kept: a parser may quote what it read.
            throw new RejectedException("The private key " + file
                    + " cannot sign: use RSA with 2048 bits or more, or EC on the curve P-256");
        }
    }

    /** All of a key, and each of its lines or numbers, that is long enough not to be a word. */
    private static void addPartsOf(String text, Secrets secrets) {
        for (String part : text.split("-----[A-Z0-9 ]+-----|[\"\\s]")) {
            if (part.length() >= SHORTEST_PART) {
                secrets.add(part);
            }
        }
    }

    private static SigningKey ofJwk(Path file, String text) throws RejectedException, JOSEException {
        JWK jwk;
        try {
            jwk = JWK.parse(text);
        } catch (ParseException e) {
            throw new RejectedException("The private key " + file + " is not a JWK that can be read");
        }
        if (!jwk.isPrivate()) {
            throw new RejectedException("The key " + file + " is a public one. Use the private key");
        }
        if (jwk instanceof RSAKey rsa) {
            return new SigningKey(JWSAlgorithm.RS256, new RSASSASigner(rsa), jwk.getKeyID());
        }
        if (jwk instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
            return new SigningKey(JWSAlgorithm.ES256, new ECDSASigner(ec), jwk.getKeyID());
        }
        throw new IllegalArgumentException("unsupported");
    }

    private static SigningKey ofPem(Path file, String text, @Nullable Secret passphrase)
            throws RejectedException, JOSEException {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new RejectedException("The private key " + file + " is neither PEM nor a JWK");
        }
        String type = pem.group(1);
        if (!type.endsWith("PRIVATE KEY")) {
            throw new RejectedException("The file " + file + " holds a " + type + ". Use the private key");
        }
        boolean isOldEncryption = pem.group(2).contains("ENCRYPTED");
        if (isOldEncryption || !(type.equals("PRIVATE KEY") || type.equals("ENCRYPTED PRIVATE KEY"))) {
            throw new RejectedException("The private key " + file + " is in an old format (" + type
                    + "). Convert it: openssl pkcs8 -topk8 -in " + file.getFileName() + " -out key.pem");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
        PrivateKey key = type.equals("PRIVATE KEY") ? Pkcs8.plain(file, der) : Pkcs8.encrypted(file, der, passphrase);
        return of(key);
    }

    private static SigningKey of(PrivateKey key) throws JOSEException {
        if (key instanceof ECPrivateKey ec) {
            Curve curve = Curve.forECParameterSpec(ec.getParams());
            if (!Curve.P_256.equals(curve)) {
                throw new IllegalArgumentException("unsupported");
            }
            return new SigningKey(JWSAlgorithm.ES256, new ECDSASigner(ec), null);
        }
        return new SigningKey(JWSAlgorithm.RS256, new RSASSASigner(key), null);
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
