package io.github.cxonetools.tenant;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a browser in: an address that works once sets a cookie that only this tenant's own page sends back. */
final class PageSessions {

    private static final int CODE_BYTES = 24;
    private static final int MAX_CODES = 32;

    private final AccessTokens cookies;
    private final String cookieName;
    private final SecureRandom random = new SecureRandom();
    private final Deque<String> codes = new ArrayDeque<>();

    /** @param port part of the cookie's name, because browsers do not keep the cookies of two ports apart */
    PageSessions(AccessTokens cookies, int port) {
        this.cookies = cookies;
        this.cookieName = "cxone-tenant-" + port;
    }

    /** The query of an address that opens the page once; of many that nobody opened, the oldest lapse. */
    synchronized String oneTimeQuery() {
        String code = TenantDirectory.secret(random, CODE_BYTES);
        codes.addLast(code);
        if (codes.size() > MAX_CODES) {
            codes.removeFirst();
        }
        return "code=" + code;
    }

    /** The {@code Set-Cookie} for a request to a one-time address; empty where the code is unknown or used. */
    synchronized Optional<String> redeem(Map<String, String> query) {
        String code = query.get("code");
        if (code == null || !codes.remove(code)) {
            return Optional.empty();
        }
        return Optional.of(cookieName + "=" + cookies.issue(Scope.ALL) + "; HttpOnly; SameSite=Strict; Path=/; Max-Age="
                + cookies.lifetime().toSeconds());
    }

    /** What the request's cookie is good for; empty where it has none of ours. */
    Optional<Set<String>> scopes(Request request) {
        String header = request.header("Cookie");
        if (header == null) {
            return Optional.empty();
        }
        for (String cookie : header.split(";")) {
            String[] parts = cookie.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(cookieName)) {
                return cookies.scopes(parts[1]);
            }
        }
        return Optional.empty();
    }
}
