package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What one call learns of the tenant's limit holds for all. */
class SharedLimitTest {

    private static final String LIST = "GET /api/v2/data-actions";

    private final HeldTime time = new HeldTime();

    @Test
    void whileOneCallWaitsForTheLimitNoOtherIsSent() throws Exception {
        try (WireTenant tenant = new WireTenant();
                CxoneClient client = CxoneClient.connect(
                        Tenant.settings(tenant.url(), Authentication.CLIENT_CREDENTIALS),
                        Credentials.clientCredentials("the-client", "s3cr3t", "a test"),
                        new RecordedEvents(),
                        time)) {
            tenant.script = request -> request.number() == 2
                    ? WireTenant.Behaviour.status(429, "", "Retry-After", "7")
                    : WireTenant.Behaviour.NORMAL;

            CompletableFuture<Listing> turnedAway = list(client, "A");
            assertThat(time.nextSleep()).isEqualTo(Duration.ofSeconds(7));
            CompletableFuture<Listing> other = list(client, "B");
            assertThat(time.nextSleep()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7001));
            assertThat(tenant.count(LIST)).isEqualTo(1);

            time.passAndWake(Duration.ofSeconds(8));
            turnedAway.get(10, TimeUnit.SECONDS);
            other.get(10, TimeUnit.SECONDS);
            assertThat(tenant.count(LIST)).isEqualTo(3);
        }
    }

    private static CompletableFuture<Listing> list(CxoneClient client, String name) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.dataActions().list(name);
            } catch (CxoneException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Whoever sleeps does so until the test lets time pass. */
    private static final class HeldTime implements Time {

        private final BlockingQueue<Duration> sleeps = new LinkedBlockingQueue<>();
        private final CountDownLatch awake = new CountDownLatch(1);
        private final AtomicLong nanos = new AtomicLong();

        Duration nextSleep() throws InterruptedException {
            return sleeps.poll(10, TimeUnit.SECONDS);
        }

        void passAndWake(Duration duration) {
            nanos.addAndGet(duration.toNanos());
            awake.countDown();
        }

        @Override
        public Instant now() {
            return FakeTime.START.plusNanos(nanos.get());
        }

        @Override
        public long nanoTime() {
            return nanos.get();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            sleeps.add(duration);
            awake.await();
        }

        @Override
        public double random() {
            return 1;
        }
    }
}
