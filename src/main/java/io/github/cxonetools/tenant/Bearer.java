package io.github.cxonetools.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Demands an access token with a scope. */
final class Bearer {

    private static final String PREFIX = "bearer ";

    private final AccessTokens tokens;

    Bearer(AccessTokens tokens) {
        this.tokens = tokens;
    }

    Routes.Access scope(String scope) {
        return request -> check(request, scope);
    }

    private void check(Request request, String scope) throws Problem {
        String header = request.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            throw new Problem(401, "unauthorized", "The request carries no access token");
        }
        Optional<Set<String>> scopes =
                tokens.scopes(header.substring(PREFIX.length()).strip());
        if (scopes.isEmpty()) {
            throw new Problem(401, "unauthorized", "The access token is unknown or has expired");
        }
        if (!scopes.get().contains(scope)) {
            throw new Problem(403, "forbidden", "The access token lacks the scope " + scope);
        }
    }
}
