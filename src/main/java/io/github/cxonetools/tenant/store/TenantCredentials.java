package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The client that a local tenant makes for its owner on first start; it has every scope. */
public record TenantCredentials(String clientId, String clientSecret) {

    public static final String FILE = "credentials.json";

    /**
     * Reads {@code credentials.json} in a tenant's directory.
     *
     * @throws RejectedException where it is missing or is not what the tenant wrote
     */
    public static TenantCredentials read(Path directory) throws CxoneException {
        Path file = directory.resolve(FILE);
        try {
            JsonNode json = Json.read(Files.readAllBytes(file));
            String id = json.path("clientId").asString("");
            String secret = json.path("clientSecret").asString("");
            if (!id.isBlank() && !secret.isBlank()) {
                return new TenantCredentials(id, secret);
            }
        } catch (NoSuchFileException e) {
            throw new RejectedException(
                    "No local tenant has been started in " + directory + ": credentials.json is missing. "
                            + "Start one with mvn cxone:tenant, or set cxone.tenantDirectory",
                    e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw damaged(file);
        }
        throw damaged(file);
    }

    private static RejectedException damaged(Path file) {
        return new RejectedException(file + " does not hold clientId and clientSecret. "
                + "Delete it: the local tenant makes a new one when it starts");
    }

    @Override
    public String toString() {
        return "TenantCredentials[clientId=" + clientId + ", clientSecret=***]";
    }
}
