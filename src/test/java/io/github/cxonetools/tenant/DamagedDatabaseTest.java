package io.github.cxonetools.tenant;

import io.github.cxonetools.action.RejectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Period;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A database that lost some of what it acknowledged is refused, and its last backup takes its place. */
class DamagedDatabaseTest {

    private static final int ACTIONS = 30;
    private static final String ACTION = "{\"name\":\"Routing\",\"version\":\"VERSION\",\"inputSchema\":{},"
            + "\"outputSchema\":{},\"handlerUrl\":\"http://127.0.0.1:1/handler\"}";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 0.9, 0.99})
    void aFileThatWasCutAfterItsTenantHasStoppedIsRefused(double left) throws Exception {
        fill();
        byte[] whole = Files.readAllBytes(database());
        byte[] cut = Arrays.copyOf(whole, (int) (whole.length * left));
        Files.write(database(), cut);

        assertDamaged("It is not as the tenant's last stop left it, ");
        assertThat(database()).hasBinaryContent(cut);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileInWhichSomethingWasOverwrittenIsRefusedAndItsBackupServes(int seed) throws Exception {
        fill();
        byte[] bytes = Files.readAllBytes(database());
        Random random = new Random(seed);
        int at = random.nextInt(bytes.length);
        for (int i = at; i < Math.min(bytes.length, at + 1 + random.nextInt(4096)); i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(database(), bytes);

        assertDamaged("To go back to the tenant's last clean stop:\n  cp " + file("tenant.backup.mv.db") + " "
                + database() + "\n");

        Files.copy(file("tenant.backup.mv.db"), database(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(actions()).isEqualTo(ACTIONS);
    }

    /** As a machine leaves it that lost what was not on its disk yet: an older state, whole in itself. */
    @Test
    void anOlderStateIsTakenForDamageAfterAKill() throws Exception {
        try (LocalTenant tenant = open()) {
            create(tenant, 0, 11);
        }
        byte[] older = Files.readAllBytes(database());
        TenantProcess process = TenantProcess.start(directory);
        for (int i = 11; i < ACTIONS; i++) {
            create(process.calls(), i);
        }
        process.kill();
        byte[] newest = Files.readAllBytes(database());
        byte[] check = Files.readAllBytes(file("check.json"));
        Files.write(database(), older);
        // The state of 11 actions is also the backup's, which is accepted: here it is neither.
        Files.writeString(file("check.json"), "{\"clean\":false}");

        assertDamaged("It lacks what was acknowledged, and holds 11 of 30 actions, 0 of 0 executions. ");

        Files.write(database(), newest);
        Files.write(file("check.json"), check);
        assertThat(actions()).isEqualTo(ACTIONS);
    }

    @Test
    void afterTheCommandThatIsPrintedWhatIsLeftIsServed() throws Exception {
        fill();
        Files.write(file("tenant.mark"), "31 31 0".getBytes());
        Files.writeString(file("check.json"), "{\"clean\":false}");
        assertDamaged("\n  rm " + file("check.json") + " " + file("tenant.mark") + "\n");

        Files.delete(file("check.json"));
        Files.delete(file("tenant.mark"));

        assertThat(actions()).isEqualTo(ACTIONS);
    }

    @Test
    void aDatabaseThatWasMovedAwayBeginsAnew() throws Exception {
        fill();
        Files.move(database(), file("damaged.mv.db"));

        assertThat(actions()).isZero();
        assertThat(actions()).isZero();
    }

    private void assertDamaged(String says) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::open)
                .withMessageStartingWith(
                        "The local tenant's database " + database() + " cannot be used: it is damaged. ")
                .withMessageContaining(says)
                .withMessageNotContaining("othing was changed");
    }

    private void fill() throws Exception {
        try (LocalTenant tenant = open()) {
            create(tenant, 0, ACTIONS);
        }
    }

    private static void create(LocalTenant tenant, int from, int to) throws Exception {
        TenantCalls calls = TenantCalls.owner(tenant);
        for (int i = from; i < to; i++) {
            create(calls, i);
        }
    }

    private static void create(TenantCalls calls, int number) throws Exception {
        assertThat(calls.post("/api/v2/data-actions", ACTION.replace("VERSION", Integer.toString(number)))
                        .status())
                .isEqualTo(201);
    }

    private int actions() throws Exception {
        try (LocalTenant tenant = open()) {
            return TenantCalls.owner(tenant)
                    .get("/api/v2/data-actions")
                    .json()
                    .get("total")
                    .intValue();
        }
    }

    private LocalTenant open() throws Exception {
        return LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), TenantEvents.NONE);
    }

    private Path database() {
        return file("tenant.mv.db");
    }

    private Path file(String name) {
        return directory.toAbsolutePath().resolve(name);
    }
}
