package io.github.cxonetools.client.http;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Outcome.Failure;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.client.settings.Words;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.CauseWithoutText;
import io.github.cxonetools.text.Secrets;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Words every failure: what could not be done, at which endpoint, what came back, and what to do. */
public final class Failures {

    /** Errors by which a token endpoint speaks of itself: RFC 6749 section 4.1.2.1, which servers use of tokens too. */
    private static final Set<String> OF_THE_SERVER = Set.of("temporarily_unavailable", "server_error");

    private final Secrets secrets;
    private final Duration requestTimeout;
    private final @Nullable ProxySettings proxy;
    private final Remedies remedies;

    public Failures(Secrets secrets, Credentials credentials, ClientSettings settings, Time time) {
        this.secrets = secrets;
        this.requestTimeout = settings.requestTimeout();
        this.proxy = settings.proxy();
        this.remedies = new Remedies(secrets, credentials, time);
    }

    public Secrets secrets() {
        return secrets;
    }

    /** {@code POST /oauth/token answered 503}. */
    public static String brief(ApiCall call, Outcome outcome) {
        if (outcome instanceof Answer answer) {
            return call.endpoint() + " answered " + answer.status();
        }
        Integer status = ((Failure) outcome).status();
        return status == null
                ? call.endpoint() + " got no answer from " + call.host()
                : call.endpoint() + " answered " + status + ", and its body could not be read";
    }

    /** The failure that a final outcome other than a success means. */
    public CxoneException of(ApiCall call, Outcome outcome, Attempts attempts) {
        return outcome instanceof Answer answer
                ? answered(call, answer, attempts)
                : unanswered(call, (Failure) outcome, attempts);
    }

    /** A success whose body is not what it should be. */
    public UnavailableException malformed(ApiCall call, String problem) {
        return new UnavailableException("Could not " + call.doing() + ": " + call.endpoint() + " at " + call.host()
                + " answered, but not with what was asked for: " + secrets.mask(problem)
                + ". Check cxone.baseUrl, and that no proxy or login page answers in its place");
    }

    /** A success that is not what was asked for: an error that the server tells of, or a body that is something else. */
    public CxoneException unfit(ApiCall call, Answer answer, Attempts attempts, String problem) {
        return ErrorBody.isError(answer) ? answered(call, answer, attempts) : malformed(call, problem);
    }

    private CxoneException answered(ApiCall call, Answer answer, Attempts attempts) {
        if (answer.isSuccess() && !ErrorBody.isError(answer)) {
            return new UnavailableException("Could not " + call.doing() + ": " + brief(call, answer) + attempts.text()
                    + " (" + call.host() + "), but not with what was asked for" + sentence(Remedies.uncertainty(call))
                    + ". Check cxone.baseUrl, and that no proxy or login page answers in its place");
        }
        String text = ErrorBody.text(answer, secrets);
        String message = "Could not " + call.doing() + ": " + call.endpoint() + " answered " + answer.status()
                + attempts.text() + " (" + call.host() + ")" + (text.isEmpty() ? "" : ": " + text)
                + sentence(remedies.of(call, answer, attempts));
        return Remedies.isPassing(answer.status())
                        || answer.status() == 501
                        || (answer.isSuccess() && !isRefusal(call, answer))
                ? new UnavailableException(message)
                : new RejectedException(message);
    }

    /** What a token endpoint says to a client is about the client (RFC 6749 section 5.2), unless it speaks of itself. */
    private static boolean isRefusal(ApiCall call, Answer answer) {
        return call.kind() == ApiCall.CallKind.TOKEN && Collections.disjoint(ErrorBody.codes(answer), OF_THE_SERVER);
    }

    private CxoneException unanswered(ApiCall call, Failure failure, Attempts attempts) {
        if (failure.cause() instanceof OversizedAnswerException) {
            return new UnavailableException("Could not " + call.doing() + ": " + call.endpoint() + " at " + call.host()
                    + " answered " + failure.status() + " with more than " + Words.bytes(call.maxBytes())
                    + attempts.text()
                    + sentence(Remedies.uncertainty(call)) + ". Check cxone.baseUrl");
        }
        String message =
                "Could not " + call.doing() + ": " + brief(call, failure) + via(call, failure) + attempts.text() + ": "
                        + reason(failure) + (failure.sent() ? sentence(Remedies.uncertainty(call)) : "");
        if (failure.cause() instanceof ProxyRefusedException) {
            // Not kept as a cause: the message is complete, and Maven would print it twice.
            return new RejectedException(message);
        }
        if (failure.cause() instanceof SSLException) {
            return new UnavailableException(
                    message + ". Check cxone.baseUrl, and that this JVM trusts the host's certificate"
                            + " (-Djavax.net.ssl.trustStore)",
                    CauseWithoutText.of(failure.cause()));
        }
        return new UnavailableException(
                message + ". Check cxone.baseUrl and the proxy in settings.xml", CauseWithoutText.of(failure.cause()));
    }

    private String via(ApiCall call, Failure failure) {
        if (failure.status() != null) {
            return " (" + call.host() + ")";
        }
        return proxy == null || new ProxyAccess(proxy).isDirect(call.url().uri())
                ? ""
                : " through the proxy " + proxy.host() + ":" + proxy.port();
    }

    private String reason(Failure failure) {
        Exception cause = failure.cause();
        if (cause instanceof UnknownHostException) {
            return "the host name is unknown";
        }
        if (cause instanceof ConnectException) {
            return "the connection was refused";
        }
        if (cause instanceof InterruptedIOException) {
            return (failure.status() == null ? "nothing" : "it did not end") + " within " + Words.of(requestTimeout)
                    + " (cxone.requestTimeout)";
        }
        if (cause instanceof SSLException || cause instanceof ProxyRefusedException) {
            return secrets.mask(String.valueOf(cause.getMessage()));
        }
        String proxyStatus = ProxyAccess.statusOf(cause);
        if (proxyStatus != null) {
            return "the proxy answered " + proxyStatus;
        }
        if (failure.status() != null) {
            return "it broke off, or is malformed";
        }
        return "the connection broke" + (failure.sent() ? " after the request was sent" : "");
    }

    /** Where a body is no JSON, in words that quote nothing of it: that may be the beginning of a secret. */
    public static String noJson(JacksonException e) {
        return "no JSON (" + Json.describeWithoutQuotes(e) + ")";
    }

    private static String sentence(String remedy) {
        return remedy.isEmpty() ? "" : ". " + remedy;
    }
}
