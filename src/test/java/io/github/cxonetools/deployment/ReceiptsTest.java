package io.github.cxonetools.deployment;

import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void anIntentBecomesAReceiptWithItsId() throws Exception {
        Receipts receipts = receipts("https://a.example.com");
        assertThat(receipts.exist()).isFalse();

        receipts.intend(desired("A", "1").version(), NOW);
        assertThat(receipts.find("A", "1").orElseThrow().isIntent()).isTrue();
        receipts.deployed(desired("A", "1").version(), "7", NOW.plusSeconds(1));

        Receipt receipt = receipts("https://a.example.com/").find("A", "1").orElseThrow();
        assertThat(receipt.id()).isEqualTo("7");
        assertThat(receipt.intendedAt()).isEqualTo(NOW);
        assertThat(receipt.deployedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(receipt.state().handlerUrl()).isEqualTo("https://a.example.com/A");
    }

    @Test
    void oneTenantsReceiptsAreNotAnothers() throws Exception {
        receipts("https://b.example.com").deployed(desired("A", "1").version(), "7", NOW);
        receipts("https://a.example.com").deployed(desired("A", "1").version(), "8", NOW);

        assertThat(receipts("https://c.example.com").find("A", "1")).isEmpty();
        assertThat(receipts("https://b.example.com").byId("7")).isPresent();
        assertThat(receipts("https://a.example.com").byId("7")).isEmpty();
        assertThat(Json.read(Files.readAllBytes(file()))
                        .at("/receipts/0/baseUrl")
                        .asString())
                .isEqualTo("https://a.example.com");
    }

    @Test
    void manyThreadsLoseNothingAndLeaveNoTemporaryFiles() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Void>> writes = IntStream.range(0, 60)
                .<Callable<Void>>mapToObj(i -> () -> {
                    receipts("https://a.example.com")
                            .deployed(desired("A" + i, "1").version(), "id" + i, NOW);
                    return null;
                })
                .toList();
        for (Future<Void> write : threads.invokeAll(writes)) {
            write.get();
        }
        threads.shutdown();

        assertThat(Json.read(Files.readAllBytes(file())).path("receipts")).hasSize(60);
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("receipts.json", "receipts.json.lock");
        }
    }

    @Test
    void aSpoiltFileIsNamedWithThePlace() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"receipts\":[\n<<<<<<< HEAD");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> receipts("https://a.example.com").find("A", "1"))
                .withMessageStartingWith(file() + ": line 2, column ")
                .withMessageEndingWith(". Correct the receipts, or restore them from version control");
    }

    private Path file() {
        return folder.resolve(".cxone/receipts.json");
    }

    private Receipts receipts(String baseUrl) {
        return Receipts.open(file(), URI.create(baseUrl));
    }
}
