package io.github.cxonetools.tenant.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of the token endpoint: how it proves who it is, and what it may ask for.
 *
 * @param clientSecret null where it has none
 * @param keys which sign its assertions
 * @param accessKeys secrets by id
 */
record TenantClient(
        String clientId,
        @Nullable String clientSecret,
        Set<String> scopes,
        List<VerificationKey> keys,
        Map<String, String> accessKeys) {

    boolean hasSecret(@Nullable String secret) {
        return clientSecret != null && secret != null && isSame(clientSecret, secret);
    }

    boolean hasAccessKey(String id, String secret) {
        String known = accessKeys.get(id);
        return known != null && isSame(known, secret);
    }

    /** In constant time. */
    private static boolean isSame(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TenantClient[clientId=" + clientId + ", scopes=" + scopes + "]";
    }
}
