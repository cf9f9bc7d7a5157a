package io.github.cxonetools.tenant.store;

import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The tenant that serves a directory at present, as {@code tenant.json} tells.
 *
 * @param instance made up at each start; the server names it in its answers, so that a stale file is not mistaken for a
 *     tenant when another program has its port
 */
public record RunningTenant(long pid, int port, String instance) {

    public static final String FILE = "tenant.json";

    /** The header in which a tenant names its instance. */
    public static final String HEADER = "Cxone-Tenant";

    private static final int PROBE_MILLIS = 2000;

    /** The tenant that {@code tenant.json} names, if it answers. */
    public static Optional<RunningTenant> find(Path directory) {
        return read(directory).filter(RunningTenant::answers);
    }

    /** What {@code tenant.json} says, true or stale. */
    public static Optional<RunningTenant> read(Path directory) {
        try {
            JsonNode json = Json.read(Files.readAllBytes(directory.resolve(FILE)));
            RunningTenant tenant = new RunningTenant(
                    json.path("pid").asLong(0),
                    json.path("port").asInt(0),
                    json.path("instance").asString(""));
            boolean whole = tenant.port > 0 && tenant.port <= 65_535 && !tenant.instance.isEmpty();
            return whole ? Optional.of(tenant) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public JsonNode toJson() {
        return Json.object().put("pid", pid).put("port", port).put("instance", instance);
    }

    /** Asks the port who it is, without sending it anything secret. */
    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url().resolve("/oauth/token").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PROBE_MILLIS);
            connection.setReadTimeout(PROBE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            try {
                connection.getResponseCode();
                return instance.equals(connection.getHeaderField(HEADER));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
