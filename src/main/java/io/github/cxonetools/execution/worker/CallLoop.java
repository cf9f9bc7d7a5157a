package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Answers calls one after another, on the thread that handlers know as {@code main}. */
final class CallLoop {

    /** For what is not the handler's own work: loading classes, binding, writing. */
    private static final long PREPARATION_MILLIS = 60_000;

    private static final byte[] NOTHING = {};

    private final Wire wire;
    private final Inbox inbox;
    private final Watchdog watchdog;
    private final PrintedStream printed;
    private final Targets targets;
    private final long maxPayloadBytes;
    private final ClassLoader loader = CallLoop.class.getClassLoader();
    private final ThreadLeakDetector leftovers = new ThreadLeakDetector();
    private final byte[] outOfMemory;

    /** Let go of when a handler has taken everything else, to report just that. */
    private byte[] reserve = new byte[1 << 18];

    private long calls;

    CallLoop(Wire wire, Inbox inbox, Watchdog watchdog, PrintedStream printed, WorkerHandshake invitation)
            throws IOException {
        this.wire = wire;
        this.inbox = inbox;
        this.watchdog = watchdog;
        this.printed = printed;
        this.targets = new Targets(loader, invitation.jackson());
        this.maxPayloadBytes = invitation.maxPayloadBytes();
        this.outOfMemory = Wire.encode(Frame.of(
                FrameType.FATAL_FAILURE,
                0,
                -1,
                StackText.NONE.behind(
                        OutOfMemoryError.class.getName() + ": Java heap space", OutOfMemoryError.class.getName())));
    }

    /** Returns when Maven's end says that there is nothing more. */
    void run() throws IOException {
        for (Frame frame = inbox.take(); frame.type() != FrameType.CLOSE; frame = inbox.take()) {
            if (frame.type() == FrameType.HANDLER) {
                targets.define(frame);
            } else {
                answer(frame);
            }
        }
    }

    private void answer(Frame call) throws IOException {
        printed.belongsTo(++calls);
        try {
            Frame answer = execute(call);
            Thread.interrupted();
            printed.flushAll();
            List<String> left = leftovers.ask();
            if (!left.isEmpty()) {
                wire.send(Frame.of(FrameType.LEFTOVER, call.id(), 0, left.toArray(new String[0])));
            }
            printed.belongsTo(0);
            boolean reported = !watchdog.disarm();
            if (!reported) {
                wire.send(answer);
            }
            if (reported || answer.type() == FrameType.FATAL_FAILURE) {
                awaitEnd();
            }
        } catch (OutOfMemoryError e) {
            reserve = NOTHING;
            wire.sendEncoded(outOfMemory);
            awaitEnd();
        }
    }

    /** Begins no other call, because the next worker makes those that this one has not begun. */
    private static void awaitEnd() {
        while (true) {
            Thread.interrupted(); // By the handler, and parking would not wait then.
            LockSupport.park();
        }
    }

    private Frame execute(Frame call) throws IOException {
        watchdog.arm(preparation(call), "creating the handler or binding its payload took too long");
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Target target = targets.get(call.id());
            if (call.type() == FrameType.PREPARE) {
                target.warmUp();
                return Frame.of(FrameType.OUTPUT, call.id(), 0, NOTHING);
            }
            return invoke(target, target.bind(call.bytes()), call);
        } catch (PayloadBindingException e) {
            return Frame.of(FrameType.BINDING_FAILURE, call.id(), 0, BindingFinding.texts(e.findings()));
        } catch (Targets.Broken e) {
            return failure(call.id(), -1, e.reason());
        } catch (ReflectiveOperationException e) {
            return failure(call.id(), -1, e);
        }
    }

    private static long preparation(Frame call) {
        return call.number() > 0 ? PREPARATION_MILLIS : 0;
    }

    private Frame invoke(Target target, @Nullable Object argument, Frame call) throws IOException {
        long millis = call.number();
        if (target.isFirstCall()) {
            wire.send(Frame.of(FrameType.COLD, call.id(), 0));
            millis += millis > 0 ? targets.coldMillis(call.id()) : 0;
        }
        watchdog.arm(millis, "no answer within %d ms");
        long start = System.nanoTime();
        Object answer;
        try {
            answer = target.call(argument, millis);
        } catch (Throwable e) {
            if (e instanceof OutOfMemoryError) {
                reserve = NOTHING;
            }
            return failure(call.id(), System.nanoTime() - start, e);
        }
        long nanos = System.nanoTime() - start;
        watchdog.arm(preparation(call), "writing the handler's answer took too long");
        try {
            return Frame.of(FrameType.OUTPUT, call.id(), nanos, target.write(answer, maxPayloadBytes));
        } catch (PayloadBindingException e) {
            return Frame.of(FrameType.UNUSABLE_OUTPUT, call.id(), nanos, BindingFinding.texts(e.findings()));
        } catch (ReflectiveOperationException e) {
            BindingFinding finding =
                    new BindingFinding(BindingFinding.BindingRule.CONVERSION, "", ThrowableText.describe(e));
            return Frame.of(FrameType.UNUSABLE_OUTPUT, call.id(), nanos, BindingFinding.texts(finding));
        }
    }

    private static Frame failure(int id, long nanos, Throwable problem) {
        boolean fatal = problem instanceof VirtualMachineError && !(problem instanceof StackOverflowError);
        return Frame.of(
                fatal ? FrameType.FATAL_FAILURE : FrameType.FAILURE,
                id,
                nanos,
                StackText.of(problem)
                        .behind(
                                ThrowableText.describe(problem),
                                problem.getClass().getName()));
    }
}
