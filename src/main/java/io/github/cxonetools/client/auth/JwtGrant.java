package io.github.cxonetools.client.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
import io.github.cxonetools.client.settings.Secret;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.text.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The grant of RFC 7523 section 2.2: a JWT assertion that the client signs. Each request carries an assertion of its own. */
public record JwtGrant(PrivateKey credentials, String audience, Secrets secrets, Time time) implements Grant {

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Below the five minutes that are allowed, because clocks differ. */
    private static final Duration LIFETIME = Duration.ofMinutes(4);

    @Override
    public Form form() throws RejectedException {
        Secret passphrase = credentials.passphrase();
        if (passphrase != null) {
            secrets.add(passphrase.reveal());
        }
        String assertion = assertion(SigningKey.read(credentials.keyFile(), passphrase, secrets));
        secrets.add(assertion);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", credentials.clientId());
        fields.put("client_assertion_type", ASSERTION_TYPE);
        fields.put("client_assertion", assertion);
        return Form.of(fields, null);
    }

    private String assertion(SigningKey key) throws RejectedException {
        Instant now = time.now();
        JWSHeader header = new JWSHeader.Builder(key.algorithm())
                .type(JOSEObjectType.JWT)
                .keyID(key.keyId())
                .build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(credentials.clientId())
                .subject(credentials.clientId())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(key.signer());
        } catch (JOSEException e) {
            throw new RejectedException("The private key " + credentials.keyFile()
                    + " cannot sign: use RSA with 2048 bits or more, or EC on the curve P-256");
        }
        return jwt.serialize();
    }

    /** Each assertion is another, but the same key signs it. */
    @Override
    public boolean mayChange() {
        return false;
    }
}
