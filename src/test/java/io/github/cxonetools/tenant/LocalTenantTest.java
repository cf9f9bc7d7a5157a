package io.github.cxonetools.tenant;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.http.Threads;
import io.github.cxonetools.tenant.store.TenantCredentials;
import io.github.cxonetools.tenant.store.TenantDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LocalTenantTest {

    @TempDir
    private Path temporary;

    private Path directory;
    private final List<LocalTenant> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(LocalTenant::close);
    }

    @BeforeEach
    void chooseDirectory() {
        directory = temporary.resolve("a b/tenant");
    }

    @Test
    void directoryAndFilesAreTheirOwnersAlone() throws Exception {
        LocalTenant tenant = open();
        TenantCalls.owner(tenant).get("/api/v2/data-actions");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(6).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatAKilledTenantLeftOfAFileIsRemoved() throws Exception {
        open().close();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        for (String name : List.of("credentials.json", "tenant.backup.mv.db")) {
            Path left = Files.createFile(directory.resolve(name + "." + gone.pid() + "-1f.tmp"));
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(10)));
        }

        open();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void anotherPortIsTakenWhereTheOneIsOnlyPreferred() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TenantSettings settings =
                    new TenantSettings(directory, taken.getLocalPort(), Period.ofDays(30), "0.1.0").orAnyPort();
            LocalTenant tenant = LocalTenant.open(settings, Clock.systemUTC(), TenantEvents.NONE);
            opened.add(tenant);

            assertThat(tenant.url().getPort()).isPositive().isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aDirectoryThatOthersCanWriteIsRefused() throws Exception {
        open().close();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::open)
                .withMessageEndingWith("Type: chmod 700 '" + directory + "'");

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        assertThat(open().isOwner()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials.json", "clients.json", "tenant.mv.db"})
    void aSecretFileThatOthersCanReadIsRefused(String name) throws Exception {
        open().close();
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            Files.writeString(file, "{\"clients\":[]}");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::open)
                .withMessageContaining("can be read by others")
                .withMessageEndingWith("Type: chmod 600 '" + file + "'");
    }

    @Test
    void theSecretIsNotPrinted() throws Exception {
        LocalTenant tenant = open();
        TenantCredentials credentials = TenantCredentials.read(directory);

        assertThat(credentials.clientSecret()).hasSizeGreaterThan(40);
        assertThat(credentials.toString()).contains(credentials.clientId()).doesNotContain(credentials.clientSecret());
    }

    @Test
    void whoeverOpensAServedDirectoryIsGivenTheRunningTenant() throws Exception {
        LocalTenant owner = open();
        LocalTenant second = open();
        assertThat(owner.isOwner()).isTrue();
        assertThat(second.isOwner()).isFalse();
        assertThat(second.url()).isEqualTo(owner.url());
        assertThat(LocalTenant.running(directory)).isEqualTo(owner.url());

        second.close();

        assertThat(TenantCalls.owner(owner).get("/api/v2/data-actions").status())
                .isEqualTo(200);

        owner.close();
        assertThat(LocalTenant.running(directory)).isNull();
    }

    @Test
    void theNextTakesOverAtTheSameAddressAndTokensStayGood() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        LocalTenant owner = open();
        LocalTenant second = open(new TenantEvents() {
            @Override
            public void tookOver(URI url, Path path) {
                taken.countDown();
            }
        });
        URI address = owner.url();
        TenantCalls calls = TenantCalls.owner(owner);
        owner.close();

        assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.isOwner()).isTrue();
        assertThat(second.url()).isEqualTo(address);
        assertThat(calls.get("/api/v2/data-actions").status()).isEqualTo(200);
    }

    @Test
    void whoeverIsAttachedFollowsTheTenantToAnotherAddress() throws Exception {
        open();
        CountDownLatch followed = new CountDownLatch(2);
        LocalTenant second = open(new TenantEvents() {
            @Override
            public void attached(URI url, Path path) {
                followed.countDown();
            }
        });

        Files.writeString(directory.resolve("tenant.json"), "{\"pid\":1,\"port\":4711,\"instance\":\"other\"}");

        assertThat(followed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.url()).hasPort(4711);
    }

    @Test
    void aSuccessorGoesElsewhereWhereTheAddressIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TenantContext owned = new TenantContext(
                    TenantDirectory.open(directory),
                    new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"),
                    Clock.systemUTC(),
                    TenantEvents.NONE);

            try (TenantServer server = TenantServer.succeed(owned, taken.getLocalPort(), Duration.ofMillis(50))) {
                assertThat(server.running().port()).isNotEqualTo(taken.getLocalPort());
                assertThat(LocalTenant.running(directory))
                        .isEqualTo(server.running().url());
            }
        }
    }

    /** A process that is killed gives its locks back before its sockets. */
    @Test
    void aSuccessorWaitsForAnAddressThatIsAboutToBeFree() throws Exception {
        ServerSocket leaving = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = leaving.getLocalPort();
        TenantContext owned = new TenantContext(
                TenantDirectory.open(directory),
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"),
                Clock.systemUTC(),
                TenantEvents.NONE);
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(() -> close(leaving));

        try (TenantServer server = TenantServer.succeed(owned, port, Duration.ofMinutes(1))) {
            assertThat(server.running().port()).isEqualTo(port);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void requestsHaveVirtualThreadsWhereTheJdkHasThem() throws Exception {
        Thread thread = Threads.forRequests().submit(Thread::currentThread).get();

        assertThat(thread.getClass().getName().contains("VirtualThread"))
                .isEqualTo(Runtime.version().feature() >= 21);
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void aStaleTenantFileIsNotATenant() throws Exception {
        open().close();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    directory.resolve("tenant.json"),
                    "{\"pid\":1,\"port\":" + other.getLocalPort() + ",\"instance\":\"gone\"}");

            assertThat(LocalTenant.running(directory)).isNull();
            LocalTenant tenant = open();
            assertThat(tenant.isOwner()).isTrue();
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TenantSettings settings = new TenantSettings(directory, taken.getLocalPort(), Period.ofDays(1), "0.1.0");

            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> LocalTenant.open(settings, Clock.systemUTC(), TenantEvents.NONE))
                    .withMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .withMessageContaining("cxone.tenantPort");
        }
        open().close(); // The failure has given the lock back.
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::open)
                .withMessageContaining(directory.toString())
                .withMessageContaining("cxone.tenantDirectory");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() {
        directory = Path.of("/proc/self/task"); // Not even the superuser may create files there.

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::open)
                .withMessageMatching("The local tenant cannot use its directory /proc/[0-9]+/task \\(.*"
                        + "Free space or change its permissions, or set cxone.tenantDirectory");
    }

    @Test
    void aStartThatFailsAtItsLastStepLeavesNothingBehind() throws Exception {
        Path obstacle = directory.resolve("tenant.json/in the way");
        Files.createDirectories(obstacle);
        Map<Integer, String> before = ListeningSockets.ofThisProcess();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(this::open)
                .withMessageContaining(directory.toString());

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (Set.of("cxone-recorder", "cxone-retention").contains(thread.getName())) {
                thread.join(5000); // It may be in its last moment.
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(ListeningSockets.ofThisProcess()).isEqualTo(before);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "check.json",
                            "credentials.json",
                            "tenant.backup.mv.db",
                            "tenant.json",
                            "tenant.lock",
                            "tenant.mark",
                            "tenant.mv.db");
        }
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        assertThat(open().isOwner()).isTrue();
    }

    @Test
    void aDamagedDatabaseIsLeftAsItIs() throws Exception {
        open().close();
        Path file = directory.resolve("tenant.mv.db");
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, (byte) 'x');
        Files.write(file, damaged);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::open)
                .withMessageContaining(file.toString())
                .withMessageContaining("it is damaged");
        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void aNewerDatabaseIsLeftAsItIs() throws Exception {
        open().close();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("tenant"), "tenant", "");
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_version (version, plugin_version) VALUES (99, '9.9.0')");
        }

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(this::open)
                .withMessageContaining("was last used by version 9.9.0 of this plugin, which is newer than 0.1.0");
    }

    @Test
    void nothingElseListens() throws Exception {
        LocalTenant tenant = open();
        TenantCalls.owner(tenant).get("/api/v2/data-actions");

        assertThat(ListeningSockets.ofThisProcess())
                .containsEntry(tenant.url().getPort(), "127.0.0.1")
                .allSatisfy((port, address) -> assertThat(address).isEqualTo("127.0.0.1"));
        Map<Integer, String> before = ListeningSockets.ofThisProcess();
        tenant.close();
        Map<Integer, String> after = ListeningSockets.ofThisProcess();
        assertThat(before).hasSize(after.size() + 1);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenantSettings(directory, 70_000, Period.ofDays(1), "0.1.0"))
                .withMessageStartingWith("tenantPort is 70000.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenantSettings(directory, 0, Period.ofDays(-1), "0.1.0"))
                .withMessageStartingWith("keepExecutions is P-1D.");
    }

    @Test
    void missingOrBrokenCredentialsSayWhatToDo() throws Exception {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> TenantCredentials.read(directory))
                .withMessageContaining("mvn cxone:tenant");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("credentials.json"), "{\"clientId\":\"half\"}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> TenantCredentials.read(directory))
                .withMessageContaining("does not hold clientId and clientSecret");
    }

    private LocalTenant open() throws CxoneException {
        return open(TenantEvents.NONE);
    }

    private LocalTenant open(TenantEvents events) throws CxoneException {
        LocalTenant tenant = LocalTenant.open(
                new TenantSettings(directory, 0, Period.ofDays(30), "0.1.0"), Clock.systemUTC(), events);
        opened.add(tenant);
        return tenant;
    }
}
