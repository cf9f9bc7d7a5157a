package io.github.cxonetools.client.http;

import io.github.cxonetools.client.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateLimiterTest {

    private static final int[] WAITS = {120, 900, 400, 700};

    private final FakeTime time = new FakeTime();
    private final RateLimiter limiter = new RateLimiter(time);

    /** Two ways in which a tenant may count 50 requests a second. */
    private enum Limit {
        FIXED_WINDOW {
            private long window = -1;
            private int used;

            @Override
            boolean allows(long nanos) {
                if (nanos / 1_000_000_000 != window) {
                    window = nanos / 1_000_000_000;
                    used = 0;
                }
                return ++used <= 50;
            }
        },
        TOKEN_BUCKET {
            private double tokens = 50;
            private long last;

            @Override
            boolean allows(long nanos) {
                tokens = Math.min(50, tokens + (nanos - last) / 1e9 * 50);
                last = nanos;
                if (tokens < 1) {
                    return false;
                }
                tokens--;
                return true;
            }
        };

        abstract boolean allows(long nanos);
    }

    @Test
    void withoutALimitNothingWaits() throws Exception {
        for (int i = 0; i < 100; i++) {
            limiter.await();
            limiter.accept();
        }

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void afterARefusalEverybodyWaits() throws Exception {
        limiter.close(Duration.ofSeconds(2));
        limiter.close(Duration.ofSeconds(1));
        limiter.await();

        assertThat(Duration.between(FakeTime.START, time.now())).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(2));
    }

    @Test
    void oneRefusalAmongFewRequestsSlowsNothingDown() throws Exception {
        limiter.await();
        limiter.accept();
        limiter.close(Duration.ofSeconds(1));
        limiter.await();
        int sleeps = time.sleeps().size();
        for (int i = 0; i < 50; i++) {
            limiter.await();
            limiter.accept();
        }

        assertThat(time.sleeps()).hasSize(sleeps);
    }

    @ParameterizedTest
    @EnumSource
    void theRateOfTheTenantIsFoundAndKept(Limit limit) throws Exception {
        int turnedAway = 0;
        int accepted = 0;
        while (accepted < 600) {
            limiter.await();
            time.pass(Duration.ofNanos(12_500_000)); // Four requests at a time, 50 ms each.
            if (limit.allows(time.nanoTime())) {
                limiter.accept();
                accepted++;
            } else {
                // Some waits are too short for the limit, as those of a backoff with jitter are.
                limiter.close(Duration.ofMillis(WAITS[turnedAway++ % WAITS.length]));
            }
        }

        double seconds = Duration.between(FakeTime.START, time.now()).toMillis() / 1000.0;
        assertThat(seconds).isCloseTo(12, within(12 * 0.2));
        assertThat(turnedAway).isLessThan(8);
    }
}
