package io.github.cxonetools.tenant;

import io.github.cxonetools.action.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /oauth/token} (RFC 6749); failures are worded as its section 5.2 says. */
final class TokenEndpoint {

    /** Finds a client by its id. */
    interface Clients {
        Optional<TenantClient> find(String clientId);
    }

    private final Clients clients;
    private final AccessTokens tokens;

    TokenEndpoint(Clients clients, AccessTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    Answer issue(Request request) throws Problem {
        Map<String, String> form = request.form();
        String grantType = form.getOrDefault("grant_type", "");
        if (!grantType.equals("client_credentials")) {
            return grantType.isEmpty()
                    ? failure(400, "invalid_request", "grant_type is missing")
                    : failure(400, "unsupported_grant_type", "grant_type must be client_credentials");
        }
        Optional<TenantClient> client = clients.find(form.getOrDefault("client_id", ""))
                .filter(known -> known.hasSecret(form.getOrDefault("client_secret", "")));
        if (client.isEmpty()) {
            return failure(401, "invalid_client", "The client is unknown or its secret is wrong");
        }
        return token(client.get(), form.getOrDefault("scope", ""));
    }

    private Answer token(TenantClient client, String asked) {
        Set<String> scopes = new TreeSet<>(
                asked.isBlank() ? client.scopes() : Arrays.asList(asked.strip().split(" +")));
        if (!client.scopes().containsAll(scopes)) {
            return failure(
                    400,
                    "invalid_scope",
                    "This client may ask for " + String.join(" ", new TreeSet<>(client.scopes())));
        }
        return Answer.json(
                        200,
                        Json.MAPPER
                                .createObjectNode()
                                .put("access_token", tokens.issue(scopes))
                                .put("token_type", "Bearer")
                                .put("expires_in", AccessTokens.LIFETIME.toSeconds())
                                .put("scope", String.join(" ", scopes)))
                .with("Cache-Control", "no-store");
    }

    private static Answer failure(int status, String error, String description) {
        return Answer.json(
                status, Json.MAPPER.createObjectNode().put("error", error).put("error_description", description));
    }
}
