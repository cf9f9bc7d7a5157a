package io.github.cxonetools.execution;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlerWorkersTest {

    private static final String HANDLERS = Handlers.class.getName();
    private static final String IN = HANDLERS + "$In";
    private static final String OUT = HANDLERS + "$Out";
    private static final String TEXT = "java.lang.String";
    private static final String OBJECT = "java.lang.Object";

    private Path directory;
    private HandlerWorkers workers;
    private Handler hostile;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        this.directory = directory;
        workers = start("-Xmx64m -Dtold='some thing'");
        hostile = workers.handler(HANDLERS + "$Hostile", "act", TEXT, TEXT);
    }

    @AfterAll
    void stop() {
        workers.close();
    }

    @Test
    void callsAFunctionWithOurJacksonWhereTheProjectHasNone() {
        Handler handler = workers.handler(HANDLERS + "$Greeting", "", IN, OUT);

        assertThat(output(handler, "{\"name\":\"Ada\",\"tags\":[\"a\",\"b\"],\"unknown\":1}"))
                .isEqualTo("{\"greeting\":\"Hello Ada\",\"tagCount\":2}");
    }

    @Test
    void makesHandlersReadyBeforeTheFirstCallAndAgainAfterOneHasEndedTheJvm() throws Exception {
        try (HandlerWorkers served = start("")) {
            Handler slow = served.handler(HANDLERS + "$SlowToCreate", "", IN, OUT);
            assertThat(slow.prepare()).isNull();
            assertThat(timed(() -> output(slow, "{\"name\":\"Ada\"}"))).isLessThan(Duration.ofMillis(900));

            Handler exits = served.handler(HANDLERS + "$Hostile", "act", TEXT, TEXT);
            assertThat(exits.call(bytes("\"exit\""), Duration.ofSeconds(5)))
                    .isInstanceOf(HandlerAnswer.RunFailure.class);
            Thread.sleep(4000); // Nobody calls meanwhile, and nobody has to.
            assertThat(timed(() -> output(slow, "{\"name\":\"Ada\"}"))).isLessThan(Duration.ofMillis(900));
        }
    }

    @Test
    void saysOfAHandlerThatCannotBeCreatedWhatEachCallWillSay() {
        Handler broken = workers.handler(HANDLERS + "$NeverCreated", "", IN, OUT);

        assertThat(broken.prepare())
                .isEqualTo(new HandlerAnswer.RunFailure(
                        "java.lang.IllegalStateException: not wired", "java.lang.IllegalStateException", null));
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void keepsOneInstanceOfAHandler() {
        Handler handler = method("count", "java.util.Map<" + TEXT + "," + OBJECT + ">", "int");

        assertThat(output(handler, "{}")).isEqualTo("1");
        assertThat(output(handler, "{}")).isEqualTo("2");
    }

    @Test
    void callsAStaticMethodWithAText() {
        assertThat(output(method("shout", TEXT, TEXT), "\"ada\"")).isEqualTo("\"ADA\"");
    }

    @Test
    void passesJsonTextThroughWhereTheDeclaredTypesAreObjects() {
        assertThat(output(method("json", IN, OUT), "{\"name\":\"Ada\"}")).isEqualTo("{\"greeting\":14}");
    }

    @Test
    void writesAMapWhereTheDeclaredTypeIsARecord() {
        assertThat(output(method("map", IN, OUT), "{\"name\":\"Ada\"}"))
                .contains("\"greeting\":\"Ada\"")
                .contains("\"tagCount\":2");
    }

    @Test
    void writesNullForTheOutputSchemaToRefuse() {
        assertThat(output(method("nothing", IN, OUT), "{}")).isEqualTo("null");
    }

    @Test
    void saysWhereBindingRefusesWhatTheSchemaAccepted() {
        Handler handler = workers.handler(HANDLERS + "$Greeting", "", IN, OUT);

        assertThat(handler.call(bytes("{\"number\":\"many\"}"), Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(HandlerAnswer.BindingFailure.class, failure -> assertThat(failure.problem())
                        .startsWith("/number "));
    }

    @Test
    void runsInTheGivenFolderWithTheGivenOptions() {
        assertThat(output(method("place", IN, "java.util.List<" + TEXT + ">"), "{}"))
                .isEqualTo("[\"" + directory + "\",\"some thing\"]");
    }

    @Test
    void hidesTheTenantsCredentialsFromHandlers() {
        assertThat(output(method("environment", IN, "java.util.Map<" + TEXT + "," + TEXT + ">"), "{}"))
                .contains("\"HARMLESS\":\"seen\"")
                .doesNotContainIgnoringCase("CXONE_")
                .doesNotContain("s3cr3t");
    }

    @Test
    void givesTheProjectsVariablesAndPropertiesAndNoneOfTheTenants() throws Exception {
        WorkerSettings plain = settings("-Dgreeting=overridden");
        WorkerSettings settings = new WorkerSettings(
                plain.java(),
                plain.classPath(),
                plain.argLine(),
                plain.workingDirectory(),
                plain.maxPayloadBytes(),
                Map.of("HARMLESS", "replaced", "OWN", "", "CXONE_CLIENT_ID", "s3cr3t"),
                Map.of("greeting", "Gr\u00FC\u00DF = dich\n\"%\""));
        Map<String, String> inherited = Map.of("HARMLESS", "seen", "CXONE_CLIENT_SECRET", "s3cr3t");
        try (HandlerWorkers own = HandlerWorkers.start(settings, inherited)) {
            assertThat(output(
                            own.handler(
                                    HANDLERS + "$Methods",
                                    "environment",
                                    IN,
                                    "java.util.Map<" + TEXT + "," + TEXT + ">"),
                            "{}"))
                    .contains("\"HARMLESS\":\"replaced\"")
                    .contains("\"OWN\":\"\"")
                    .doesNotContainIgnoringCase("CXONE_");
            assertThat(output(
                            own.handler(HANDLERS + "$Methods", "properties", IN, "java.util.List<" + TEXT + ">"), "{}"))
                    .startsWith("[\"Gr\u00FC\u00DF = dich\\n\\\"%\\\"\",");
        }
    }

    @Test
    void worksInADirectoryThatHoldsTheSeparatorOfPaths() throws Exception {
        Path odd = Files.createDirectory(directory.resolve("a" + File.pathSeparator + "b %20"));
        Path classes = Files.createSymbolicLink(odd.resolve("classes"), WorkerFiles.locationOf(Handlers.class));
        WorkerSettings plain = settings("");
        WorkerSettings settings = new WorkerSettings(plain.java(), List.of(classes), "", odd, 100_000);
        try (HandlerWorkers own = HandlerWorkers.start(settings, Map.of())) {
            assertThat(output(own.handler(HANDLERS + "$Methods", "place", IN, "java.util.List<" + TEXT + ">"), "{}"))
                    .isEqualTo("[\"" + odd + "\",\"nothing\"]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "error, java.lang.AssertionError: asserted",
        "exception, java.lang.IllegalStateException: no queue",
        "overflow, java.lang.StackOverflowError",
        "hostile exception, io.github.cxonetools.execution.Handlers$Hostile$1",
    })
    void reportsWhatIsThrownAndGoesOnInTheSameJvm(String deed, String problem) {
        String before = pid();

        ObservedCall call = act(deed);

        assertThat(problem(call)).isEqualTo(problem);
        assertThat(call.stack()).isNotNull();
        assertThat(call.stack().text()).isNotEmpty();
        assertThat(call.stack().discreet()).isNotEmpty().doesNotContain("no queue");
        assertThat(call.ended()).isFalse();
        assertThat(pid()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "exit, exit 3",
        "halt, exit 4",
        "heap, java.lang.OutOfMemoryError: Java heap space",
        "spin, java.util.concurrent.TimeoutException: no answer within 500 ms",
        "deadlock, java.util.concurrent.TimeoutException: no answer within 500 ms (deadlock)",
    })
    void reportsWhatEndsTheJvmAndGoesOnInANewOne(String deed, String problem) {
        String before = pid();

        ObservedCall call = act(deed);

        assertThat(problem(call)).isEqualTo(problem);
        assertThat(call.ended()).isTrue();
        assertThat(pid()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "spin", "deadlock", "exception"})
    void showsWhereTheHandlerWas(String deed) {
        CallStack stack = act(deed).stack();

        assertThat(stack.text()).contains("at " + HANDLERS + "$Hostile.");
        assertThat(stack.discreet()).contains("at " + HANDLERS + "$Hostile.");
        assertThat(stack.at()).startsWith(HANDLERS + "$Hostile.");
    }

    @Test
    void killsAJvmThatHangsInItsShutdownHook() {
        assertThat(problem(act("exit in a hook", Duration.ofSeconds(30)))).startsWith("exit");
        assertThat(output(hostile, "\"well\"")).isEqualTo("\"well\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "child, then exit",
                "child, then halt",
                "grandchild, then spin",
                "grandchild, then die",
            })
    void killsTheDescendantsOfAHandlerToo(String deed) {
        ObservedCall call = act(deed);
        assertThat(call.ended()).isTrue();
        awaitEnd(startedBy(call.printed()));
    }

    @Test
    void leavesNoDescendantBehindAtTheEnd() throws Exception {
        long started;
        try (HandlerWorkers last = start("")) {
            Handler handler = last.handler(HANDLERS + "$Hostile", "act", TEXT, TEXT);
            started = startedBy(handler.submit(bytes("\"grandchild, then rest\""), Duration.ofSeconds(5))
                    .get()
                    .printed());
        }
        awaitEnd(started);
    }

    private static long startedBy(String printed) {
        return Long.parseLong(printed.replace("started ", "").strip());
    }

    /** Where nobody reaps a killed process it stays in the table, without a command. */
    private static void awaitEnd(long pid) {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent()) {
            assertThat(System.nanoTime()).as("nobody has killed it").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void saysWhenAThreadIsLeftThatKeepsAJvmAlive() {
        ObservedCall call = act("leak");

        assertThat(call.answer()).isInstanceOf(HandlerAnswer.Output.class);
        assertThat(call.leftover().words()).contains("\"leaked\"");
        assertThat(act("well").leftover()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "replace", "interrupt"})
    void isNotHarmedByWhatAHandlerDoesToItsSurroundings(String deed) {
        String before = pid();

        assertThat(act(deed).answer()).isInstanceOf(HandlerAnswer.Output.class);
        assertThat(act("print").printed()).isEqualTo("said ümlaut\ncomplained\n");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void isNotEndedByAThreadThatInterruptsTheHandlersThreadLater() {
        String before = pid();
        act("interrupt later");
        for (int i = 0; i < 2000; i++) {
            assertThat(output(hostile, "\"well\"")).isEqualTo("\"well\"");
        }
        assertThat(act("leak").leftover().words()).contains("\"leaked\"");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void watchesOnWhenAHandlerHasInterruptedEveryThread() {
        act("interrupt everybody");
        assertThat(output(hostile, "\"well\"")).isEqualTo("\"well\"");
        assertThat(problem(act("spin"))).isEqualTo("java.util.concurrent.TimeoutException: no answer within 500 ms");
    }

    @Test
    void handlersFindNothingOnStandardInput() {
        assertThat(output(hostile, "\"read\"")).isEqualTo("\"-1\"");
    }

    @Test
    void leavesTheJitAndTheCollectorAtTheirDefaults() {
        assertThat(output(method("options", IN, "java.util.List<" + TEXT + ">"), "{}"))
                .isEqualTo("[\"-Xmx64m\",\"-Dtold=some thing\"]");
    }

    @Test
    void measuresTheHandlerAlone() {
        Handler handler = workers.handler(HANDLERS + "$Quick", "", HANDLERS + "$Slow", HANDLERS + "$Slow");
        assertThat(handler.call(bytes("{\"name\":\"a\"}"), Duration.ofMillis(100)))
                .isInstanceOfSatisfying(HandlerAnswer.Output.class, output -> assertThat(output.latencyMs())
                        .isLessThan(100));
    }

    @Test
    void saysInFewWordsWhichThreadIsLeft() {
        String before = pid();
        assertThat(act("leak with a long name").leftover().words()).hasSizeLessThan(500);
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void reportsAnExitInAConstructorEachTime() {
        Handler handler = workers.handler(HANDLERS + "$ExitingConstructor", "", IN, OUT);
        for (int i = 0; i < 2; i++) {
            assertThat(problem(
                            handler.submit(bytes("{}"), Duration.ofSeconds(5)).get()))
                    .isEqualTo("exit 9");
        }
    }

    @Test
    void keepsTheBeginningOfAFloodOfText() {
        ObservedCall call = act("flood");

        assertThat(call.printed()).hasSizeLessThan(70_000).endsWith("[983040 more bytes were printed]\n");
    }

    @Test
    void keepsWhatIsPrintedBetweenCallsApart() {
        assertThat(act("print later").printed()).isEmpty();
        StringBuilder later = new StringBuilder();
        while (!later.toString().contains("said later")) {
            later.append(hostile.takePrintedBetweenCalls());
            Thread.onSpinWait();
        }
        assertThat(later).contains("said later");
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        assertThat(act("large").answer())
                .isInstanceOfSatisfying(HandlerAnswer.UnusableOutput.class, unusable -> assertThat(unusable.problem())
                        .isEqualTo("/ is larger than 100000 bytes (maxPayloadBytes)"));
    }

    @ParameterizedTest
    @CsvSource({
        "BrokenConstructor, java.lang.IllegalStateException: no configuration",
        "BrokenInitialiser, java.lang.ExceptionInInitializerError (caused by java.lang.NumberFormatException: For input string: \"none\")",
        "Missing, java.lang.ClassNotFoundException: io.github.cxonetools.execution.Handlers$Missing",
    })
    void saysTheSameEachTimeWhereAHandlerCannotBeCreated(String handler, String problem) {
        Handler broken = workers.handler(HANDLERS + "$" + handler, "", IN, OUT);

        for (int i = 0; i < 2; i++) {
            assertThat(((HandlerAnswer.RunFailure) broken.call(bytes("{}"), Duration.ofSeconds(5))).problem())
                    .isEqualTo(problem);
        }
    }

    @Test
    void goesOnWithTheCallsBehindTheOneThatEndedTheJvm() {
        List<Supplier<ObservedCall>> calls = new ArrayList<>();
        for (String deed : List.of("first", "exit", "third", "spin", "fifth")) {
            calls.add(hostile.submit(bytes("\"" + deed + "\""), Duration.ofMillis(500)));
        }

        assertThat(calls.stream().map(call -> call.get().answer()).map(HandlerWorkersTest::words))
                .containsExactly(
                        "\"first\"",
                        "exit 3",
                        "\"third\"",
                        "java.util.concurrent.TimeoutException: no answer within 500 ms",
                        "\"fifth\"");
    }

    @Test
    void saysWhatTheJvmSaidWhenItDoesNotStart() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> start("-Xnonsense"))
                .withMessageContaining("-Xnonsense")
                .withMessageContaining("Check argLine");
    }

    @Test
    void hasNoDeadlineWhileADebuggerMayStopTheHandler() throws Exception {
        try (HandlerWorkers debugged =
                start("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0")) {
            Handler handler = debugged.handler(HANDLERS + "$Hostile", "act", TEXT, TEXT);

            assertThat(words(handler.call(bytes("\"nap\""), Duration.ofMillis(50))))
                    .isEqualTo("\"nap\"");
            assertThat(handler.takePrintedBetweenCalls()).contains("Listening for transport dt_socket");
        }
    }

    @Test
    void letsTheJvmEndNormallySoThatCoverageAgentsWrite() throws Exception {
        Path note = directory.resolve("note");
        try (HandlerWorkers last = start("")) {
            Handler handler = last.handler(HANDLERS + "$Hostile", "act", TEXT, TEXT);
            handler.call(bytes("\"leave a note " + note + "\""), Duration.ofSeconds(5));
            handler.call(bytes("\"leak\""), Duration.ofSeconds(5));
        }

        assertThat(note).hasContent("ended normally");
    }

    @Test
    void endsTheJvmWhenMavensEndIsGone() throws Exception {
        try (WorkerLauncher launcher = new WorkerLauncher(settings(""), Map.of())) {
            WorkerProcess orphan = launcher.launch();

            orphan.disconnect();

            assertThat(orphan.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
        }
    }

    @Test
    void endsItsChildrenTooWhenMavensEndIsGone() throws Exception {
        try (WorkerLauncher launcher = new WorkerLauncher(settings(""), Map.of())) {
            WorkerProcess orphan = launcher.launch();
            orphan.send(Frame.of(FrameType.HANDLER, 1, 0, HANDLERS + "$Hostile", "act", TEXT, TEXT));
            orphan.send(Frame.of(FrameType.CALL, 1, 0, bytes("\"child, then spin\"")));
            StringBuilder printed = new StringBuilder();
            while (printed.indexOf("\n") < 0) {
                printed.append(new String(orphan.receive().bytes(), StandardCharsets.UTF_8));
            }
            orphan.disconnect();
            awaitEnd(startedBy(printed.toString()));
        }
    }

    @Test
    void turnsStrangersAwayWhoDoNotKnowTheSecret() throws Exception {
        ProcessTree process = ProcessTree.start(new ProcessBuilder("sleep", "60"));
        try (WorkerLauncher launcher = new WorkerLauncher(settings(""), Map.of());
                ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                Socket stranger = knock(server, Frame.of(FrameType.HELLO, 0, 0, "guess"));
                Socket babbler = knock(server, Frame.of(FrameType.OUTPUT, 0, 0, "secret"));
                Socket friend = knock(server, Frame.of(FrameType.HELLO, 0, 0, "secret"))) {
            WorkerProcess worker = launcher.accept(server, process, "secret");
            worker.send(Frame.of(FrameType.CLOSE, 0, 0));

            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            assertThat(babbler.getInputStream().read()).isEqualTo(-1);
            assertThat(Frame.readFrom(friend.getInputStream(), 0).type()).isEqualTo(FrameType.CLOSE);
        } finally {
            process.kill();
        }
    }

    private static Socket knock(ServerSocket server, Frame words) throws Exception {
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
        words.writeTo(socket.getOutputStream());
        return socket;
    }

    @Test
    void takesCallsFromSeveralThreadsOneAfterAnother() throws Exception {
        Handler handler = method("count", "java.util.Map<" + TEXT + "," + OBJECT + ">", "int");
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(callers.submit(() -> output(handler, "{}")));
        }
        List<Integer> counts = new ArrayList<>();
        for (Future<String> answer : answers) {
            counts.add(Integer.valueOf(answer.get()));
        }
        callers.shutdown();

        assertThat(counts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void leavesNothingInTheTemporaryDirectory() throws Exception {
        List<String> before = temporaryFolders();
        start("").close();

        assertThat(temporaryFolders()).isEqualTo(before);
    }

    private static List<String> temporaryFolders() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("cxone-handlers-"))
                    .sorted()
                    .toList();
        }
    }

    private HandlerWorkers start(String argLine) throws Exception {
        return HandlerWorkers.start(
                settings(argLine),
                Map.of("CXONE_CLIENT_SECRET", "s3cr3t", "cxone_access_key_id", "s3cr3t", "HARMLESS", "seen"));
    }

    private WorkerSettings settings(String argLine) throws Exception {
        return new WorkerSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(WorkerFiles.locationOf(Handlers.class)),
                argLine,
                directory,
                100_000);
    }

    private Handler method(String name, String input, String output) {
        return workers.handler(HANDLERS + "$Methods", name, input, output);
    }

    private ObservedCall act(String deed) {
        return act(deed, Duration.ofMillis(500));
    }

    private ObservedCall act(String deed, Duration timeout) {
        return hostile.submit(bytes("\"" + deed + "\""), timeout).get();
    }

    private String pid() {
        return output(method("pid", IN, "long"), "{}");
    }

    private static String output(Handler handler, String payload) {
        return words(handler.call(bytes(payload), Duration.ofSeconds(5)));
    }

    private static String problem(ObservedCall call) {
        return ((HandlerAnswer.RunFailure) call.answer()).problem();
    }

    private static String words(HandlerAnswer answer) {
        return answer instanceof HandlerAnswer.Output output
                ? new String(output.json(), StandardCharsets.UTF_8)
                : answer instanceof HandlerAnswer.RunFailure failure ? failure.problem() : answer.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
