package io.github.cxonetools.tenant.auth;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.store.TenantCredentials;
import io.github.cxonetools.tenant.store.TenantDirectory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a browser in: an address that works once sets a cookie that only this tenant's own page sends back. It ends with
 * this run of the tenant, after some hours, and with the owner's credentials: whoever deletes or replaces {@code
 * credentials.json} shuts every browser out.
 */
public final class PageSessions {

    private static final Duration LIFETIME = Duration.ofHours(8);
    private static final int CODE_BYTES = 24;
    private static final int KEY_BYTES = 32;
    private static final int MAX_CODES = 32;

    private final Path directory;
    private final Clock clock;
    private final String cookieName;
    private final SecureRandom random = new SecureRandom();
    private final Deque<String> codes = new ArrayDeque<>();
    private @Nullable TenantCredentials owner;
    private IssuedTokens cookies;

    /**
     * @param directory holds {@code credentials.json}
     * @param port part of the cookie's name, because browsers do not keep the cookies of two ports apart
     */
    public PageSessions(Path directory, Clock clock, int port) {
        this.directory = directory;
        this.clock = clock;
        this.cookieName = "cxone-tenant-" + port;
        this.cookies = freshKey();
        follow();
    }

    /** The query of an address that opens the page once; of many that nobody opened, the oldest lapse. */
    public synchronized String oneTimeQuery() {
        follow();
        String code = TenantDirectory.secret(random, CODE_BYTES);
        codes.addLast(code);
        if (codes.size() > MAX_CODES) {
            codes.removeFirst();
        }
        return "code=" + code;
    }

    /** The {@code Set-Cookie} for a request to a one-time address; empty where the code is unknown or used. */
    public synchronized Optional<String> redeem(Map<String, String> query) {
        follow();
        String code = query.get("code");
        if (owner == null || code == null || !codes.remove(code)) {
            return Optional.empty();
        }
        return Optional.of(cookieName + "=" + cookies.issue(ScopeNames.PAGE)
                + "; HttpOnly; SameSite=Strict; Path=/; Max-Age=" + LIFETIME.toSeconds());
    }

    /** What the request's cookie is good for; empty where it has none of ours. */
    public Optional<Set<String>> scopes(Request request) {
        String header = request.header("Cookie");
        if (header == null) {
            return Optional.empty();
        }
        for (String cookie : header.split(";")) {
            String[] parts = cookie.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(cookieName)) {
                return scopes(parts[1]);
            }
        }
        return Optional.empty();
    }

    private synchronized Optional<Set<String>> scopes(String cookie) {
        follow();
        return owner == null ? Optional.empty() : cookies.scopes(cookie);
    }

    /** Another owner, or none, has nothing to do with what was given out before. */
    private void follow() {
        TenantCredentials present = credentials();
        if (present == null || !present.equals(owner)) {
            owner = present;
            cookies = freshKey();
            codes.clear();
        }
    }

    private @Nullable TenantCredentials credentials() {
        try {
            return TenantCredentials.read(directory);
        } catch (CxoneException e) {
            return null;
        }
    }

    private IssuedTokens freshKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new IssuedTokens(key, LIFETIME, clock);
    }
}
