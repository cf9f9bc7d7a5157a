package io.github.cxonetools.tenant.auth;

import io.github.cxonetools.json.Json;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Verifies JWT assertions by which clients prove who they are (RFC 7523 section 3). The plugin's own client signs with a
 * library for JWTs; verified by the same library, what it did wrong would pass here, and fail in CXone.
 */
public final class Assertions {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** The end of the year 9999. */
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    private final Set<String> audiences;
    private final Clock clock;

    /** Ids of assertions that were used, until they expire: each is good once. */
    private final Map<String, Instant> used = new HashMap<>();

    /** @param audiences the token endpoint's URLs */
    public Assertions(Set<String> audiences, Clock clock) {
        this.audiences = audiences;
        this.clock = clock;
    }

    /** Whether {@code assertion} is the client's: signed, meant for here, fresh, and not used before. */
    boolean isProof(TenantClient client, String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            JsonNode header = Json.read(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            return isSignedBy(client, header, parts[0] + "." + parts[1], signature) && holds(client, claims);
        } catch (JacksonException | IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    /** The subject that {@code assertion} claims to be; empty where it is no JWT. Proves nothing. */
    static String subject(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Json.read(Base64.getUrlDecoder().decode(parts[1]))
                            .path("sub")
                            .asString("")
                    : "";
        } catch (JacksonException | IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isSignedBy(TenantClient client, JsonNode header, String content, byte[] signature)
            throws GeneralSecurityException {
        for (VerificationKey key : client.keys()) {
            boolean named = !header.has("kid")
                    || key.kid() == null
                    || key.kid().equals(header.path("kid").asString(""));
            if (named && key.algorithm().equals(header.path("alg").asString("")) && key.hasSigned(content, signature)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(TenantClient client, JsonNode claims) {
        Instant now = clock.instant();
        Instant expiry = time(claims.path("exp"), Instant.MIN);
        Instant begin = time(claims.path("nbf"), Instant.EPOCH);
        if (expiry.equals(Instant.MIN)
                || begin.equals(Instant.MIN)
                || time(claims.path("iat"), now).equals(Instant.MIN)) {
            return false;
        }
        boolean fresh = expiry.isAfter(now.minus(SKEW))
                && !expiry.isAfter(now.plus(LONGEST).plus(SKEW));
        boolean begun = !begin.isAfter(now.plus(SKEW));
        return claims.path("iss").asString("").equals(client.clientId())
                && claims.path("sub").asString("").equals(client.clientId())
                && isAudience(claims.path("aud"))
                && fresh
                && begun
                && isFirstUse(client.clientId() + " " + claims.path("jti").asString(""), claims, expiry, now);
    }

    /** A NumericDate (RFC 7519 section 2); {@link Instant#MIN} for what no calendar has, {@code absent} for none. */
    private static Instant time(JsonNode claim, Instant absent) {
        if (claim.isMissingNode()) {
            return absent;
        }
        boolean known = claim.isNumber()
                && claim.decimalValue().signum() >= 0
                && claim.decimalValue().compareTo(LAST_SECOND) <= 0;
        return known ? Instant.ofEpochSecond(claim.decimalValue().longValue()) : Instant.MIN;
    }

    private boolean isAudience(JsonNode audience) {
        if (audience.isArray()) {
            for (JsonNode each : audience) {
                if (audiences.contains(each.asString(""))) {
                    return true;
                }
            }
            return false;
        }
        return audiences.contains(audience.asString(""));
    }

    private synchronized boolean isFirstUse(String id, JsonNode claims, Instant expiry, Instant now) {
        used.values().removeIf(until -> until.isBefore(now));
        return !claims.path("jti").asString("").isEmpty() && used.putIfAbsent(id, expiry.plus(SKEW)) == null;
    }
}
