package io.github.cxonetools.client.http;

import io.github.cxonetools.client.settings.ClientSettings;
import java.time.Duration;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** OkHttp, set up so that it does nothing by itself: no repetition, no redirect, no cache, no cookie. */
public final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private HttpClients() {}

    public static OkHttpClient create(ClientSettings settings) {
        Duration timeout = settings.requestTimeout();
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(timeout)
                .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
        ProxyAccess.configure(http, settings.proxy());
        if (settings.isPlainHttp()) {
            // Without this, OkHttp reads the JVM's trusted certificates, which takes longer than all else here.
            http.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        if (settings.http11Only()) {
            http.protocols(List.of(Protocol.HTTP_1_1));
        }
        return http.build();
    }
}
