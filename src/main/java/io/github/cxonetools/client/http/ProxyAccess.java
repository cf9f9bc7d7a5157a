package io.github.cxonetools.client.http;

import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.client.settings.ProxySettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** The way through a proxy: which hosts take it, and what it is told. */
public final class ProxyAccess extends ProxySelector implements Authenticator {

    private static final String HEADER = "Proxy-Authorization";

    /** How OkHttp says that a proxy does not connect. It keeps the proxy's status nowhere else. */
    private static final String DECLINED = "Unexpected response code for CONNECT: ";

    private final ProxySettings settings;
    private final List<Pattern> direct;

    public ProxyAccess(ProxySettings settings) {
        this.settings = settings;
        this.direct = Stream.of(settings.nonProxyHosts().split("[|,]"))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(ProxyAccess::pattern)
                .toList();
    }

    /** Has {@code http} go where Maven's settings say, and never where the JVM's own properties do. */
    public static void configure(OkHttpClient.Builder http, @Nullable ProxySettings proxy) {
        if (proxy == null) {
            http.proxy(Proxy.NO_PROXY);
        } else {
            ProxyAccess access = new ProxyAccess(proxy);
            http.proxySelector(access).proxyAuthenticator(access);
        }
    }

    /**
     * The request as it goes out: plain HTTP is authorized at once, because a body that may be sent only once cannot wait
     * for the proxy's question.
     */
    public static Request authorized(Request request, @Nullable ProxySettings proxy) {
        if (proxy == null || proxy.userName() == null || request.isHttps()) {
            return request;
        }
        ProxyAccess access = new ProxyAccess(proxy);
        return access.isDirect(request.url().uri()) ? request : access.authorized(request);
    }

    private static Pattern pattern(String wildcards) {
        String regex = Stream.of(wildcards.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** What is on this machine is never reached through another. */
    public boolean isDirect(URI uri) {
        String host = String.valueOf(uri.getHost());
        return HandlerUrls.isLoopback(uri)
                || direct.stream().anyMatch(pattern -> pattern.matcher(host).matches());
    }

    @Override
    public List<Proxy> select(@Nullable URI uri) {
        return uri == null || isDirect(uri)
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(settings.host(), settings.port())));
    }

    @Override
    public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException failure) {
        // The call fails with the same exception, and says so.
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response refused) throws IOException {
        List<String> schemes =
                refused.challenges().stream().map(Challenge::scheme).toList();
        boolean isBeforeAnyAnswer = schemes.contains("OkHttp-Preemptive");
        if (isBeforeAnyAnswer) {
            return settings.userName() == null ? null : authorized(refused.request());
        }
        if (schemes.stream().noneMatch("basic"::equalsIgnoreCase)) {
            throw new ProxyRefusedException(name() + " wants " + String.join(" or ", schemes)
                    + " authentication, and only basic authentication is supported. Use a proxy that offers it");
        }
        if (settings.userName() == null || settings.password() == null) {
            throw new ProxyRefusedException(
                    name()
                            + " wants a user name and a password. Add <username> and <password> to the <proxy> in settings.xml");
        }
        if (refused.request().header(HEADER) != null) {
            throw new ProxyRefusedException(
                    name() + " refused the user name and password of the <proxy> in" + " settings.xml. Correct them");
        }
        return authorized(refused.request());
    }

    /** The status with which a proxy declined to connect to a host; null where {@code failure} is another. */
    static @Nullable String statusOf(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith(DECLINED) ? message.substring(DECLINED.length()) : null;
    }

    private Request authorized(Request request) {
        String basic = okhttp3.Credentials.basic(
                String.valueOf(settings.userName()),
                settings.password() == null ? "" : settings.password(),
                StandardCharsets.UTF_8);
        return request.newBuilder().header(HEADER, basic).build();
    }

    private String name() {
        return "the proxy " + settings.host() + ":" + settings.port();
    }
}
