package io.github.cxonetools.tenant.auth;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.store.TenantCredentials;
import io.github.cxonetools.tenant.store.TenantDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The tenant's clients: the owner's, from {@code credentials.json}, and those in {@code clients.json}, which is read anew for
 * each token:
 *
 * <pre>{"clients": [{"clientId": "ci", "clientSecret": "…", "scopes": ["data-actions:read"],
 *   "publicKeys": [{"kid": "2026", "pem": "-----BEGIN PUBLIC KEY-----…"}],
 *   "accessKeys": [{"id": "…", "secret": "…"}]}]}</pre>
 *
 * <p>Without {@code scopes} a client has all of them.
 */
public final class Clients {

    private final TenantDirectory directory;

    public Clients(TenantDirectory directory) {
        this.directory = directory;
    }

    Optional<TenantClient> find(String clientId) throws CxoneException {
        TenantCredentials owner = directory.credentials();
        if (owner.clientId().equals(clientId)) {
            return Optional.of(new TenantClient(clientId, owner.clientSecret(), ScopeNames.ALL, List.of(), Map.of()));
        }
        for (JsonNode client : entries()) {
            if (client.path("clientId").asString("").equals(clientId)) {
                return Optional.of(client(clientId, client));
            }
        }
        return Optional.empty();
    }

    private JsonNode entries() throws CxoneException {
        Path file = directory.file(TenantDirectory.CLIENTS);
        try {
            JsonNode clients = Json.read(Files.readAllBytes(file)).path("clients");
            if (clients.isArray()) {
                return clients;
            }
            throw wrong("it must be {\"clients\": [{\"clientId\": …}]}");
        } catch (NoSuchFileException e) {
            return Json.array();
        } catch (JacksonException e) {
            throw wrong(Json.describe(e));
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    private TenantClient client(String clientId, JsonNode client) throws CxoneException {
        Map<String, String> accessKeys = new LinkedHashMap<>();
        for (JsonNode key : client.path("accessKeys")) {
            accessKeys.put(text(key, "id", clientId), text(key, "secret", clientId));
        }
        List<VerificationKey> keys = new ArrayList<>();
        for (JsonNode key : client.path("publicKeys")) {
            keys.add(key(key, clientId));
        }
        String secret = client.has("clientSecret") ? text(client, "clientSecret", clientId) : null;
        return new TenantClient(clientId, secret, scopes(client, clientId), keys, accessKeys);
    }

    private Set<String> scopes(JsonNode client, String clientId) throws RejectedException {
        if (!client.has("scopes")) {
            return ScopeNames.ALL;
        }
        Set<String> scopes = new LinkedHashSet<>();
        for (JsonNode scope : client.path("scopes")) {
            if (!ScopeNames.ALL.contains(scope.asString(""))) {
                throw wrong(
                        "client " + clientId + ": scopes may be " + String.join(", ", new TreeSet<>(ScopeNames.ALL)));
            }
            scopes.add(scope.asString(""));
        }
        return scopes;
    }

    private VerificationKey key(JsonNode key, String clientId) throws RejectedException {
        @Nullable String kid = key.has("kid") ? text(key, "kid", clientId) : null;
        try {
            return VerificationKey.parse(kid, text(key, "pem", clientId));
        } catch (GeneralSecurityException e) {
            throw wrong("client " + clientId + ": a public key is " + e.getMessage());
        }
    }

    private String text(JsonNode entry, String field, String clientId) throws RejectedException {
        String text = entry.path(field).asString("");
        if (text.isEmpty()) {
            throw wrong("client " + clientId + ": " + field + " is missing or no text");
        }
        return text;
    }

    private RejectedException wrong(String problem) {
        return new RejectedException(directory.file(TenantDirectory.CLIENTS) + " is not usable: " + problem);
    }
}
