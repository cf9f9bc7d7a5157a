package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls in their order, and the worker that takes them. When a worker ends, the call at the head is what ended it; those
 * behind it go to the next worker, which is not started before there is a call for it.
 */
final class CallQueue {

    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Deque<QueuedCall> queue = new ArrayDeque<>();
    private final List<Frame> definitions = new ArrayList<>();
    private final List<Frame> preparations = new ArrayList<>();

    /** Handlers of which a call has ended a worker. */
    private final Set<Integer> fatal = new HashSet<>();

    private @Nullable WorkerProcess worker;
    private boolean closed;

    /** Whether the next worker is started before there is a call for it, because handlers were made ready in the last one. */
    private boolean startsAhead;

    CallQueue(WorkerLauncher launcher, WorkerProcess first, PrintedBetweenCalls between) {
        this.worker = first;
        Thread supervisor = new Thread(new Supervisor(this, launcher, between), "cxone handlers");
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
        QueuedCall call = new QueuedCall(request, false);
        add(call);
        flush();
        return call;
    }

    /** As {@link #submit}, but {@link #flush} sends it; withdrawn at once where a call of the same handler has ended a worker. */
    synchronized QueuedCall enqueue(Frame request) {
        QueuedCall call = new QueuedCall(request, true);
        if (fatal.contains(request.id())) {
            call.withdraw();
        } else {
            add(call);
        }
        return call;
    }

    private void add(QueuedCall call) {
        if (closed) {
            call.answer(HandlerAnswer.RunFailure.own("exit: the handlers' JVM has been closed", null), null, false);
        } else {
            queue.add(call);
            write(call.request());
        }
    }

    private void send(Frame frame) {
        write(frame);
        flush();
    }

    private void write(Frame frame) {
        if (worker != null) {
            try {
                worker.write(frame);
            } catch (IOException e) {
                // As in flush().
            }
        }
    }

    /** Sends what was enqueued. */
    synchronized void flush() {
        if (worker != null) {
            try {
                worker.flush();
            } catch (IOException e) {
                // It is gone, which is noticed behind the answers that it has still given: closing here would lose
                // them.
            }
        }
        notifyAll();
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

    /**
     * As {@link #poll}, where that call has ended its worker: what was enqueued behind it has not begun, and is withdrawn,
     * so that each call of such a handler is asked for before it begins.
     */
    synchronized @Nullable QueuedCall pollFatal() {
        QueuedCall ended = poll();
        if (ended != null) {
            int handler = ended.request().id();
            fatal.add(handler);
            for (Iterator<QueuedCall> behind = queue.iterator(); behind.hasNext(); ) {
                QueuedCall call = behind.next();
                if (call.isEnqueued() && call.request().id() == handler) {
                    behind.remove();
                    call.withdraw();
                }
            }
        }
        return ended;
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

    synchronized @Nullable WorkerProcess current() {
        return worker;
    }

    /** Gives a new worker everything that waits; false where nobody wants it any more. */
    synchronized boolean serve(WorkerProcess process) {
        if (closed) {
            return false;
        }
        worker = process;
        definitions.forEach(this::write);
        if (startsAhead) {
            for (int i = preparations.size() - 1; i >= 0; i--) {
                queue.addFirst(new QueuedCall(preparations.get(i), false));
            }
        }
        queue.forEach(call -> write(call.request()));
        flush();
        return true;
    }

    /** Waits without a worker; false where there will be no more calls. */
    synchronized boolean awaitWork() throws InterruptedException {
        worker = null;
        while (queue.isEmpty() && !closed && !startsAhead) {
            wait();
        }
        return !closed;
    }

    /** @param detail words that may quote a payload */
    synchronized void failAll(String problem, String detail) {
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
