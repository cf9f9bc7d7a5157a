package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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
        assertThat(file()).doesNotExist();

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
    void changesThatComeWhileOneIsWrittenAreWrittenTogether() throws Exception {
        ReceiptFile file = new ReceiptFile(file());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        file.exclusively(Duration.ofMinutes(1), line -> {}, () -> {
            Future<?> first = threads.submit(() -> {
                file.change(entries -> {
                    begun.countDown();
                    await(others);
                    return entries.put("first", Json.object()) == null;
                });
                return null;
            });
            await(begun);
            List<Thread> waiting = new CopyOnWriteArrayList<>();
            List<Future<Object>> keys = IntStream.range(0, 10)
                    .mapToObj(i -> threads.submit(() -> {
                        waiting.add(Thread.currentThread());
                        file.change(entries -> {
                            if (i == 5) {
                                throw new RejectedException("only this one");
                            }
                            return entries.put("other" + i, Json.object()) == null;
                        });
                        return Files.readAttributes(file(), BasicFileAttributes.class)
                                .fileKey();
                    }))
                    .toList();
            while (waiting.size() < 10
                    || !waiting.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED)) {
                Thread.onSpinWait();
            }
            others.countDown();
            assertThat(first).succeedsWithin(Duration.ofSeconds(30));

            assertThat(keys.get(5))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withMessageContaining("only this one");
            assertThat(keys.stream()
                            .filter(key -> keys.indexOf(key) != 5)
                            .map(ReceiptsTest::get)
                            .distinct())
                    .as("one write, which each has waited for")
                    .hasSize(1);
            assertThat(file.entries()).hasSize(10).doesNotContainKey("other5");
        });
        threads.shutdown();
    }

    private static Object get(Future<Object> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
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

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", "[]", "{}", "{\"receipts\":null}", "{\"a\":1}"})
    void whatHoldsNoArrayOfReceiptsSaysNothingAndIsReplaced(String text) throws Exception {
        write(text);
        Receipts receipts = receipts("https://a.example.com");

        assertThat(receipts.silence()).startsWith(file() + " says nothing: it ");
        receipts.deployed(desired("A", "1").version(), "7", NOW);

        assertThat(receipts("https://a.example.com").byId("7")).isPresent();
        assertThat(receipts.silence()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"text\"",
                "[{\"action\":\"A\"}]",
                "{\"receipts\":{}}",
                "{\"receipts\":\"none\"}",
                "{\"receipts\":[7]}",
                "{\"receipts\":[{\"baseUrl\":\"u\",\"action\":\"A\",\"version\":1}]}",
                "{\"receipts\":[{\"baseUrl\":\"u\",\"action\":\"A\",\"version\":\"1\",\"id\":\"1\"},"
                        + "{\"baseUrl\":\"u/\",\"action\":\"A\",\"version\":\"1\",\"id\":\"2\"}]}",
                "{\"format\":2,\"receipts\":[]}",
                "{\"format\":\"1.5\",\"receipts\":[]}",
                "{\"receipts\":[],\"version\":9}",
                "{\"formatVersion\":3,\"entries\":[]}"
            })
    void whatCouldLoseByItIsRefusedAndNeverWritten(String text) throws Exception {
        write(text);
        Receipts receipts = receipts("https://a.example.com");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> receipts.deployed(desired("A", "1").version(), "7", NOW))
                .withMessageContaining(file().toString());
        assertThatExceptionOfType(RejectedException.class).isThrownBy(receipts::requireUsable);

        assertThat(file()).hasContent(text);
    }

    @Test
    void aLaterFormatIsNamed() throws Exception {
        write("{\"format\":2,\"receipts\":[]}");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> receipts("https://a.example.com").requireUsable())
                .withMessage(file() + " has the format 2, and this version of the plugin knows format 1. Nothing was"
                        + " changed. Use the version of the plugin that wrote it");
    }

    /** Byte by byte, before the file had a format. */
    @Test
    void whatVersionZeroOneWroteIsRead() throws Exception {
        write(Files.readString(Path.of("src/test/resources/io/github/cxonetools/deployment/receipts/0.1.0.json")));

        Receipts receipts = receipts("local");
        receipts.requireUsable();
        Receipt receipt = receipts.find("SentimentRoutingAction", "1.0.0").orElseThrow();

        assertThat(receipt.id()).isEqualTo("e4a444e4-4021-43b1-8210-d16fd4a7e06a");
        assertThat(receipt.deployedAt()).isEqualTo(Instant.parse("2026-11-29T00:27:01.885269170Z"));
        assertThat(receipt.state().handlerUrl()).isEqualTo("http://127.0.0.1:8788/sentiment");
        assertThat(receipt.state().timeoutMs()).isEqualTo(5000);
    }

    @Test
    void membersThatAreNotOursSurvive() throws Exception {
        write("{\"note\":\"ours\",\"receipts\":[{\"baseUrl\":\"https://a.example.com\",\"action\":\"A\","
                + "\"version\":\"1\",\"id\":\"7\",\"ticket\":\"T-1\"}],\"more\":[1]}");

        receipts("https://a.example.com").deployed(desired("A", "1").version(), "7", NOW);
        receipts("https://a.example.com").moved("7", "2");
        receipts("https://a.example.com").deprecated("7", true);

        JsonNode json = Json.read(Files.readAllBytes(file()));
        assertThat(json.path("format").intValue()).isEqualTo(1);
        assertThat(json.path("note").stringValue()).isEqualTo("ours");
        assertThat(json.at("/more/0").intValue()).isEqualTo(1);
        assertThat(json.at("/receipts/0/ticket").stringValue()).isEqualTo("T-1");
        assertThat(json.at("/receipts/0/version").stringValue()).isEqualTo("2");
        assertThat(json.path("receipts")).hasSize(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need rights there")
    void aSymbolicLinkStaysOneAndWhatItLeadsToIsWrittenAndLocked() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), Path.of("../cache/kept.json"));

        receipts("https://a.example.com").deployed(desired("A", "1").version(), "7", NOW);

        assertThat(file()).isSymbolicLink();
        assertThat(Receipts.open(cache.resolve("kept.json"), URI.create("https://a.example.com"))
                        .byId("7"))
                .isPresent();
        assertThat(cache.resolve("kept.json.lock")).exists();
    }

    @Test
    void oneAfterAnotherIsExclusiveAndWaitingIsSaidOnce() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<String> said = new CopyOnWriteArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> first = threads.submit(() -> {
            receipts("https://a.example.com").exclusively(Duration.ZERO, said::add, () -> {
                holding.countDown();
                await(release);
            });
            return null;
        });
        await(holding);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> receipts("https://a.example.com")
                        .exclusively(Duration.ofMillis(300), said::add, () -> said.add("done")))
                .withMessage("Waited PT0.3S for another module of this build, which holds " + file()
                        + ". Run this again when it has ended, or let it wait longer: -Dcxone.maxWait=PT30M");
        assertThat(said)
                .containsExactly(
                        "Waiting for another module of this build, which holds " + file() + ", at most PT0.3S");

        Future<?> second = threads.submit(() -> {
            receipts("https://a.example.com")
                    .exclusively(Duration.ofSeconds(30), sentence -> release.countDown(), () -> said.add("done"));
            return null;
        });
        first.get(30, TimeUnit.SECONDS);
        second.get(30, TimeUnit.SECONDS);
        threads.shutdown();
        assertThat(said).last().isEqualTo("done");
    }

    @Test
    void whatHoldsTheReceiptsChangesThemWithoutWaiting() throws Exception {
        Receipts receipts = receipts("https://a.example.com");

        receipts.exclusively(Duration.ZERO, sentence -> {}, () -> {
            receipts.intend(desired("A", "1").version(), NOW);
            receipts.deployed(desired("A", "1").version(), "7", NOW);
        });

        assertThat(receipts("https://a.example.com").byId("7")).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String text) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    private Path file() {
        return folder.resolve(".cxone/receipts.json");
    }

    private Receipts receipts(String baseUrl) {
        return Receipts.open(file(), URI.create(baseUrl));
    }
}
