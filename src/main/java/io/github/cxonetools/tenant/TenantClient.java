package io.github.cxonetools.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/** A client of the token endpoint and what it may ask for. */
record TenantClient(String clientId, String clientSecret, Set<String> scopes) {

    /** Compares in constant time. */
    boolean hasSecret(String secret) {
        return MessageDigest.isEqual(
                clientSecret.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TenantClient[clientId=" + clientId + ", clientSecret=***, scopes=" + scopes + "]";
    }
}
