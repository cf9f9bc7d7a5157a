package io.github.cxonetools.execution;

import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered, as the answer of a handler: within a limit of bytes, and with the handler's own time and failure
 * where this plugin serves it.
 */
final class HttpAnswers {

    /** The name under which {@link #withoutProxyStatus} keeps a status. */
    private static final String PROXY_STATUS = "X-Cxone-Proxy-Status";

    /** How the watchdog of a served handler begins; what a handler throws itself is told without its words. */
    private static final String TOO_LATE = TimeoutException.class.getName() + ": no answer within ";

    private final long maxBytes;
    private final Supplier<ObservedCall.Start> foreignStart;

    /**
     * @param maxBytes a larger answer is a failure
     * @param foreignStart what a call meets of which the service itself does not tell it
     */
    HttpAnswers(long maxBytes, Supplier<ObservedCall.Start> foreignStart) {
        this.maxBytes = maxBytes;
        this.foreignStart = foreignStart;
    }

    /** @param start when the request was sent, by {@link System#nanoTime} */
    ObservedCall read(Response response, long start, Duration timeout) throws IOException {
        ServedAnswer served = ServedAnswer.parse(response::header);
        if (!response.isSuccessful()) {
            return failure(response, served, start, timeout);
        }
        HandlerAnswer answer = body(response, start);
        if (served == null || served.latencyMs() == null || !(answer instanceof HandlerAnswer.Output output)) {
            return observed(answer, null, served);
        }
        HandlerAnswer own = isTooLate(served, timeout)
                ? tooLate(timeout, served.latencyMs())
                : new HandlerAnswer.Output(output.json(), served.latencyMs());
        return observed(own, null, served);
    }

    private ObservedCall failure(Response response, @Nullable ServedAnswer served, long start, Duration timeout) {
        String status = response.header(PROXY_STATUS, Integer.toString(response.code()));
        HandlerError body = HandlerError.of(response.body());
        CallStack stack = body.stack() == null ? null : CallStack.shown(body.stack());
        if (served == null) {
            String words = "HTTP " + status + (body.message() == null ? "" : ": " + body.message());
            return observed(new HandlerAnswer.RunFailure(words, "HTTP " + status, millisSince(start)), stack, null);
        }
        String failure = served.failure();
        if (isTooLate(served, timeout)) {
            return observed(tooLate(timeout, served.latencyMs()), stack, served);
        }
        if (failure != null && failure.startsWith(TOO_LATE)) {
            return observed(HandlerAnswer.RunFailure.own(failure, served.latencyMs()), stack, served);
        }
        return observed(
                new HandlerAnswer.RunFailure(
                        "HTTP " + status + (body.message() == null ? "" : ": " + body.message()),
                        "HTTP " + status + (failure == null ? "" : ": " + failure),
                        served.latencyMs()),
                stack,
                served);
    }

    private ObservedCall observed(HandlerAnswer answer, @Nullable CallStack stack, @Nullable ServedAnswer served) {
        return new ObservedCall(answer, "", stack, null, false, served == null ? foreignStart.get() : served.start());
    }

    /** The first call may take longer; whoever serves the handler ends that too. */
    private static boolean isTooLate(ServedAnswer served, Duration timeout) {
        return served.start() != ObservedCall.Start.COLD
                && served.latencyMs() != null
                && served.latencyMs() >= timeout.toMillis();
    }

    static HandlerAnswer.RunFailure tooLate(Duration timeout, @Nullable Double latencyMs) {
        return HandlerAnswer.RunFailure.own(TOO_LATE + timeout.toMillis() + " ms", latencyMs);
    }

    private HandlerAnswer body(Response response, long start) throws IOException {
        try (ResponseBody body = response.body()) {
            Buffer read = new Buffer();
            readAll(body, read);
            if (read.size() > maxBytes) {
                return HandlerAnswer.RunFailure.own(
                        "HTTP " + response.code() + ": the body is larger than " + maxBytes + " bytes",
                        millisSince(start));
            }
            return new HandlerAnswer.Output(read.readByteArray(), millisSince(start));
        }
    }

    /** Until the end, or one byte more than is allowed. */
    private void readAll(ResponseBody body, Buffer read) throws IOException {
        BufferedSource source = body.source();
        try {
            while (read.size() <= maxBytes && source.read(read, maxBytes + 1 - read.size()) != -1) {
                // What is read is in the buffer.
            }
        } catch (ProtocolException e) {
            // Of a length that is known, only the end can be missing; else the service's own words may be quoted.
            if (body.contentLength() >= 0) {
                e.initCause(new EOFException());
            }
            throw e;
        }
    }

    /** OkHttp takes a 407 that comes from the service itself for an error of its protocol. It must not see the status. */
    static Response withoutProxyStatus(Interceptor.Chain chain, Response response) {
        Connection connection = chain.connection();
        boolean fromProxy = connection != null
                && connection.route().proxy().type() == Proxy.Type.HTTP
                && !chain.request().isHttps();
        return response.code() == HttpURLConnection.HTTP_PROXY_AUTH && !fromProxy
                ? response.newBuilder()
                        .code(HttpURLConnection.HTTP_BAD_REQUEST)
                        .header(PROXY_STATUS, Integer.toString(HttpURLConnection.HTTP_PROXY_AUTH))
                        .build()
                : response;
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
