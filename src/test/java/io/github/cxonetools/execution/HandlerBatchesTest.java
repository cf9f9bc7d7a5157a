package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class HandlerBatchesTest {

    private static final String TEXT = "java.lang.String";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private HandlerWorkers workers;
    private Handler noted;

    @BeforeEach
    void start() throws Exception {
        workers = HandlerWorkers.start(settings(), Map.of());
        noted = workers.handler(Handlers.class.getName() + "$Noted", "act", TEXT, TEXT);
    }

    private WorkerSettings settings() throws Exception {
        return new WorkerSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(WorkerFiles.locationOf(Handlers.class)),
                "-Xmx32m",
                directory,
                100_000);
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "exit, exit 3",
        "halt, exit 4",
        "die, exit 137",
        "heap, java.lang.OutOfMemoryError: Java heap space",
        "spin, java.util.concurrent.TimeoutException: no answer within 5000 ms",
        "sleep, java.util.concurrent.TimeoutException: no answer within 5000 ms",
    })
    void namesTheCallThatEndsTheJvmAndMakesEachOtherOnce(String deed, String problem) throws Exception {
        List<String> deeds = deeds(40);
        deeds.set(20, "20 " + deed);
        deeds.set(21, "21 print");
        List<String> answers = new ArrayList<>(deeds);
        answers.set(20, problem);

        List<ObservedCall> calls = ask(enqueue(deeds));

        assertThat(calls).extracting(HandlerBatchesTest::words).isEqualTo(answers);
        assertThat(calls).filteredOn(ObservedCall::ended).containsExactly(calls.get(20));
        assertThat(calls).filteredOn(call -> !call.printed().isEmpty()).containsExactly(calls.get(21));
        assertThat(made()).isEqualTo(deeds);
    }

    @Test
    void tellsWhichCallOfABatchHasPrinted() throws Exception {
        List<String> deeds = deeds(16);
        deeds.set(2, "2 print");
        deeds.set(9, "9 print");

        List<ObservedCall> calls = ask(enqueue(deeds));

        assertThat(calls.get(2).printed()).isEqualTo("2 print");
        assertThat(calls.get(9).printed()).isEqualTo("9 print");
        assertThat(calls).filteredOn(call -> !call.printed().isEmpty()).hasSize(2);
    }

    @Test
    void beginsNoCallBehindADeathBeforeItIsAskedFor() throws Exception {
        List<String> deeds = deeds(30);
        deeds.set(2, "2 halt");
        deeds.set(4, "4 halt");

        List<Supplier<ObservedCall>> calls = enqueue(deeds);
        ask(calls.subList(0, 5));

        assertThat(noted.submit(json("at once"), PATIENCE).get().answer()).isInstanceOf(HandlerAnswer.Output.class);
        assertThat(made()).containsExactly("0", "1", "2 halt", "3", "4 halt", "at once");
    }

    /** Whoever enqueues does not know yet that a call has ended the JVM. */
    @Test
    void keepsTheOrderWhereCallsAreEnqueuedWhileTheJvmEnds() throws Exception {
        List<String> deeds = deeds(600);
        for (int i = 100; i < 600; i += 100) {
            deeds.set(i, i + " halt");
        }
        BlockingQueue<Supplier<ObservedCall>> ahead = new ArrayBlockingQueue<>(64);
        Thread reader = new Thread(() -> {
            for (int i = 0; i < deeds.size(); i++) {
                Supplier<ObservedCall> call = noted.enqueue(json(deeds.get(i)), PATIENCE);
                if (i % 16 == 0 || i == deeds.size() - 1) {
                    noted.flush();
                }
                while (!ahead.offer(call)) {
                    noted.flush();
                }
            }
        });
        reader.start();
        List<ObservedCall> calls = new ArrayList<>();
        while (calls.size() < deeds.size()) {
            calls.add(ahead.take().get());
        }

        assertThat(made()).isEqualTo(deeds);
        assertThat(IntStream.range(0, 600).filter(i -> calls.get(i).ended()).boxed())
                .containsExactly(100, 200, 300, 400, 500);
    }

    /** As where the thread that hears it has fallen behind the one that writes to it. */
    @Test
    void hearsWhatAWorkerHasAnsweredWhichCannotBeWrittenToAnyMore() throws Exception {
        List<String> deeds = deeds(12);
        deeds.set(8, "8 halt");
        List<QueuedCall> asked = new ArrayList<>();
        try (WorkerLauncher launcher = new WorkerLauncher(settings(), Map.of())) {
            WorkerProcess worker = launcher.launch();
            CallQueue calls = new CallQueue(launcher, worker, new PrintedBetweenCalls());
            calls.define(Frame.of(FrameType.HANDLER, 1, 0, Handlers.class.getName() + "$Noted", "act", TEXT, TEXT));
            synchronized (calls) {
                for (String deed : deeds) {
                    asked.add(calls.enqueue(Frame.of(FrameType.CALL, 1, 0, json(deed))));
                    if (asked.size() == 9) {
                        calls.flush();
                        assertThat(worker.awaitExit(Duration.ofSeconds(20))).isEqualTo(4);
                    }
                    if (asked.size() > 9) {
                        calls.flush();
                        Thread.sleep(50); // The first that arrives nowhere only tells so.
                    }
                }
            }
            List<ObservedCall> heard = new ArrayList<>();
            for (QueuedCall call : asked) {
                heard.add(call.done().get());
            }
            calls.close();

            assertThat(heard.subList(0, 8))
                    .extracting(HandlerBatchesTest::words)
                    .isEqualTo(deeds.subList(0, 8));
            assertThat(words(heard.get(8))).isEqualTo("exit 4");
            assertThat(asked.subList(9, 12)).allMatch(QueuedCall::isWithdrawn);
        }
    }

    private List<Supplier<ObservedCall>> enqueue(List<String> deeds) {
        List<Supplier<ObservedCall>> calls =
                deeds.stream().map(deed -> noted.enqueue(json(deed), PATIENCE)).toList();
        noted.flush();
        return calls;
    }

    private static List<ObservedCall> ask(List<Supplier<ObservedCall>> calls) {
        return calls.stream().map(Supplier::get).toList();
    }

    private List<String> made() throws Exception {
        return Files.readAllLines(directory.resolve("calls"));
    }

    private static List<String> deeds(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    private static byte[] json(String text) {
        return ('"' + text + '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String words(ObservedCall call) {
        return call.answer() instanceof HandlerAnswer.Output output
                ? new String(output.json(), StandardCharsets.UTF_8).replace("\"", "")
                : ((HandlerAnswer.RunFailure) call.answer()).problem();
    }
}
