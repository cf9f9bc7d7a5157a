package io.github.cxonetools.client.http;

import io.github.cxonetools.client.http.Outcome.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Reads {@code Retry-After} (RFC 9110 section 10.2.3): seconds, or an HTTP date. */
public final class RetryAfter {

    private static final int MOST_DIGITS = 9;
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private RetryAfter() {}

    /** The wait that {@code answer} asks for; empty where it asks for none, or in no form that is known. */
    public static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header(Transport.RETRY_AFTER)
                .map(String::strip)
                .flatMap(RetryAfter::seconds)
                .or(() -> date(answer, Transport.RETRY_AFTER)
                        .map(until ->
                                positive(Duration.between(serverTime(answer).orElse(now), until))));
    }

    private static Optional<Duration> seconds(String value) {
        if (!value.matches("\\d+")) {
            return Optional.empty();
        }
        return Optional.of(value.length() > MOST_DIGITS ? FOR_EVER : Duration.ofSeconds(Long.parseLong(value)));
    }

    /** What the server's own clock said; a date means something by the clock that wrote it only. */
    static Optional<Instant> serverTime(Answer answer) {
        return date(answer, "Date");
    }

    /** In each of the three forms of RFC 9110 section 5.6.7. */
    private static Optional<Instant> date(Answer answer, String header) {
        return Optional.ofNullable(answer.headers().getDate(header)).map(Date::toInstant);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
