package io.github.cxonetools.mojo.project;

import io.github.cxonetools.client.settings.TenantRole;
import io.github.cxonetools.text.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The secrets that one build knows: what its environment, its settings and its JVM hold, and what its goals add. */
public final class SessionSecrets {

    private static final Map<MavenExecutionRequest, Secrets> SESSIONS = new WeakHashMap<>();

    private static final List<String> VARIABLES =
            List.of("CXONE_CLIENT_SECRET", "CXONE_PRIVATE_KEY_PASSPHRASE", "CXONE_ACCESS_KEY_SECRET");

    private static final String PASSWORD = "(javax\\.net\\.ssl|https?|ftp|socks)\\..*[pP]assword";

    private SessionSecrets() {}

    /** Those of the build that {@code session} belongs to; none where there is no session. */
    public static Secrets of(@Nullable MavenSession session) {
        if (session == null || session.getRequest() == null) {
            return new Secrets();
        }
        synchronized (SESSIONS) {
            Secrets secrets = SESSIONS.get(session.getRequest());
            if (secrets == null) {
                secrets = known(System.getenv(), session.getSettings());
                SESSIONS.put(session.getRequest(), secrets);
            }
            return secrets;
        }
    }

    static Secrets known(Map<String, String> environment, @Nullable Settings settings) {
        Secrets secrets = new Secrets();
        for (TenantRole role : TenantRole.values()) {
            for (String variable : VARIABLES) {
                add(secrets, environment.get(role.variable(variable)));
            }
            addContent(secrets, environment.get(role.variable("CXONE_CLIENT_SECRET_FILE")));
        }
        secrets.addPartsOf(environment.getOrDefault("CXONE_BASE_URL", ""));
        for (String property : System.getProperties().stringPropertyNames()) {
            if (isPassword(property)) {
                add(secrets, System.getProperty(property));
            }
        }
        if (settings != null) {
            addAll(secrets, settings);
        }
        return secrets;
    }

    /** Of trust stores, key stores and proxies, as javax.net.ssl and java.net name them. */
    private static boolean isPassword(String property) {
        return property.endsWith("assword") && property.matches(PASSWORD);
    }

    private static void addAll(Secrets secrets, Settings settings) {
        for (Server server : settings.getServers()) {
            add(secrets, server.getPassword());
            add(secrets, server.getPassphrase());
        }
        for (Proxy proxy : settings.getProxies()) {
            add(secrets, proxy.getPassword());
        }
    }

    static void add(Secrets secrets, @Nullable String secret) {
        if (secret != null) {
            secrets.add(secret);
            secrets.add(secret.strip());
        }
    }

    /** A file that cannot be read holds nothing that could be shown; who needs it says so. */
    private static void addContent(Secrets secrets, @Nullable String file) {
        try {
            if (file != null && !file.isBlank()) {
                add(secrets, Files.readString(Path.of(file)));
            }
        } catch (IOException | InvalidPathException e) {
            return;
        }
    }
}
