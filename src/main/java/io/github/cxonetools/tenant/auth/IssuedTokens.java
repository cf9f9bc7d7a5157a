package io.github.cxonetools.tenant.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens that carry their scopes and expiry, signed with the tenant's key: they need no memory, and hold also after
 * another process has taken the tenant over.
 */
public final class IssuedTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    public IssuedTokens(byte[] key, Duration lifetime, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issue(Set<String> scopes) {
        long expiry = clock.instant().plus(lifetime).getEpochSecond();
        String content =
                encode((expiry + " " + String.join(" ", new TreeSet<>(scopes))).getBytes(StandardCharsets.UTF_8));
        return content + "." + encode(sign(content));
    }

    /** The scopes of a token of ours that has not expired; empty for any other text. */
    Optional<Set<String>> scopes(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 2 || !MessageDigest.isEqual(bytes(encode(sign(parts[0]))), bytes(parts[1]))) {
            return Optional.empty();
        }
        String[] content = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8).split(" ", 2);
        boolean expired = clock.instant().getEpochSecond() >= Long.parseLong(content[0]);
        return expired ? Optional.empty() : Optional.of(Set.of(content[1].split(" ")));
    }

    private byte[] sign(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
