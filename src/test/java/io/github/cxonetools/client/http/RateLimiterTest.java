package io.github.cxonetools.client.http;

import io.github.cxonetools.client.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateLimiterTest {

    private static final int[] WAITS = {120, 900, 400, 700};

    private final FakeTime time = new FakeTime();
    private final RateLimiter limiter = new RateLimiter(time);

    /** Ways in which a tenant may count 50 requests a second. */
    private enum Limit {
        FIXED_WINDOW {
            @Override
            Counter anew() {
                long[] windowAndUsed = {-1, 0};
                return nanos -> {
                    if (nanos / 1_000_000_000 != windowAndUsed[0]) {
                        windowAndUsed[0] = nanos / 1_000_000_000;
                        windowAndUsed[1] = 0;
                    }
                    return ++windowAndUsed[1] <= 50;
                };
            }
        },
        LAST_SECOND {
            @Override
            Counter anew() {
                Deque<Long> accepted = new ArrayDeque<>();
                return nanos -> {
                    while (!accepted.isEmpty() && nanos - accepted.peekFirst() >= 1_000_000_000) {
                        accepted.removeFirst();
                    }
                    return accepted.size() < 50 && accepted.add(nanos);
                };
            }
        },
        TOKEN_BUCKET {
            @Override
            Counter anew() {
                double[] tokensAndLast = {50, 0};
                return nanos -> {
                    double gained = (nanos - tokensAndLast[1]) / 1e9 * 50;
                    tokensAndLast[0] = Math.min(50, tokensAndLast[0] + gained);
                    tokensAndLast[1] = nanos;
                    boolean isAllowed = tokensAndLast[0] >= 1;
                    tokensAndLast[0] -= isAllowed ? 1 : 0;
                    return isAllowed;
                };
            }
        };

        abstract Counter anew();
    }

    /** Whether one more request, at a time in nanoseconds, is within a limit. */
    @FunctionalInterface
    private interface Counter {
        boolean allows(long nanos);
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
    void theRateOfTheTenantIsFoundAndKept(Limit kind) throws Exception {
        Counter limit = kind.anew();
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

    /** What a deployment of 200 actions sends, begun anywhere in a second of the tenant, and the waits left to the client. */
    @ParameterizedTest
    @EnumSource
    void twoHundredRequestsTakeHardlyLongerThanTheLimitWants(Limit kind) throws Exception {
        List<Double> all = new ArrayList<>();
        for (int begin = 0; begin < 1000; begin += 50) {
            FakeTime clock = new FakeTime();
            RateLimiter known = new RateLimiter(clock);
            long offset = Duration.ofMillis(begin).toNanos();
            Counter limit = kind.anew();
            int turnedAway = 0;
            for (int accepted = 0; accepted < 205; ) {
                known.await();
                clock.pass(Duration.ofNanos(12_500_000));
                if (limit.allows(offset + clock.nanoTime())) {
                    known.accept();
                    accepted++;
                } else {
                    turnedAway++;
                    known.close(known.waitAfterRefusal().orElse(Duration.ofSeconds(1)));
                }
            }

            all.add(Duration.between(FakeTime.START, clock.now()).toMillis() / 1000.0);
            assertThat(turnedAway).as("begun at %s ms", begin).isLessThan(6);
        }
        Collections.sort(all);
        assertThat(all.get(all.size() / 2)).isLessThan(4.4);
        assertThat(all).last().satisfies(longest -> assertThat(longest).isLessThan(5));
    }

    @Test
    void aWaitThatWasTooShortGoesOnALittleAndThenAsEachCallKnows() throws Exception {
        assertThat(limiter.waitAfterRefusal()).isEmpty();
        for (int i = 0; i < 20; i++) {
            limiter.await();
            limiter.accept();
        }
        assertThat(limiter.waitAfterRefusal()).hasValue(Duration.ofMillis(1150));
        limiter.close(Duration.ofMillis(1150));
        time.pass(Duration.ofMillis(150));
        assertThat(limiter.waitAfterRefusal())
                .as("of a call that was under way")
                .hasValue(Duration.ofSeconds(1));

        limiter.await();
        assertThat(limiter.waitAfterRefusal()).hasValue(Duration.ofMillis(300));
        limiter.close(Duration.ofMillis(300));
        limiter.await();
        assertThat(limiter.waitAfterRefusal()).hasValue(Duration.ofMillis(600));
        limiter.close(Duration.ofMillis(600));
        limiter.await();
        assertThat(limiter.waitAfterRefusal()).isEmpty();
    }
}
