package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is and how to speak to it. No secret is among these.
 *
 * @param baseUrl HTTPS, or HTTP to loopback
 * @param tokenUrl the token endpoint; HTTPS, or HTTP to loopback
 * @param actionsPath path of the Data Actions below {@code baseUrl}
 * @param metricsPath path of the metrics query below {@code baseUrl}
 * @param authentication how the client proves who it is
 * @param tokenAudience {@code aud} of a JWT assertion, or null for {@code tokenUrl}
 * @param http11Only never negotiate HTTP/2
 * @param requestTimeout for one request, from connecting to the last byte of the answer
 * @param maxAttempts tries of one call
 * @param maxWait the total that one call may wait between tries
 * @param proxy null to connect directly
 * @param userAgent sent with every request
 */
public record ClientSettings(
        URI baseUrl,
        URI tokenUrl,
        String actionsPath,
        String metricsPath,
        Authentication authentication,
        @Nullable String tokenAudience,
        boolean http11Only,
        Duration requestTimeout,
        int maxAttempts,
        Duration maxWait,
        @Nullable ProxySettings proxy,
        String userAgent) {

    /** Of CXone, below the base URL. */
    public static final String DEFAULT_ACTIONS_PATH = "/api/v2/data-actions";

    /** Of CXone, below the base URL. */
    public static final String DEFAULT_METRICS_PATH = "/api/v2/analytics/data-actions/details/query";

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException with a message for the user: the parameter, its value, what is allowed
     */
    public ClientSettings {
        checkUrl("cxone.baseUrl", baseUrl);
        checkUrl("cxone.tokenUrl", tokenUrl);
        checkPath("cxone.actionsPath", actionsPath);
        checkPath("cxone.metricsPath", metricsPath);
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "cxone.requestTimeout is " + requestTimeout + ". Use a duration above zero, for example PT30S");
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("cxone.maxAttempts is " + maxAttempts + ". Use 1 or more");
        }
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("cxone.maxWait is " + maxWait + ". Use PT0S or more");
        }
    }

    /** Whether no TLS connection can come up: only a tenant on loopback is spoken to in plain HTTP. */
    public boolean isPlainHttp() {
        return "http".equalsIgnoreCase(baseUrl.getScheme()) && "http".equalsIgnoreCase(tokenUrl.getScheme());
    }

    /**
     * Checks one URL, as the constructor does.
     *
     * @param parameter for the message
     * @throws IllegalArgumentException with a message for the user, without what may be secret in the URL
     */
    public static URI url(String parameter, URI url) {
        checkUrl(parameter, url);
        return url;
    }

    private static void checkUrl(String parameter, URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getUserInfo() != null
                || (url.getRawAuthority() != null && url.getRawAuthority().contains("@"))) {
            throw new IllegalArgumentException(parameter + " holds a user name or password. Remove them: credentials"
                    + " belong in the environment or in settings.xml");
        }
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(parameter + " \"" + ShownUrl.of(url.toString())
                    + "\" is not an absolute HTTPS URL. Use one like https://api-us-1.nicecxone.com");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    parameter + " \"" + ShownUrl.of(url.toString()) + "\" has a query or a fragment. Remove it");
        }
        if (!HandlerUrls.hasPort(url)) {
            throw new IllegalArgumentException(
                    parameter + " has the port " + url.getPort() + ". Use 1 to " + HandlerUrls.MAX_PORT);
        }
        if (scheme.equals("http") && !HandlerUrls.isLoopback(url)) {
            throw new IllegalArgumentException(parameter + " \"" + ShownUrl.of(url.toString())
                    + "\" is plain HTTP, and would send the credentials unprotected. Use https://");
        }
    }

    private static void checkPath(String parameter, String path) {
        if (!path.matches("/[^?#\\s]*")) {
            throw new IllegalArgumentException(parameter + " is \"" + path
                    + "\". Use a path that begins with / and has no query, for example " + DEFAULT_ACTIONS_PATH);
        }
    }
}
