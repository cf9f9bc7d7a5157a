package io.github.cxonetools.execution;

import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.client.http.OneShotBody;
import io.github.cxonetools.client.http.ProxyAccess;
import io.github.cxonetools.client.http.ProxyRefusedException;
import io.github.cxonetools.client.settings.ProxySettings;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Posts payloads to a URL, as CXone does: one request a call, no redirect followed, nothing sent twice. */
public final class HttpHandler implements Handler, AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private static final int REFUSAL_MILLIS = 1000;

    private final HttpUrl url;
    private final HttpAnswers answers;
    private final @Nullable ProxySettings proxy;
    private final OkHttpClient http;
    private final @Nullable CallClock clock;
    private final @Nullable FirstCalls calls;

    /** As {@link #HttpHandler(String, long, ProxySettings)}, without a proxy. */
    public HttpHandler(String url, long maxBytes) {
        this(url, maxBytes, null, null);
    }

    /** As {@link #HttpHandler(String, long, ProxySettings)}, without a proxy, telling first calls from others. */
    public HttpHandler(String url, long maxBytes, FirstCalls calls) {
        this(url, maxBytes, null, calls);
    }

    /**
     * A handler behind a URL.
     *
     * @param url HTTP or HTTPS; never shown in a message, because its query may hold a key
     * @param maxBytes a larger answer is a failure
     * @param proxy the way to all hosts but those it excepts and this machine; null for none
     * @throws IllegalArgumentException with a message for the user, to stand after the name of what holds the URL
     */
    public HttpHandler(String url, long maxBytes, @Nullable ProxySettings proxy) {
        this(url, maxBytes, proxy, null);
    }

    private HttpHandler(String url, long maxBytes, @Nullable ProxySettings proxy, @Nullable FirstCalls calls) {
        this.url = parse(url);
        this.calls = calls;
        this.answers = new HttpAnswers(maxBytes, this::reached);
        this.proxy = proxy;
        this.http = client(proxy);
        boolean isServable = !this.url.isHttps() && HandlerUrls.isLoopback(this.url.uri());
        this.clock = isServable ? new CallClock(this.url.uri()) : null;
    }

    private static HttpUrl parse(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "is not an HTTP or HTTPS URL. Use one like http://127.0.0.1:8080/action");
        }
        return parsed;
    }

    /**
     * Where {@code url} leads, with the escapes that RFC 3986 asks for.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static URI target(String url) {
        return parse(url).uri();
    }

    private static OkHttpClient client(@Nullable ProxySettings proxy) {
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .eventListener(ConnectionUse.LISTENER)
                .addNetworkInterceptor(chain -> HttpAnswers.withoutProxyStatus(chain, chain.proceed(chain.request())));
        ProxyAccess.configure(http, proxy);
        return http.build();
    }

    @Override
    public HandlerAnswer call(byte[] payload, Duration timeout) {
        return observe(payload, timeout).answer();
    }

    @Override
    public Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
        ObservedCall observed = observe(payload, timeout);
        return () -> observed;
    }

    private ObservedCall observe(byte[] payload, Duration timeout) {
        OneShotBody body = new OneShotBody(payload, JSON);
        ConnectionUse use = new ConnectionUse();
        Request request = new Request.Builder()
                .url(url)
                .tag(ConnectionUse.class, use)
                .header("Accept", "application/json")
                .post(body)
                .build();
        Call call = http.newCall(ProxyAccess.authorized(request, proxy));
        long start = System.nanoTime();
        CallClock.Running running = startClock(call, timeout);
        try (Response response = call.execute()) {
            return answers.read(response, start, timeout);
        } catch (InterruptedIOException e) {
            return lost(HttpAnswers.tooLate(timeout, body.isSent() ? HttpAnswers.millisSince(start) : null), body);
        } catch (IOException e) {
            if (!use.isNew() && HandlerUrls.isLoopback(url.uri()) && isRefused()) {
                return nobody(HandlerAnswer.RunFailure.own(nothingListens(), null));
            }
            HandlerAnswer failure = running != null && running.isOver()
                    ? HttpAnswers.tooLate(timeout, body.isSent() ? (double) timeout.toMillis() : null)
                    : new HandlerAnswer.RunFailure(
                            describe(e, body.isSent()),
                            e.getClass().getName(),
                            body.isSent() ? HttpAnswers.millisSince(start) : null);
            return lost(failure, body);
        } finally {
            if (running != null) {
                running.close();
            }
        }
    }

    /** Where the payload has not left, nobody had a part in it. */
    private ObservedCall lost(HandlerAnswer answer, OneShotBody body) {
        if (body.isSent()) {
            return new ObservedCall(answer, "", null, null, false, reached());
        }
        return nobody(answer);
    }

    private ObservedCall nobody(HandlerAnswer answer) {
        if (calls != null) {
            calls.unreached(url.toString());
        }
        return new ObservedCall(answer, "", null, null, false, ObservedCall.Start.NOBODY);
    }

    /** A connection that was kept breaks when its service has ended: the payload went nowhere, although it was written. */
    private boolean isRefused() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(url.host()), url.port()), REFUSAL_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private ObservedCall.Start reached() {
        return calls == null ? ObservedCall.Start.WARM : calls.reached(url.toString());
    }

    /** Null where nobody but the handler can be the one who takes the time. */
    private CallClock.@Nullable Running startClock(Call call, Duration timeout) {
        Duration limit = clock == null ? timeout : timeout.plus(CallClock.OURS);
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        return clock == null ? null : clock.start(call, timeout);
    }

    /**
     * The class, and the system's words or this plugin's; those of a broken answer are what the service sent, which may be
     * anything. Of the URL only the host, because the rest may hold a key.
     */
    private String describe(IOException e, boolean sent) {
        if (e instanceof ConnectException && isReachedDirectly()) {
            return nothingListens();
        }
        boolean isKnown = e instanceof SocketException
                || e instanceof UnknownHostException
                || e instanceof ProxyRefusedException
                || isOkHttpsOwn(e, sent);
        return isKnown ? e.toString() : e.getClass().getName() + ": the answer broke";
    }

    /** An answer that ends before its head does, and a proxy that opens no way: neither quotes what was sent. */
    private static boolean isOkHttpsOwn(IOException e, boolean sent) {
        return e.getCause() instanceof EOFException || !sent && e.getClass() == IOException.class;
    }

    private String nothingListens() {
        String address = ConnectException.class.getName() + ": nothing listens at " + url.host() + ":" + url.port();
        return HandlerUrls.isLoopback(url.uri())
                ? address + ". Start the handler, or let the plugin serve the project's: mvn compile cxone:tenant"
                : address + ". Start the handler there";
    }

    private boolean isReachedDirectly() {
        return proxy == null || HandlerUrls.isLoopback(url.uri());
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.close();
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
