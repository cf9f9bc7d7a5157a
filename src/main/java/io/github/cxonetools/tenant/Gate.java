package io.github.cxonetools.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Demands an access token with a scope, or the cookie of the tenant's own page. */
final class Gate {

    private static final String BEARER = "bearer ";

    private final AccessTokens tokens;
    private final PageSessions sessions;

    Gate(AccessTokens tokens, PageSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    Routes.Access scope(String scope) {
        return request -> check(request, scope);
    }

    private void check(Request request, String scope) throws Problem {
        Set<String> scopes = scopes(request)
                .orElseThrow(() -> new Problem(401, "unauthorized", "The access token is missing, or has expired"));
        if (!scopes.contains(scope)) {
            throw new Problem(403, "forbidden", "The access token lacks the scope " + scope);
        }
    }

    private Optional<Set<String>> scopes(Request request) {
        String header = request.header("Authorization");
        if (header == null) {
            return sessions.scopes(request);
        }
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? tokens.scopes(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
