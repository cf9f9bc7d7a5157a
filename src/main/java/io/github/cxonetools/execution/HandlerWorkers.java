package io.github.cxonetools.execution;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import io.github.cxonetools.schema.classes.HandlerSignature;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The handlers' own JVM, and the next one when a handler has ended it. Calls from several threads are taken one after
 * another, because handlers are tested so.
 */
public final class HandlerWorkers implements AutoCloseable {

    /** Beyond the worker's own deadlines: for a JVM that is too sick to report itself. */
    private static final Duration BACKSTOP = Duration.ofSeconds(130);

    private final WorkerLauncher launcher;
    private final PrintedBetweenCalls between = new PrintedBetweenCalls();
    private final CallQueue calls;
    private final AtomicInteger handlers = new AtomicInteger();

    private HandlerWorkers(WorkerLauncher launcher, WorkerProcess first) {
        this.launcher = launcher;
        this.calls = new CallQueue(launcher, first, between);
    }

    /**
     * Starts the first JVM.
     *
     * @throws CxoneException where it does not start: what it printed, and what to check
     */
    public static HandlerWorkers start(WorkerSettings settings) throws CxoneException {
        return start(settings, System.getenv());
    }

    static HandlerWorkers start(WorkerSettings settings, Map<String, String> environment) throws CxoneException {
        WorkerLauncher launcher = new WorkerLauncher(settings, environment);
        try {
            return new HandlerWorkers(launcher, launcher.launch());
        } catch (CxoneException e) {
            closeFiles(launcher);
            throw e;
        }
    }

    /**
     * Makes a handler known; its class is loaded when it is first called.
     *
     * @param signature how it is called, and what its payload and answer are bound to
     */
    public Handler handler(ActionDefinition action, HandlerSignature signature) {
        return handler(action, signature, Duration.ZERO);
    }

    /**
     * As {@link #handler(ActionDefinition, HandlerSignature)}.
     *
     * @param coldStart how much longer than its time its first call in each JVM may take
     */
    public Handler handler(ActionDefinition action, HandlerSignature signature, Duration coldStart) {
        String method = signature.method();
        return handler(
                signature.className(),
                method == null ? "" : method,
                signature.inputType(),
                signature.outputType(),
                coldStart);
    }

    Handler handler(String className, String method, String inputType, String outputType) {
        return handler(className, method, inputType, outputType, Duration.ZERO);
    }

    Handler handler(String className, String method, String inputType, String outputType, Duration coldStart) {
        int id = handlers.incrementAndGet();
        calls.define(Frame.of(FrameType.HANDLER, id, coldStart.toMillis(), className, method, inputType, outputType));
        return new InWorker(id);
    }

    private Supplier<ObservedCall> submit(int id, byte[] payload, Duration timeout) {
        QueuedCall call = calls.submit(request(id, payload, timeout));
        return () -> await(call, timeout);
    }

    private Supplier<ObservedCall> enqueue(int id, byte[] payload, Duration timeout) {
        Frame request = request(id, payload, timeout);
        QueuedCall call = calls.enqueue(request);
        return () -> {
            ObservedCall observed = await(call, timeout);
            return call.isWithdrawn() ? await(calls.submit(request), timeout) : observed;
        };
    }

    private Frame request(int id, byte[] payload, Duration timeout) {
        long millis = launcher.isDebugged() ? 0 : Math.max(1, timeout.toMillis());
        return Frame.of(FrameType.CALL, id, millis, payload);
    }

    private HandlerAnswer.@Nullable RunFailure prepare(int id) {
        QueuedCall call = calls.prepare(Frame.of(FrameType.PREPARE, id, launcher.isDebugged() ? 0 : 1));
        return await(call, Duration.ZERO).answer() instanceof HandlerAnswer.RunFailure failure ? failure : null;
    }

    private ObservedCall await(QueuedCall call, Duration timeout) {
        try {
            return launcher.isDebugged() ? call.done().get() : awaitOrAbandon(call, timeout.plus(BACKSTOP));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ObservedCall.of(
                    new HandlerAnswer.RunFailure(e.toString(), e.getClass().getName(), null));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObservedCall awaitOrAbandon(QueuedCall call, Duration patience)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return call.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                calls.abandon(call);
            }
        }
    }

    /** Lets the JVM end normally, so that coverage agents can write; ends it otherwise after ten seconds. */
    @Override
    public void close() {
        calls.close();
        closeFiles(launcher);
    }

    private static void closeFiles(WorkerLauncher launcher) {
        try {
            launcher.close();
        } catch (IOException e) {
            // They lie in the temporary directory, hold no secret any more, and nobody can mend it.
        }
    }

    private final class InWorker implements Handler {

        private final int id;

        InWorker(int id) {
            this.id = id;
        }

        @Override
        public HandlerAnswer call(byte[] payload, Duration timeout) {
            return submit(payload, timeout).get().answer();
        }

        @Override
        public Supplier<ObservedCall> submit(byte[] payload, Duration timeout) {
            return HandlerWorkers.this.submit(id, payload, timeout);
        }

        @Override
        public Supplier<ObservedCall> enqueue(byte[] payload, Duration timeout) {
            return HandlerWorkers.this.enqueue(id, payload, timeout);
        }

        @Override
        public void flush() {
            calls.flush();
        }

        @Override
        public boolean takesBatches() {
            return true;
        }

        @Override
        public HandlerAnswer.@Nullable RunFailure prepare() {
            return HandlerWorkers.this.prepare(id);
        }

        @Override
        public String takePrintedBetweenCalls() {
            return between.take(id) + calls.takeRawOutput();
        }
    }
}
