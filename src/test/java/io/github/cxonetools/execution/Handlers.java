package io.github.cxonetools.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** What the tests run in the handlers' JVM. It must load where there is nothing but the JDK. */
public final class Handlers {

    private Handlers() {}

    public record In(String name, Integer number, List<String> tags) {}

    public record Out(String greeting, int tagCount) {}

    public static final class Greeting implements Function<In, Out> {
        @Override
        public Out apply(In in) {
            return new Out(
                    "Hello " + in.name(), in.tags() == null ? 0 : in.tags().size());
        }
    }

    /** As one that opens a database, or reads a large model. */
    public static final class SlowToCreate implements Function<In, Out> {

        public SlowToCreate() throws InterruptedException {
            Thread.sleep(1000);
        }

        @Override
        public Out apply(In in) {
            return new Out("Hello " + in.name(), 0);
        }
    }

    public static final class NeverCreated implements Function<In, Out> {

        public NeverCreated() {
            throw new IllegalStateException("not wired");
        }

        @Override
        public Out apply(In in) {
            throw new AssertionError("Nobody can have created this");
        }
    }

    public static final class Methods {
        private final AtomicInteger calls = new AtomicInteger();

        public int count(Map<String, Object> in) {
            return calls.incrementAndGet();
        }

        public static String shout(String text) {
            return text.toUpperCase(java.util.Locale.ROOT);
        }

        public String json(String payload) {
            return "{\"greeting\":" + payload.length() + "}";
        }

        public Object nothing(In in) {
            return null;
        }

        public Map<String, String> environment(In in) {
            return new TreeMap<>(System.getenv());
        }

        public Map<String, Object> map(In in) {
            return Map.of("greeting", in.name(), "tagCount", 2);
        }

        public List<String> place(In in) {
            return List.of(System.getProperty("user.dir"), System.getProperty("told", "nothing"));
        }

        public List<String> properties(In in) {
            return List.of(System.getProperty("greeting", "nothing"), System.getProperty("java.class.path"));
        }

        public List<String> options(In in) {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        }

        public long pid(In in) {
            return ProcessHandle.current().pid();
        }
    }

    /** By a signal that nothing in the process hears. */
    private static void die() throws Exception {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-9", pid).start().waitFor();
    }

    /** Notes each call in a file before it does what its payload names. */
    public static final class Noted {

        private static List<byte[]> hoard = List.of();

        public String act(String what) throws Exception {
            Files.writeString(Path.of("calls"), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            switch (what.replaceFirst(".* ", "")) {
                case "print" -> System.out.print(what);
                case "exit" -> System.exit(3);
                case "halt" -> Runtime.getRuntime().halt(4);
                case "die" -> die();
                case "sleep" -> LockSupport.parkNanos(60_000_000_000L);
                case "spin" -> {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
                case "heap" -> {
                    hoard = new ArrayList<>();
                    while (true) {
                        hoard.add(new byte[1 << 20]);
                    }
                }
                default -> {}
            }
            return what;
        }
    }

    /** Does what its payload names. */
    public static final class Hostile {

        private static final Object LOCK = new Object();
        private static final Object OTHER_LOCK = new Object();
        private static List<byte[]> hoard = List.of();

        public String act(String what) throws Exception {
            if (what.startsWith("leave a note ")) {
                Path note = Path.of(what.substring("leave a note ".length()));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> write(note)));
            }
            if (what.contains(", then ")) {
                startAProcess(what.startsWith("grandchild"));
                end(what);
            }
            switch (what) {
                case "exit" -> System.exit(3);
                case "halt" -> Runtime.getRuntime().halt(4);
                case "exit in a hook" -> {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(5)));
                    System.exit(6);
                }
                case "error" -> throw new AssertionError("asserted");
                case "exception" -> throw new IllegalStateException("no queue");
                case "overflow" -> overflow(1);
                case "heap" -> exhaust();
                case "spin" -> spin();
                case "deadlock" -> deadlock();
                case "leak" -> new Thread(LockSupport::park, "leaked").start();
                case "close" -> System.out.close();
                case "replace" -> System.setOut(null);
                case "interrupt" -> Thread.currentThread().interrupt();
                case "interrupt everybody" ->
                    Thread.currentThread().getThreadGroup().interrupt();
                case "interrupt later" -> interruptLater(Thread.currentThread());
                case "read" -> {
                    return Integer.toString(System.in.read());
                }
                case "leak with a long name" -> new Thread(LockSupport::park, "n".repeat(3 << 20)).start();
                case "print" -> {
                    System.out.println("said ümlaut");
                    System.err.println("complained");
                }
                case "flood" -> System.out.print("x".repeat(1 << 20));
                case "print later" -> {
                    Thread later = new Thread(() -> {
                        LockSupport.parkNanos(300_000_000);
                        System.out.println("said later");
                    });
                    later.setDaemon(true);
                    later.start();
                }
                case "nap" -> LockSupport.parkNanos(700_000_000);
                case "large" -> {
                    return "y".repeat(1 << 20);
                }
                case "hostile exception" ->
                    throw new RuntimeException() {
                        private static final long serialVersionUID = 1;

                        @Override
                        public String getMessage() {
                            throw new IllegalStateException("not even a message");
                        }
                    };
                default -> {}
            }
            return what;
        }

        /** A grandchild's parent is gone at once, so that nothing shows any more whose descendant it is. */
        private static void startAProcess(boolean grandchild) throws IOException {
            if (grandchild) {
                Process shell = new ProcessBuilder("sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!").start();
                System.out.println("started " + shell.inputReader().readLine());
            } else {
                System.out.println(
                        "started " + new ProcessBuilder("sleep", "600").start().pid());
            }
        }

        private static void end(String what) throws Exception {
            switch (what.replaceFirst(".*, then ", "")) {
                case "spin" -> spin();
                case "exit" -> System.exit(7);
                case "halt" -> Runtime.getRuntime().halt(8);
                case "die" -> die();
                default -> {}
            }
        }

        /** Again and again, so that the thread is met at its work as well as between calls. */
        private static void interruptLater(Thread victim) {
            Thread later = new Thread(() -> {
                for (int i = 0; i < 300; i++) {
                    LockSupport.parkNanos(1_000_000);
                    victim.interrupt();
                }
            });
            later.setDaemon(true);
            later.start();
        }

        private static void write(Path note) {
            try {
                Files.writeString(note, "ended normally");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int overflow(int depth) {
            return overflow(depth + 1) + 1;
        }

        private static void exhaust() {
            hoard = new java.util.ArrayList<>();
            while (true) {
                hoard.add(new byte[1 << 20]);
            }
        }

        private static void spin() {
            while (true) {
                Thread.onSpinWait();
            }
        }

        private static void deadlock() throws InterruptedException {
            CountDownLatch held = new CountDownLatch(2);
            Thread other = new Thread(() -> lockBoth(held, OTHER_LOCK, LOCK), "other");
            other.setDaemon(true);
            other.start();
            lockBoth(held, LOCK, OTHER_LOCK);
        }

        private static void lockBoth(CountDownLatch held, Object first, Object second) {
            synchronized (first) {
                held.countDown();
                while (held.getCount() > 0) {
                    Thread.onSpinWait();
                }
                synchronized (second) {
                    throw new IllegalStateException("no deadlock");
                }
            }
        }
    }

    public static final class ExitingConstructor implements Function<In, Out> {
        public ExitingConstructor() {
            System.exit(9);
        }

        @Override
        public Out apply(In in) {
            return new Out("", 0);
        }
    }

    /** Takes its time to be made, and none to be handled. */
    public static final class Slow {
        public String name;

        public void setName(String name) {
            LockSupport.parkNanos(300_000_000);
            this.name = name;
        }
    }

    public static final class Quick implements Function<Slow, Slow> {
        @Override
        public Slow apply(Slow in) {
            return in;
        }
    }

    public static final class BrokenConstructor implements Function<In, Out> {
        public BrokenConstructor() {
            throw new IllegalStateException("no configuration");
        }

        @Override
        public Out apply(In in) {
            return new Out("", 0);
        }
    }

    public static final class BrokenInitialiser implements Function<In, Out> {
        private static final int NUMBER = Integer.parseInt("none");

        @Override
        public Out apply(In in) {
            return new Out("", NUMBER);
        }
    }
}
