package io.github.cxonetools.tenant.auth;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.http.Request;
import io.github.cxonetools.tenant.http.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /oauth/token} (RFC 6749); failures are worded as its section 5.2 says. */
public final class TokenEndpoint {

    private static final String BASIC = "basic ";

    private final Clients clients;
    private final Assertions assertions;
    private final IssuedTokens tokens;

    public TokenEndpoint(Clients clients, Assertions assertions, IssuedTokens tokens) {
        this.clients = clients;
        this.assertions = assertions;
        this.tokens = tokens;
    }

    public Response issue(Request request) throws Problem {
        Map<String, String> form = request.form();
        try {
            return switch (form.getOrDefault("grant_type", "")) {
                case "client_credentials" -> token(byAssertionOrSecret(request, form), form);
                case "password" -> token(byAccessKey(request, form), form);
                case "" -> failure(400, "invalid_request", "grant_type is missing");
                default -> failure(400, "unsupported_grant_type", "grant_type must be client_credentials or password");
            };
        } catch (CxoneException e) {
            return failure(500, "server_error", String.valueOf(e.getMessage()));
        }
    }

    private Optional<TenantClient> byAssertionOrSecret(Request request, Map<String, String> form)
            throws CxoneException {
        String assertion = form.get("client_assertion");
        if (assertion != null) {
            boolean known = form.getOrDefault("client_assertion_type", "").equals(Assertions.TYPE);
            String subject = Assertions.subject(assertion);
            boolean consistent = form.getOrDefault("client_id", subject).equals(subject);
            return known && consistent
                    ? clients.find(subject).filter(client -> assertions.isProof(client, assertion))
                    : Optional.empty();
        }
        if (form.containsKey("client_secret")) {
            return clients.find(form.getOrDefault("client_id", ""))
                    .filter(client -> client.hasSecret(form.get("client_secret")));
        }
        return byBasic(request);
    }

    /** The access key's id and secret as user name and password, the client itself in the Basic header. */
    private Optional<TenantClient> byAccessKey(Request request, Map<String, String> form) throws CxoneException {
        return byBasic(request)
                .filter(client ->
                        client.hasAccessKey(form.getOrDefault("username", ""), form.getOrDefault("password", "")));
    }

    /** Both halves are form-encoded before they are joined (RFC 6749 section 2.3.1). */
    private Optional<TenantClient> byBasic(Request request) throws CxoneException {
        String header = request.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] pair =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] halves = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            String secret = halves.length < 2 ? "" : URLDecoder.decode(halves[1], StandardCharsets.UTF_8);
            return clients.find(URLDecoder.decode(halves[0], StandardCharsets.UTF_8))
                    .filter(client -> client.hasSecret(secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Response token(Optional<TenantClient> proven, Map<String, String> form) {
        if (proven.isEmpty()) {
            return failure(401, "invalid_client", "The client is unknown, or did not prove that it is this client")
                    .with("WWW-Authenticate", "Basic realm=\"cxone\"");
        }
        Set<String> allowed = new TreeSet<>(proven.get().scopes());
        String asked = form.getOrDefault("scope", "").strip();
        Set<String> scopes = asked.isEmpty() ? allowed : new TreeSet<>(Arrays.asList(asked.split(" +")));
        if (!allowed.containsAll(scopes)) {
            return failure(400, "invalid_scope", "This client may ask for " + String.join(" ", allowed));
        }
        return Response.json(
                        200,
                        Json.object()
                                .put("access_token", tokens.issue(scopes))
                                .put("token_type", "Bearer")
                                .put("expires_in", tokens.lifetime().toSeconds())
                                .put("scope", String.join(" ", scopes)))
                .with("Cache-Control", "no-store");
    }

    private static Response failure(int status, String error, String description) {
        return Response.json(status, Json.object().put("error", error).put("error_description", description));
    }
}
