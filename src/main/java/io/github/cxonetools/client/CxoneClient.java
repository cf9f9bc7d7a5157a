package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.auth.AccessTokens;
import io.github.cxonetools.client.auth.Grants;
import io.github.cxonetools.client.http.Failures;
import io.github.cxonetools.client.http.HttpClients;
import io.github.cxonetools.client.http.RateLimiter;
import io.github.cxonetools.client.http.Retries;
import io.github.cxonetools.client.http.Transport;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.EventsOnce;
import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.text.Secrets;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Entry to a tenant's API. One client serves a whole build: one token, one connection pool, one view of the rate limit. */
public final class CxoneClient implements AutoCloseable {

    private final ClientSettings settings;
    private final Credentials credentials;
    private final OkHttpClient http;
    private final ClientEvents events;
    private final Time time;
    private final Sender sender;
    private final Secrets secrets;

    private CxoneClient(
            ClientSettings settings,
            Credentials credentials,
            OkHttpClient http,
            ClientEvents events,
            Time time,
            Sender sender,
            Secrets secrets) {
        this.settings = settings;
        this.credentials = credentials;
        this.http = http;
        this.events = events;
        this.time = time;
        this.sender = sender;
        this.secrets = secrets;
    }

    /** A client for the tenant of {@code settings}; nothing is sent before the first call. */
    public static CxoneClient connect(ClientSettings settings, Credentials credentials, ClientEvents events) {
        return connect(settings, credentials, events, Time.system());
    }

    /** As above; what this client learns to be secret is added to {@code secrets}. */
    public static CxoneClient connect(
            ClientSettings settings, Credentials credentials, ClientEvents events, Secrets secrets) {
        return connect(settings, credentials, events, Time.system(), secrets);
    }

    /** As above, with a clock of the caller's. */
    public static CxoneClient connect(
            ClientSettings settings, Credentials credentials, ClientEvents events, Time time) {
        return connect(settings, credentials, events, time, new Secrets());
    }

    private static CxoneClient connect(
            ClientSettings settings, Credentials credentials, ClientEvents events, Time time, Secrets secrets) {
        ClientEvents once = new EventsOnce(events);
        OkHttpClient http = HttpClients.create(settings);
        ProxySettings proxy = settings.proxy();
        if (proxy != null && proxy.password() != null) {
            secrets.add(proxy.password());
        }
        Failures failures = new Failures(secrets, credentials, settings, time);
        Transport transport = new Transport(http, settings.userAgent());
        Retries retries = new Retries(transport, new RateLimiter(time), settings, once, time);
        AccessTokens tokens = new AccessTokens(
                url(settings.tokenUrl(), ""),
                Grants.of(credentials, settings, secrets, time),
                retries,
                failures,
                secrets,
                once,
                time);
        Sender sender = new Sender(tokens, retries, failures, credentials, false);
        return new CxoneClient(settings, credentials, http, once, time, sender, secrets);
    }

    /** The same client, sharing token and connections, from which nothing but reads is sent. */
    public CxoneClient readOnly() {
        return new CxoneClient(settings, credentials, http, events, time, sender.readOnly(), secrets);
    }

    /** What this client knows to be secret, and whoever it shares that with. */
    public Secrets secrets() {
        return secrets;
    }

    /** The tenant that this client speaks to. */
    public URI baseUrl() {
        return settings.baseUrl();
    }

    /** Who this client is to the tenant. */
    public String clientId() {
        return credentials.clientId();
    }

    /**
     * Fails where the token is known to lack {@code scope}, before anything else is sent.
     *
     * @param goal who needs it, for example {@code cxone:deploy}
     */
    public void require(Scope scope, String goal) throws CxoneException {
        sender.require(scope, goal);
    }

    /**
     * Says that it is not known whether something was done, and waits until a look can tell.
     *
     * @param doing what was done, for example {@code deploy A 1}
     * @param reason why it is not known
     */
    public void pauseUntilVisible(String doing, String reason, Duration wait) throws UnavailableException {
        events.unclear(doing, reason, wait);
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted while waiting for the tenant", e);
        }
    }

    /** The versions of actions. */
    public DataActionsApi dataActions() {
        return new DataActionsApi(url(settings.baseUrl(), settings.actionsPath()), sender, events, time);
    }

    /** Execution metrics. */
    public AnalyticsApi analytics() {
        return new AnalyticsApi(url(settings.baseUrl(), settings.metricsPath()), sender);
    }

    /** Executions, which only a local tenant offers. */
    public LocalExecutionsApi localExecutions() {
        return new LocalExecutionsApi(url(settings.baseUrl(), "/local/v1/data-actions"), sender);
    }

    private static HttpUrl url(URI base, String path) {
        String text = base.toString();
        return HttpUrl.get(
                (text.endsWith("/") && !path.isEmpty() ? text.substring(0, text.length() - 1) : text) + path);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
