package io.github.cxonetools.tenant;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Routes;
import io.github.cxonetools.tenant.store.TenantCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the process that serves a tenant for an address of its page. */
final class RemotePage {

    private static final int TIMEOUT_MILLIS = 5000;

    private RemotePage() {}

    static URI address(URI tenant, TenantCredentials credentials) throws UnavailableException {
        try {
            String form = "grant_type=client_credentials&client_id=" + encode(credentials.clientId())
                    + "&client_secret=" + encode(credentials.clientSecret());
            JsonNode token = post(tenant.resolve("/oauth/token"), Routes.FORM, form, "");
            JsonNode page = post(
                    tenant.resolve("/local/v1/page-addresses"),
                    Routes.JSON,
                    "{}",
                    "Bearer " + token.path("access_token").asString(""));
            return URI.create(page.path("url").asString(""));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new UnavailableException(
                    "The local tenant at " + tenant + " did not give an address of its page. Try again", e);
        }
    }

    private static JsonNode post(URI url, String mediaType, String body, String authorization) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", mediaType);
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = connection.getInputStream()) {
            return Json.read(in.readAllBytes());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
