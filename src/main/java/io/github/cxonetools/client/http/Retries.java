package io.github.cxonetools.client.http;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Outcome.Failure;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Time;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Sends a call until its outcome is final: repeats what may be repeated, within the bounds. */
public final class Retries {

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private final Transport transport;
    private final RateLimiter limiter;
    private final ClientSettings settings;
    private final ClientEvents events;
    private final Time time;

    public Retries(Transport transport, RateLimiter limiter, ClientSettings settings, ClientEvents events, Time time) {
        this.transport = transport;
        this.limiter = limiter;
        this.settings = settings;
        this.events = events;
        this.time = time;
    }

    /** The bounds for one call. */
    public Attempts attempts() {
        return new Attempts(settings.maxAttempts(), settings.maxWait(), time);
    }

    /**
     * Sends {@code call} until nothing is gained by sending it again.
     *
     * @param authorization the header's value, or null
     */
    public Outcome send(ApiCall call, @Nullable String authorization, Attempts attempts) throws UnavailableException {
        try {
            while (true) {
                limiter.await();
                attempts.count();
                Outcome outcome = transport.exchange(call, authorization);
                if (outcome instanceof Answer answer && answer.status() != 429) {
                    limiter.accept();
                }
                if (!isRepeatable(call.kind(), outcome) || !attempts.hasAttemptsLeft()) {
                    return outcome;
                }
                Duration wait = waitBefore(outcome, attempts);
                if (!attempts.mayWait(wait)) {
                    return outcome;
                }
                pause(call, outcome, wait, attempts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Could not " + call.doing() + ": interrupted while waiting", e);
        }
    }

    private void pause(ApiCall call, Outcome outcome, Duration wait, Attempts attempts) throws InterruptedException {
        events.waiting(call.doing(), Failures.brief(call, outcome), wait, attempts.made() + 1, attempts.max());
        if (outcome instanceof Answer answer && answer.status() == 429) {
            limiter.close(wait);
        }
        attempts.pause(wait);
    }

    private static boolean isRepeatable(ApiCall.CallKind kind, Outcome outcome) {
        if (outcome instanceof Answer answer) {
            // 429 says that the request was not handled.
            return answer.status() == 429 || (kind.isIdempotent() && isPassing(answer.status()));
        }
        Failure failure = (Failure) outcome;
        return isPassing(failure) && (kind.isIdempotent() || !failure.sent());
    }

    private static boolean isPassing(int status) {
        return status == 408 || (status >= 500 && status != 501);
    }

    /** A certificate, a password or a size is the same the next time. */
    private static boolean isPassing(Failure failure) {
        return !(failure.cause() instanceof SSLHandshakeException)
                && !(failure.cause() instanceof SSLPeerUnverifiedException)
                && !(failure.cause() instanceof ProxyRefusedException)
                && !(failure.cause() instanceof OversizedAnswerException);
    }

    private Duration waitBefore(Outcome outcome, Attempts attempts) {
        if (!(outcome instanceof Answer answer)) {
            return backoff(attempts.made());
        }
        Optional<Duration> asked = RetryAfter.of(answer, time.now());
        if (answer.status() == 429) {
            // No second at all may be what is left of one, where a tenant counts whole ones.
            Optional<Duration> known = asked.filter(wait -> !wait.isZero()).or(limiter::waitAfterRefusal);
            asked = known.isPresent() ? known : asked;
        }
        return asked.orElseGet(() -> backoff(attempts.made()));
    }

    /** Exponential, with full jitter, so that clients that failed together do not come back together. */
    private Duration backoff(int made) {
        long longest = Math.min(LONGEST_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << Math.min(made - 1, 10));
        return Duration.ofMillis(Math.round(longest * time.random()));
    }
}
