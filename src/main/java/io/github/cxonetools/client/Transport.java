package io.github.cxonetools.client;

import io.github.cxonetools.client.Outcome.Answer;
import io.github.cxonetools.client.Outcome.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends one request, once, and reads what comes back, as far as it is allowed to be. */
final class Transport {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    /** Of a failure's body: enough for the 2,000 characters that are shown. */
    private static final long ERROR_BYTES = 16L << 10;

    private static final Duration LONGEST_HANDLER = Duration.ofSeconds(60);

    /** The name under which {@link #hideRetryAfter} keeps the header. */
    static final String RETRY_AFTER = "X-Cxone-Retry-After";

    private final OkHttpClient calls;
    private final String userAgent;

    Transport(OkHttpClient http, String userAgent) {
        this.calls = http.newBuilder()
                .eventListenerFactory(call -> new SentListener())
                .addNetworkInterceptor(chain -> hideRetryAfter(chain.proceed(chain.request())))
                .build();
        this.userAgent = userAgent;
    }

    /**
     * Sends {@code call} once.
     *
     * @param authorization the header's value, or null
     */
    Outcome exchange(ApiCall call, @Nullable String authorization) {
        AtomicBoolean sent = new AtomicBoolean();
        Request request = request(call, authorization, sent);
        Call http = calls.newCall(request);
        if (call.kind() == ApiCall.Kind.EXECUTE) {
            // The tenant waits for the handler before it answers.
            http.timeout().timeout(http.timeout().timeoutNanos() + LONGEST_HANDLER.toNanos(), TimeUnit.NANOSECONDS);
        }
        try (Response response = http.execute()) {
            return new Answer(response.code(), response.headers(), body(response, call.maxBytes()));
        } catch (IOException e) {
            return new Failure(e, sent.get());
        }
    }

    private Request request(ApiCall call, @Nullable String authorization, AtomicBoolean sent) {
        Request.Builder request = new Request.Builder()
                .url(call.url())
                .tag(AtomicBoolean.class, sent)
                .header("Accept", "application/json")
                .header("User-Agent", userAgent)
                .method(call.method(), call.method().equals("GET") ? null : new OneShotBody(call.body(), type(call)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static MediaType type(ApiCall call) {
        return call.kind() == ApiCall.Kind.TOKEN ? FORM : JSON;
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
        return value == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(RETRY_AFTER, value)
                        .build();
    }

    /** Notes the moment from which the server may have seen the request. */
    private static final class SentListener extends EventListener {

        @Override
        public void requestHeadersStart(Call call) {
            AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
            if (sent != null) {
                sent.set(true);
            }
        }
    }
}
