package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.ServerEntry;
import io.github.cxonetools.client.settings.StoredText;
import java.net.URI;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Servers and proxies of {@code settings.xml}, decrypted when they are needed and not before. */
public final class ServerEntries {

    private final SettingsDecrypter decrypter;

    public ServerEntries(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /**
     * The {@code <server>} with this id, or null.
     *
     * @throws IllegalStateException where it cannot be decrypted, with the element to mend
     */
    @Nullable
    public ServerEntry server(MavenSession session, String id) {
        Server server = session.getSettings().getServer(id);
        if (server == null) {
            return null;
        }
        // Maven takes the braces of ${env.X} for those of an encrypted text.
        Server encrypted = server.clone();
        encrypted.setPassword(isUnresolved(server.getPassword()) ? null : server.getPassword());
        encrypted.setPassphrase(isUnresolved(server.getPassphrase()) ? null : server.getPassphrase());
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        requireDecrypted(result, "<server> " + id);
        Server plain = result.getServer();
        SessionSecrets.add(SessionSecrets.of(session), plain.getPassword());
        SessionSecrets.add(SessionSecrets.of(session), plain.getPassphrase());
        return new ServerEntry(
                id,
                server.getUsername(),
                isUnresolved(server.getPassword()) ? server.getPassword() : plain.getPassword(),
                server.getPrivateKey(),
                isUnresolved(server.getPassphrase()) ? server.getPassphrase() : plain.getPassphrase());
    }

    private static boolean isUnresolved(@Nullable String text) {
        return text != null && StoredText.unresolved(text) != null;
    }

    /**
     * The active proxy for the target's protocol, for HTTPS where there is none the active one for HTTP, as Maven chooses
     * its own; or null. What is on this machine has none.
     *
     * @throws IllegalStateException where it cannot be decrypted, with the element to mend
     */
    @Nullable
    public ProxySettings proxy(MavenSession session, URI target) {
        if (HandlerUrls.isLoopback(target)) {
            return null;
        }
        Proxy https = "https".equalsIgnoreCase(target.getScheme()) ? active(session, "https") : null;
        Proxy proxy = https == null ? active(session, "http") : https;
        if (proxy == null) {
            return null;
        }
        requireResolved(proxy, "host", proxy.getHost());
        requireResolved(proxy, "username", proxy.getUsername());
        requireResolved(proxy, "password", proxy.getPassword());
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        requireDecrypted(result, "<proxy> " + proxy.getId());
        Proxy plain = result.getProxy();
        SessionSecrets.add(SessionSecrets.of(session), plain.getPassword());
        if (plain.getPort() < 1 || plain.getPort() > HandlerUrls.MAX_PORT) {
            throw new IllegalStateException("The <proxy> " + proxy.getId() + " in settings.xml has the port "
                    + plain.getPort() + ". Use 1 to " + HandlerUrls.MAX_PORT);
        }
        return new ProxySettings(
                plain.getHost(),
                plain.getPort(),
                cleaned(plain.getUsername()),
                cleaned(plain.getPassword()),
                plain.getNonProxyHosts() == null ? "" : plain.getNonProxyHosts());
    }

    private static void requireResolved(Proxy proxy, String element, @Nullable String text) {
        String unresolved = text == null ? null : StoredText.unresolved(text);
        if (unresolved != null) {
            throw new IllegalStateException(
                    "The <" + element + "> of the <proxy> " + proxy.getId() + " in settings.xml " + unresolved);
        }
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null ? null : StoredText.clean(text);
    }

    private static @Nullable Proxy active(MavenSession session, String protocol) {
        for (Proxy proxy : session.getSettings().getProxies()) {
            if (proxy.isActive() && protocol.equalsIgnoreCase(proxy.getProtocol())) {
                return proxy;
            }
        }
        return null;
    }

    private static void requireDecrypted(SettingsDecryptionResult result, String element) {
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new IllegalStateException("The password of " + element + " in settings.xml cannot be decrypted. "
                        + "Encrypt it again with mvn --encrypt-password, and check settings-security.xml");
            }
        }
    }
}
