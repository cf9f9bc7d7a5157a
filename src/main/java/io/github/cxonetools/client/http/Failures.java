package io.github.cxonetools.client.http;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Outcome.Failure;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
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
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Words every failure: what could not be done, at which endpoint, what came back, and what to do. */
public final class Failures {

    /** Errors by which a token endpoint speaks of itself: RFC 6749 section 4.1.2.1, which servers use of tokens too. */
    private static final Set<String> OF_THE_SERVER = Set.of("temporarily_unavailable", "server_error");

    private static final Duration TOLERABLE_SKEW = Duration.ofSeconds(60);

    private final Secrets secrets;
    private final Credentials credentials;
    private final Duration requestTimeout;
    private final @Nullable ProxySettings proxy;
    private final Time time;

    public Failures(Secrets secrets, Credentials credentials, ClientSettings settings, Time time) {
        this.secrets = secrets;
        this.credentials = credentials;
        this.requestTimeout = settings.requestTimeout();
        this.proxy = settings.proxy();
        this.time = time;
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
                    + " (" + call.host() + "), but not with what was asked for" + sentence(uncertainty(call))
                    + ". Check cxone.baseUrl, and that no proxy or login page answers in its place");
        }
        String text = ErrorBody.text(answer, secrets);
        String message = "Could not " + call.doing() + ": " + call.endpoint() + " answered " + answer.status()
                + attempts.text() + " (" + call.host() + ")" + (text.isEmpty() ? "" : ": " + text)
                + sentence(remedy(call, answer, attempts));
        return isPassing(answer.status()) || answer.status() == 501 || (answer.isSuccess() && !isRefusal(call, answer))
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
                    + sentence(uncertainty(call)) + ". Check cxone.baseUrl");
        }
        String message = "Could not " + call.doing() + ": " + brief(call, failure) + via(call, failure)
                + attempts.text() + ": " + reason(failure) + (failure.sent() ? sentence(uncertainty(call)) : "");
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

    private String remedy(ApiCall call, Answer answer, Attempts attempts) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return "Redirects are not followed" + target(call, answer) + ". Correct cxone.baseUrl";
        }
        if (status == 429) {
            return attempts.hasAttemptsLeft() ? "It asks to wait longer than cxone.maxWait allows" : "";
        }
        if (isPassing(status) || (answer.isSuccess() && call.kind() != ApiCall.CallKind.TOKEN)) {
            return uncertainty(call);
        }
        return switch (call.kind()) {
            case TOKEN -> tokenRemedy(answer);
            case CHANGE ->
                status == 400 || status == 405
                        ? "A tenant that changes no version in place needs a new one: raise the version"
                        : apiRemedy(call, answer);
            default -> apiRemedy(call, answer);
        };
    }

    private String apiRemedy(ApiCall call, Answer answer) {
        BearerChallenge challenge = BearerChallenge.of(answer);
        if (challenge.lacksScope() && !challenge.scope().isEmpty()) {
            return "The client " + credentials.clientId() + " needs the scope " + secrets.mask(challenge.scope());
        }
        return switch (challenge.lacksScope() ? 403 : answer.status()) {
            case 401 ->
                "The token of client " + credentials.clientId() + " was refused, and a fresh one too."
                        + " Check that the client (from " + credentials.source() + ") belongs to this tenant";
            case 403 ->
                call.scope() == null
                        ? "The client " + credentials.clientId() + " may not do this"
                        : "The client " + credentials.clientId() + " needs the scope "
                                + call.scope().value();
            case 404, 405, 501 -> "Check cxone.baseUrl and the paths that are set";
            default -> "";
        };
    }

    /** What is known of a change whose answer was lost. */
    private static String uncertainty(ApiCall call) {
        return switch (call.kind()) {
            case CREATE -> "The tenant did not list it afterwards";
            case CHANGE, UPDATE -> "It may have been changed all the same; run the same goal again to make sure";
            default -> "";
        };
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 429 || (status >= 500 && status != 501);
    }

    private String tokenRemedy(Answer answer) {
        if (answer.status() == 404 || answer.status() == 405) {
            return "Check cxone.tokenUrl";
        }
        String check = "Check the credentials of client " + credentials.clientId() + ", from " + credentials.source();
        // An assertion is valid for minutes, by the server's clock.
        return credentials instanceof PrivateKey ? check + skew(answer) : check;
    }

    private String skew(Answer answer) {
        Duration ahead = RetryAfter.serverTime(answer)
                .map(server -> Duration.between(server, time.now()))
                .orElse(Duration.ZERO);
        if (ahead.abs().compareTo(TOLERABLE_SKEW) < 0) {
            return "";
        }
        return ". This machine's clock is " + Words.of(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of")
                + " the server's: correct it";
    }

    /** The host alone: what else stands in a location is the server's business. */
    private String target(ApiCall call, Answer answer) {
        String location = answer.header("Location").orElse("");
        HttpUrl target = location.isEmpty() ? null : call.url().resolve(location);
        if (target == null) {
            return "";
        }
        // What stands where a host does may be the beginning of a secret.
        boolean isHost = target.host().equals(call.url().host())
                || secrets.mask(location).toLowerCase(Locale.ROOT).contains("//" + target.host());
        if (!isHost) {
            return "";
        }
        return " (this one leads to " + target.scheme() + "://" + target.host() + ")";
    }

    /** Where a body is no JSON, in words that quote nothing of it: that may be the beginning of a secret. */
    public static String noJson(JacksonException e) {
        return "no JSON (" + Json.describeWithoutQuotes(e) + ")";
    }

    private static String sentence(String remedy) {
        return remedy.isEmpty() ? "" : ". " + remedy;
    }
}
