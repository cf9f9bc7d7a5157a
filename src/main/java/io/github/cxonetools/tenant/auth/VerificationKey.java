package io.github.cxonetools.tenant.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A registered public key. It decides the algorithm, never the token's header: RS256 for RSA of 2048 bits or more, ES256 for
 * P-256. It verifies with the JDK, for the reason that {@link Assertions} tells.
 *
 * @param kid the key's id; null where an assertion need not name it
 */
record VerificationKey(@Nullable String kid, PublicKey key) {

    private static final int MIN_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    /**
     * Reads a key.
     *
     * @param pem {@code -----BEGIN PUBLIC KEY-----} and so on (RFC 7468 section 13)
     * @throws GeneralSecurityException where it is none that can be used here
     */
    static VerificationKey parse(@Nullable String kid, String pem) throws GeneralSecurityException {
        try {
            String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            VerificationKey key = new VerificationKey(kid, decode(spec));
            key.algorithm();
            return key;
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not PEM", e);
        }
    }

    /** The {@code alg} of assertions that this key can have signed. */
    String algorithm() throws GeneralSecurityException {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS) {
            return "RS256";
        }
        if (key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS) {
            return "ES256";
        }
        throw new GeneralSecurityException("neither RSA of 2048 bits or more nor EC P-256");
    }

    boolean hasSigned(String content, byte[] signature) throws GeneralSecurityException {
        Signature verifier =
                Signature.getInstance(key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        verifier.update(content.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(signature);
    }

    private static PublicKey decode(X509EncodedKeySpec spec) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (GeneralSecurityException e) {
            return KeyFactory.getInstance("EC").generatePublic(spec);
        }
    }
}
