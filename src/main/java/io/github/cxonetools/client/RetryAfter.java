package io.github.cxonetools.client;

import io.github.cxonetools.client.Outcome.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After} (RFC 9110 section 10.2.3): seconds, or an HTTP date. */
final class RetryAfter {

    private RetryAfter() {}

    /** The wait that {@code answer} asks for; empty where it asks for none, or in no form that is known. */
    static Optional<Duration> of(Answer answer, Instant now) {
        return answer.header(Transport.RETRY_AFTER).map(String::strip).flatMap(value -> seconds(value)
                .or(() -> date(value)
                        .map(until ->
                                positive(Duration.between(serverTime(answer).orElse(now), until)))));
    }

    private static Optional<Duration> seconds(String value) {
        return value.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }

    /** What the server's own clock said; a date means something by the clock that wrote it only. */
    static Optional<Instant> serverTime(Answer answer) {
        return answer.header("Date").flatMap(RetryAfter::date);
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
