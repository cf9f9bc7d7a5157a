package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The handlers' JVM begins and ends here. */
public final class WorkerMain {

    private WorkerMain() {}

    /**
     * Works until Maven's end says that there is nothing more, then ends normally, so that coverage agents can write.
     *
     * @param args the file that holds the {@link WorkerHandshake}
     */
    public static void main(String[] args) throws IOException {
        WorkerHandshake invitation = WorkerHandshake.accept(Path.of(args[0]));
        invitation.systemProperties().forEach(System::setProperty);
        Wire wire = Wire.connect(invitation);
        PrintedStream printed = new PrintedStream(wire);
        printed.install();
        Farewell farewell = new Farewell(wire, Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(farewell));
        Watchdog watchdog = new Watchdog(Thread.currentThread(), wire);
        watchdog.watch();
        Inbox inbox = new Inbox(wire);
        inbox.open();
        new CallLoop(wire, inbox, watchdog, printed, invitation).run();
        farewell.isExpected();
        System.exit(0); // Threads that handlers left would keep the JVM alive.
    }

    /** Tells Maven's end that somebody makes the JVM end, and who: afterwards only a number is left of it. */
    private static final class Farewell implements Runnable {

        private final Wire wire;
        private final Thread handlers;
        private volatile boolean expected;

        Farewell(Wire wire, Thread handlers) {
            this.wire = wire;
            this.handlers = handlers;
        }

        void isExpected() {
            expected = true;
        }

        @Override
        public void run() {
            if (!expected) {
                try {
                    List<String> children = ProcessHandle.current()
                            .descendants()
                            .map(child -> Long.toString(child.pid()))
                            .toList();
                    wire.send(Frame.of(
                            FrameType.EXITING, 0, 0, Stacks.dump(handlers).behind(String.join(" ", children))));
                } catch (IOException e) {
                    Runtime.getRuntime().halt(1);
                }
            }
        }
    }
}
