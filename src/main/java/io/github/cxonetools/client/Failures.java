package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.Credentials.PrivateKey;
import io.github.cxonetools.client.Outcome.Answer;
import io.github.cxonetools.client.Outcome.Failure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Words every failure: what could not be done, at which endpoint, what came back, and what to do. */
final class Failures {

    private static final Duration TOLERABLE_SKEW = Duration.ofSeconds(60);

    private final Secrets secrets;
    private final Credentials credentials;
    private final Duration requestTimeout;
    private final Time time;

    Failures(Secrets secrets, Credentials credentials, Duration requestTimeout, Time time) {
        this.secrets = secrets;
        this.credentials = credentials;
        this.requestTimeout = requestTimeout;
        this.time = time;
    }

    /** {@code POST /oauth/token answered 503}. */
    static String brief(ApiCall call, Outcome outcome) {
        return outcome instanceof Answer answer
                ? call.endpoint() + " answered " + answer.status()
                : call.endpoint() + " got no answer from " + call.host();
    }

    /** The failure that a final outcome other than a success means. */
    CxoneException of(ApiCall call, Outcome outcome, Attempts attempts) {
        return outcome instanceof Answer answer
                ? answered(call, answer, attempts)
                : unanswered(call, (Failure) outcome, attempts);
    }

    /** A success whose body is not what it should be. */
    UnavailableException malformed(ApiCall call, String problem) {
        return new UnavailableException("Could not " + call.doing() + ": " + call.endpoint() + " at " + call.host()
                + " answered with what is no answer to it: " + secrets.mask(problem)
                + ". Check cxone.baseUrl, and that no proxy or login page answers in its place");
    }

    private CxoneException answered(ApiCall call, Answer answer, Attempts attempts) {
        String text = ErrorBody.text(answer, secrets);
        String message = "Could not " + call.doing() + ": " + call.endpoint() + " answered " + answer.status()
                + attempts.text() + " (" + call.host() + ")" + (text.isEmpty() ? "" : ": " + text)
                + sentence(remedy(call, answer, attempts));
        boolean passing = answer.status() == 408 || answer.status() == 429 || answer.status() >= 500;
        return passing ? new UnavailableException(message) : new RejectedException(message);
    }

    private CxoneException unanswered(ApiCall call, Failure failure, Attempts attempts) {
        String message = "Could not " + call.doing() + ": " + call.endpoint() + " got no answer from " + call.host()
                + attempts.text() + ": " + reason(failure);
        if (failure.cause() instanceof SSLException) {
            return new UnavailableException(
                    message + ". Check cxone.baseUrl, and that this JVM trusts the host's certificate"
                            + " (-Djavax.net.ssl.trustStore)",
                    failure.cause());
        }
        return new UnavailableException(
                message + ". Check cxone.baseUrl and the proxy in settings.xml", failure.cause());
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
            return "nothing within " + Words.of(requestTimeout) + " (cxone.requestTimeout)";
        }
        if (cause instanceof OversizedAnswerException || cause instanceof SSLException) {
            return secrets.mask(String.valueOf(cause.getMessage()));
        }
        return "the connection broke" + (failure.sent() ? " after the request was sent" : "");
    }

    private String remedy(ApiCall call, Answer answer, Attempts attempts) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return "Redirects are not followed" + target(call, answer) + ". Correct cxone.baseUrl";
        }
        if (call.kind() == ApiCall.Kind.TOKEN) {
            return status >= 400 && status < 500 && status != 408 && status != 429 ? tokenRemedy(answer) : "";
        }
        return switch (status) {
            case 401 ->
                "The token of client " + credentials.clientId() + " was refused, and a fresh one too."
                        + " Check that the client (from " + credentials.source() + ") belongs to this tenant";
            case 403 ->
                call.scope() == null
                        ? "The client " + credentials.clientId() + " may not do this"
                        : "The client " + credentials.clientId() + " needs the scope "
                                + call.scope().value();
            case 404, 405, 501 -> "Check cxone.baseUrl and the paths that are set";
            case 429 -> attempts.areLeft() ? "It asks to wait longer than cxone.maxWait allows" : "";
            default -> "";
        };
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
    private static String target(ApiCall call, Answer answer) {
        HttpUrl target = answer.header("Location").map(call.url()::resolve).orElse(null);
        return target == null ? "" : " (this one leads to " + target.scheme() + "://" + target.host() + ")";
    }

    private static String sentence(String remedy) {
        return remedy.isEmpty() ? "" : ". " + remedy;
    }
}
