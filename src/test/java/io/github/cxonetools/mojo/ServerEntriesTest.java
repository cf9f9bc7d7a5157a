package io.github.cxonetools.mojo;

import io.github.cxonetools.client.ProxySettings;
import java.net.URI;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
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
            when(result.getProxy()).thenReturn(request.getProxies().get(0));
            return result;
        });
        return new ServerEntries(plain);
    }
}
