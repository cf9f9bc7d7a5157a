package io.github.cxonetools.mojo.project;

import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.ServerEntry;
import java.net.URI;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class ServerEntriesTest {

    private final Settings settings = new Settings();

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com, http https, https",
        "HTTPS://a.example.com, http https, https",
        "https://a.example.com, http, http",
        "http://a.example.com, http https, http",
        "http://a.example.com, https, ",
        "https://a.example.com, , ",
        "https://127.0.0.1:8443, http https, ",
        "http://localhost, http https, ",
    })
    void choosesTheProxyByTheTargetsProtocolAndNoneForThisMachine(URI target, String active, String chosen) {
        add("http", false, "inactive");
        add("https", false, "inactive");
        for (String protocol : active == null ? List.<String>of() : List.of(active.split(" "))) {
            add(protocol, true, protocol);
        }

        ProxySettings proxy = entries().proxy(session(), target);

        assertThat(proxy == null ? null : proxy.host()).isEqualTo(chosen);
    }

    @Test
    void whatMavenHasNotFilledInIsNotTakenForEncrypted() {
        Server server = new Server();
        server.setId("cxone");
        server.setUsername("id");
        server.setPassword("${env.CXONE_PASS}");
        server.setPassphrase("{abc}");
        settings.addServer(server);

        ServerEntry entry = entries().server(session(), "cxone");

        assertThat(entry).isNotNull();
        assertThat(entry.password()).isEqualTo("${env.CXONE_PASS}");
        assertThat(entry.passphrase()).isEqualTo("plain {abc}");
    }

    @Test
    void aProxysVariableThatIsNotSetIsNamed() {
        add("https", true, "proxy");
        settings.getProxies().get(0).setPassword("${env.PROXY_PASS}");

        assertThatIllegalStateException()
                .isThrownBy(() -> entries().proxy(session(), URI.create("https://a.example.com")))
                .withMessage("The <password> of the <proxy> proxy0 in settings.xml is ${env.PROXY_PASS}, and the"
                        + " environment variable PROXY_PASS is not set. Set it");
    }

    private void add(String protocol, boolean active, String host) {
        Proxy proxy = new Proxy();
        proxy.setId(host + settings.getProxies().size());
        proxy.setProtocol(protocol);
        proxy.setActive(active);
        proxy.setHost(host);
        settings.addProxy(proxy);
    }

    private MavenSession session() {
        MavenSession session = mock(MavenSession.class);
        when(session.getSettings()).thenReturn(settings);
        return session;
    }

    private static ServerEntries entries() {
        SettingsDecrypter plain = mock(SettingsDecrypter.class);
        when(plain.decrypt(any())).thenAnswer(call -> {
            SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
            SettingsDecryptionRequest request = call.getArgument(0);
            when(result.getProblems()).thenReturn(List.of());
            if (!request.getProxies().isEmpty()) {
                when(result.getProxy()).thenReturn(request.getProxies().get(0));
            }
            if (!request.getServers().isEmpty()) {
                Server server = request.getServers().get(0).clone();
                server.setPassword(server.getPassword() == null ? null : "plain " + server.getPassword());
                server.setPassphrase(server.getPassphrase() == null ? null : "plain " + server.getPassphrase());
                when(result.getServer()).thenReturn(server);
            }
            return result;
        });
        return new ServerEntries(plain);
    }
}
