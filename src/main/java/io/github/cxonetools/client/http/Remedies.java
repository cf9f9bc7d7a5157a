package io.github.cxonetools.client.http;

import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Credentials.PrivateKey;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.client.settings.Words;
import io.github.cxonetools.text.Secrets;
import java.time.Duration;
import java.util.Locale;
import okhttp3.HttpUrl;

/** What to do about an answer that is no success: to the credentials, the settings, or nothing but wait. */
final class Remedies {

    private static final Duration TOLERABLE_SKEW = Duration.ofSeconds(60);

    private final Secrets secrets;
    private final Credentials credentials;
    private final Time time;

    Remedies(Secrets secrets, Credentials credentials, Time time) {
        this.secrets = secrets;
        this.credentials = credentials;
        this.time = time;
    }

    /** A sentence without its full stop; empty where nothing is to be done. */
    String of(ApiCall call, Answer answer, Attempts attempts) {
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
            case UPDATE ->
                status == 400 || status == 405
                        ? "A tenant that changes no version in place needs a new one: deploy under a higher version"
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
    static String uncertainty(ApiCall call) {
        return switch (call.kind()) {
            case CREATE -> "The tenant did not list it afterwards";
            case CHANGE, UPDATE -> "It may have been changed all the same; run the same goal again to make sure";
            default -> "";
        };
    }

    /** Whether the same request may succeed later. */
    static boolean isPassing(int status) {
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
}
