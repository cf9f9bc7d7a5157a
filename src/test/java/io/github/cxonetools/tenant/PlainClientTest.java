package io.github.cxonetools.tenant;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlainClientTest {

    @TempDir
    private Path directory;

    @Test
    void aClientThatSharesNoClassWithUsFindsWhatThePlatformConfirms() throws Exception {
        try (LocalTenant tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE)) {
            Process client = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            Path.of("src", "it", "plain-client", "PlainClient.java")
                                    .toString(),
                            tenant.url().toString(),
                            tenant.credentialsFile().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said).isEqualToIgnoringNewLines("The tenant speaks as CXone does");
            assertThat(client.exitValue()).isZero();
        }
    }
}
