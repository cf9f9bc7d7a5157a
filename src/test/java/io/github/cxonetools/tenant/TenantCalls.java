package io.github.cxonetools.tenant;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.store.TenantCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Speaks to a tenant as a client would that knows its credentials. */
public final class TenantCalls {

    public static final String JSON = "application/json";
    public static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    private TenantCalls(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public static TenantCalls anonymous(URI base) {
        return new TenantCalls(base, "");
    }

    public static TenantCalls owner(LocalTenant tenant) throws Exception {
        TenantCredentials credentials =
                TenantCredentials.read(tenant.credentialsFile().getParent());
        return anonymous(tenant.url()).authorized(grant(credentials));
    }

    public static String grant(TenantCredentials credentials) {
        return "grant_type=client_credentials&client_id=" + credentials.clientId() + "&client_secret="
                + credentials.clientSecret();
    }

    TenantCalls authorized(String form) throws Exception {
        return new TenantCalls(base, token(form).json().get("access_token").stringValue());
    }

    TenantCalls withToken(String other) {
        return new TenantCalls(base, other);
    }

    public Reply token(String form) throws Exception {
        return send(request("/oauth/token").header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
    }

    public Reply get(String path) throws Exception {
        return send(request(path));
    }

    public Reply post(String path, String json) throws Exception {
        return send(request(path).header("Content-Type", JSON).POST(BodyPublishers.ofString(json)));
    }

    public Reply patch(String path, String json) throws Exception {
        return send(request(path).header("Content-Type", JSON).method("PATCH", BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Reply(http.send(request.build(), BodyHandlers.ofString()));
    }

    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return Json.read(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
