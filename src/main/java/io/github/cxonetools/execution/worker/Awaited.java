package io.github.cxonetools.execution.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The result of a handler that answers later. Whoever measures the call decides how long to wait. */
final class Awaited {

    private Awaited() {}

    /**
     * What {@code answer} gives, where it is a stage; else itself.
     *
     * @throws Throwable what the stage failed with, without the exception that stages put around it
     */
    static @Nullable Object of(@Nullable Object answer) throws Throwable {
        if (!(answer instanceof CompletionStage<?> stage)) {
            return answer;
        }
        CompletableFuture<Completion> outcome = new CompletableFuture<>();
        stage.whenComplete((value, problem) -> outcome.complete(new Completion(value, problem)));
        // A handler may have interrupted its thread; join() waits nevertheless.
        Completion done = outcome.join();
        Throwable problem = done.problem();
        while (problem instanceof CompletionException && problem.getCause() != null) {
            problem = problem.getCause();
        }
        if (problem != null) {
            throw problem;
        }
        return done.value();
    }

    private record Completion(
            @Nullable Object value, @Nullable Throwable problem) {}
}
