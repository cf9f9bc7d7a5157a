package io.github.cxonetools.tenant.auth;

import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Routes;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Demands an access token with a scope, or the cookie of the tenant's own page. */
public final class AccessCheck {

    private static final String BEARER = "bearer ";

    private final IssuedTokens tokens;
    private final PageSessions sessions;

    public AccessCheck(IssuedTokens tokens, PageSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** @param anyOf any one of these suffices; a message names the first */
    public Routes.Access scope(String... anyOf) {
        return request -> check(request, List.of(anyOf));
    }

    private void check(Request request, List<String> anyOf) throws Problem {
        Set<String> scopes = scopes(request)
                .orElseThrow(() -> new Problem(401, "unauthorized", "The access token is missing, or has expired"));
        if (Collections.disjoint(scopes, anyOf)) {
            throw new Problem(403, "forbidden", "The access token lacks the scope " + anyOf.get(0));
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
