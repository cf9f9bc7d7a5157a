package io.github.cxonetools.execution;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls in their order, and the worker that takes them. When a worker ends, the call at the head is what ended it; those
 * behind it go to the next worker, which is not started before there is a call for it.
 */
final class CallQueue {

    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final WorkerLauncher launcher;
    private final PrintedBetweenCalls between;
    private final Thread supervisor = new Thread(this::supervise, "cxone handlers");
    private final Deque<QueuedCall> queue = new ArrayDeque<>();
    private final List<Frame> definitions = new ArrayList<>();
    private final List<Frame> preparations = new ArrayList<>();
    private @Nullable WorkerProcess worker;
    private boolean closed;

    /** Whether the next worker is started before there is a call for it, because handlers were made ready in the last one. */
    private boolean startsAhead;

    CallQueue(WorkerLauncher launcher, WorkerProcess first, PrintedBetweenCalls between) {
        this.launcher = launcher;
        this.worker = first;
        this.between = between;
        supervisor.setDaemon(true);
        supervisor.start();
    }

    synchronized void define(Frame definition) {
        definitions.add(definition);
        send(definition);
    }

    /** Makes a handler ready, in this worker and in each that follows after a call has ended it. */
    synchronized QueuedCall prepare(Frame preparation) {
        preparations.add(preparation);
        return submit(preparation);
    }

    synchronized QueuedCall submit(Frame request) {
        QueuedCall call = new QueuedCall(request);
        if (closed) {
            call.answer(HandlerAnswer.RunFailure.own("exit: the handlers' JVM has been closed", null), null, false);
            return call;
        }
        queue.add(call);
        send(request);
        notifyAll();
        return call;
    }

    /** A worker that cannot be written to is about to be replaced, and the next one gets everything again. */
    private void send(Frame frame) {
        if (worker != null) {
            try {
                worker.send(frame);
            } catch (IOException e) {
                worker.disconnect();
            }
        }
    }

    synchronized @Nullable QueuedCall head() {
        return queue.peek();
    }

    /** Takes the call at the head off, with its worker's last sign of life. */
    synchronized @Nullable QueuedCall poll() {
        QueuedCall call = queue.poll();
        if (call != null) {
            // What ends a worker while it is made ready would end the next one as well.
            startsAhead = call.request().type() == FrameType.CALL && !preparations.isEmpty();
        }
        return call;
    }

    /** Takes what agents and native code have written past {@code System.out}. */
    synchronized String takeRawOutput() {
        return worker == null ? "" : worker.takeRawOutput();
    }

    /** Ends a worker that neither answers nor reports itself; its conversation ends with it. */
    synchronized void abandon(QueuedCall call) {
        if (queue.peek() == call && worker != null) {
            worker.kill();
        }
    }

    private void supervise() {
        try {
            for (WorkerProcess process = current(); process != null; process = next()) {
                converse(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            failAll("exit: the handlers' JVM has been closed", "");
        }
    }

    /** Without this thread every later call would wait for ever. */
    private void converse(WorkerProcess process) {
        try {
            new Conversation(this, process, between).run();
        } catch (RuntimeException | Error e) {
            process.kill();
            failAll("exit: the answer could not be read", ": " + e);
        }
    }

    private synchronized @Nullable WorkerProcess current() {
        return worker;
    }

    private @Nullable WorkerProcess next() throws InterruptedException {
        while (awaitWork()) {
            try {
                WorkerProcess process = launcher.launch();
                if (serve(process)) {
                    return process;
                }
                process.kill();
            } catch (CxoneException e) {
                failAll("exit", ": " + e.getMessage());
            } catch (RuntimeException | Error e) {
                failAll("exit: the handlers' JVM could not be started", ": " + e);
            }
        }
        return null;
    }

    /** Gives a new worker everything that waits; false where nobody wants it any more. */
    private synchronized boolean serve(WorkerProcess process) {
        if (closed) {
            return false;
        }
        worker = process;
        definitions.forEach(this::send);
        if (startsAhead) {
            for (int i = preparations.size() - 1; i >= 0; i--) {
                queue.addFirst(new QueuedCall(preparations.get(i)));
            }
        }
        queue.forEach(call -> send(call.request()));
        return true;
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        worker = null;
        while (queue.isEmpty() && !closed && !startsAhead) {
            wait();
        }
        return !closed;
    }

    /** @param detail words that may quote a payload */
    private synchronized void failAll(String problem, String detail) {
        startsAhead = false;
        for (QueuedCall call = queue.poll(); call != null; call = queue.poll()) {
            call.answer(new HandlerAnswer.RunFailure(problem + detail, problem, null), null, true);
        }
    }

    /** Lets an idle worker end normally, so that a coverage agent can write; a busy or stubborn one is killed. */
    void close() {
        WorkerProcess last;
        boolean idle;
        synchronized (this) {
            closed = true;
            last = worker;
            idle = queue.isEmpty();
            notifyAll();
        }
        if (last != null) {
            last.tree().remember();
            synchronized (this) {
                send(Frame.of(FrameType.CLOSE, 0, 0));
            }
            if (idle) {
                last.awaitExit(FAREWELL);
            }
            last.kill();
        }
    }
}
