package io.github.cxonetools.client.http;

import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Outcome.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends one request, once, and reads what comes back, as far as it is allowed to be. */
public final class Transport {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]*");

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    /** Of a failure's body: enough for the 2,000 characters that are shown. */
    private static final long ERROR_BYTES = 16L << 10;

    private static final Duration LONGEST_HANDLER = Duration.ofSeconds(60);

    private static final int DISTRUST = -10;

    /** The name under which {@link #hideRetryAfter} keeps the header. */
    static final String RETRY_AFTER = "X-Cxone-Retry-After";

    private final OkHttpClient calls;

    /** The same without connections that are kept. */
    private final OkHttpClient fresh;

    private final String userAgent;

    /**
     * Above zero once kept connections were seen to last. Before, and for a while after one turned out to be closed, what must
     * not be repeated gets a connection of its own: a server that closes without saying so does it again.
     */
    private final AtomicInteger trust = new AtomicInteger();

    public Transport(OkHttpClient http, String userAgent) {
        this.calls = http.newBuilder()
                .eventListenerFactory(call -> new ProgressListener())
                .addNetworkInterceptor(chain -> hideRetryAfter(chain.proceed(chain.request())))
                .build();
        this.fresh = calls.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
        this.userAgent = userAgent;
    }

    /**
     * Sends {@code call} once. Where a connection that was kept turns out to be closed, a call that may be repeated goes out
     * again at once, on a fresh connection.
     *
     * @param authorization the header's value, or null
     */
    public Outcome exchange(ApiCall call, @Nullable String authorization) {
        boolean repeatable = call.kind().isIdempotent();
        RequestProgress progress = new RequestProgress();
        Outcome outcome = exchange(repeatable || trust.get() > 0 ? calls : fresh, call, authorization, progress);
        if (!progress.isOnKeptConnection()) {
            return outcome;
        }
        if (!(outcome instanceof Failure failure) || !failure.isConnectionClosed()) {
            trust.incrementAndGet();
            return outcome;
        }
        trust.set(DISTRUST);
        return repeatable || !failure.sent() ? exchange(fresh, call, authorization, new RequestProgress()) : outcome;
    }

    private Outcome exchange(
            OkHttpClient client, ApiCall call, @Nullable String authorization, RequestProgress progress) {
        Call http = client.newCall(request(call, authorization, progress));
        if (call.kind() == ApiCall.CallKind.EXECUTE) {
            // The tenant waits for the handler before it answers.
            http.timeout().timeout(http.timeout().timeoutNanos() + LONGEST_HANDLER.toNanos(), TimeUnit.NANOSECONDS);
        }
        try (Response response = http.execute()) {
            progress.answered = response.code();
            return new Answer(response.code(), response.headers(), body(response, call.maxBytes()));
        } catch (IOException e) {
            return new Failure(e, progress.sent && !isUnprocessed(e), progress.answered);
        }
    }

    /** RFC 9113 section 8.7: what is refused this way, or comes after the connection's end, has not been processed. */
    private static boolean isUnprocessed(IOException e) {
        return e instanceof ConnectionShutdownException
                || (e instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM);
    }

    private Request request(ApiCall call, @Nullable String authorization, RequestProgress progress) {
        Request.Builder request = new Request.Builder()
                .url(call.url())
                .tag(RequestProgress.class, progress)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent)
                .method(call.method(), call.method().equals("GET") ? null : new OneShotBody(call.body(), type(call)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static MediaType type(ApiCall call) {
        return call.kind() == ApiCall.CallKind.TOKEN ? FORM : JSON;
    }

    private static byte[] body(Response response, long maxBytes) throws IOException {
        BufferedSource source = response.body().source();
        if (!response.isSuccessful()) {
            return beginning(source);
        }
        if (response.body().contentLength() > maxBytes || source.request(maxBytes + 1)) {
            throw new OversizedAnswerException(maxBytes);
        }
        return source.readByteArray();
    }

    /** A failure's status is what counts; where its body breaks off, what came is enough. */
    private static byte[] beginning(BufferedSource source) {
        try {
            source.request(ERROR_BYTES);
        } catch (IOException e) {
            return source.getBuffer().readByteArray();
        }
        return source.getBuffer()
                .snapshot((int) Math.min(source.getBuffer().size(), ERROR_BYTES))
                .toByteArray();
    }

    /** OkHttp would send a request again after {@code 503} with {@code Retry-After: 0}. It must not see the header. */
    private static Response hideRetryAfter(Response response) {
        String value = response.header("Retry-After");
        if (value == null) {
            return response;
        }
        Response.Builder hidden = response.newBuilder().removeHeader("Retry-After");
        // OkHttp's error for what no header may hold quotes the value.
        return (PRINTABLE.matcher(value).matches() ? hidden.header(RETRY_AFTER, value) : hidden).build();
    }

    /** How far one request has come; some events come from other threads. */
    private static final class RequestProgress {

        private volatile boolean connected;
        private volatile boolean acquired;
        private volatile boolean sent;
        private volatile @Nullable Integer answered;

        /** Whether the request went out on a connection that had served before. */
        boolean isOnKeptConnection() {
            return acquired && !connected;
        }
    }

    /** Notes whether a connection was kept, and the moment from which the server may have seen the request. */
    private static final class ProgressListener extends EventListener {

        @Override
        public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
            progress(call).connected = true;
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            progress(call).acquired = true;
        }

        @Override
        public void requestHeadersStart(Call call) {
            progress(call).sent = true;
        }

        private static RequestProgress progress(Call call) {
            return Objects.requireNonNull(call.request().tag(RequestProgress.class));
        }
    }
}
