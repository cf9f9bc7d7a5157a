package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.execution.Execution;
import io.github.cxonetools.execution.FirstCalls;
import io.github.cxonetools.execution.HttpHandler;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Problem;
import io.github.cxonetools.tenant.store.ExecutionRecord;
import io.github.cxonetools.tenant.store.ExecutionRecorder;
import io.github.cxonetools.tenant.store.TenantAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Executes actions as the platform does: validates the payload, posts it to the handler's URL, validates the answer, records it. */
public final class Executions implements AutoCloseable {

    /** A handler's answer beyond this is a failed execution. */
    private static final long MAX_ANSWER = 10 << 20;

    /** Prepared actions that are kept: compiled schemas, and connections to the handler. */
    private static final int KEPT = 256;

    /** Answers that may be read at a time: as many of the largest as half the heap holds, and enough for a busy machine. */
    private static final int AT_ONCE =
            (int) Math.max(64, Math.min(4096, Runtime.getRuntime().maxMemory() / (2 * MAX_ANSWER)));

    private static final int PATIENCE_SECONDS = 60;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final ExecutionRecorder recorder;
    private final Clock clock;
    private final FirstCalls calls = new FirstCalls();
    private final Map<String, Prepared> prepared = new LinkedHashMap<>(16, 0.75f, true);

    public Executions(ExecutionRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * An execution that is recorded.
     *
     * @param number its id in this tenant
     */
    record Recorded(long number, LocalExecution execution) {}

    /** Executes {@code action} once; what goes wrong with payload or handler is a result, and recorded as well. */
    Recorded execute(TenantAction action, byte[] payload) throws UnavailableException, Problem {
        awaitTurn();
        try {
            return run(action, payload);
        } finally {
            free.release();
        }
    }

    private void awaitTurn() throws Problem {
        try {
            if (free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(503, "busy", AT_ONCE + " executions are under way. Try again, with fewer at once");
    }

    private Recorded run(TenantAction action, byte[] payload) throws UnavailableException {
        Instant at = clock.instant();
        LocalExecution done = observe(prepare(action).execution, payload);
        return new Recorded(recorder.record(new ExecutionRecord(action, at, payload, done)), done);
    }

    private static LocalExecution observe(Execution execution, byte[] payload) {
        ExecutionResult refused = execution.refuse(payload);
        if (refused != null) {
            return LocalExecution.of(refused);
        }
        ObservedCall call = execution.submit(payload).get();
        return new LocalExecution(
                execution.result(call.answer()),
                call.start() != ObservedCall.Start.NOBODY,
                call.start() == ObservedCall.Start.COLD,
                call.stack() == null ? null : call.stack().text());
    }

    /** What the input schema says of a payload: empty where it accepts it. */
    List<ExecutionFinding> check(TenantAction action, byte[] payload) {
        ExecutionResult refused = prepare(action).execution.refuse(payload);
        return refused == null ? List.of() : refused.findings();
    }

    @Override
    public synchronized void close() {
        prepared.values().forEach(each -> each.handler.close());
        prepared.clear();
    }

    private synchronized Prepared prepare(TenantAction action) {
        Prepared ready = prepared.get(action.id());
        if (ready == null || ready.revision != action.revision()) {
            ready = Prepared.of(action, calls);
            discard(prepared.put(action.id(), ready));
            if (prepared.size() > KEPT) {
                discard(prepared.remove(prepared.keySet().iterator().next()));
            }
        }
        return ready;
    }

    private static void discard(@Nullable Prepared old) {
        if (old != null) {
            old.handler.close();
        }
    }

    /** An action that is ready to run, at one revision. */
    private record Prepared(long revision, Execution execution, HttpHandler handler) {

        static Prepared of(TenantAction action, FirstCalls calls) {
            HttpHandler handler = new HttpHandler(action.handlerUrl(), MAX_ANSWER, calls);
            Execution execution = new Execution(
                    Json.read(action.inputSchema()),
                    Json.read(action.outputSchema()),
                    Duration.ofMillis(action.timeoutMs()),
                    handler);
            return new Prepared(action.revision(), execution, handler);
        }
    }
}
