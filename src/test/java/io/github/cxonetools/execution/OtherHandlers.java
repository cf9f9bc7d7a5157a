package io.github.cxonetools.execution;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Handlers that are more than a function of one payload: with a context, or with a result that comes later. */
public final class OtherHandlers {

    private OtherHandlers() {}

    public static final class Lambda implements RequestHandler<String, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(String input, Context context) {
            context.getLogger().log("heard " + input);
            context.getLogger().log("and as bytes".getBytes(StandardCharsets.UTF_8));
            return new java.util.TreeMap<>(Map.of(
                    "input", input,
                    "id", context.getAwsRequestId(),
                    "names",
                            List.of(
                                    context.getFunctionName(),
                                    context.getFunctionVersion(),
                                    context.getInvokedFunctionArn(),
                                    context.getLogGroupName()),
                    "left", context.getRemainingTimeInMillis(),
                    "memory", context.getMemoryLimitInMB() > 0,
                    "tenant", context.getTenantId(),
                    "anybody", context.getIdentity() != null || context.getClientContext() != null,
                    "itself", context.equals(context) && context.hashCode() == context.hashCode(),
                    "text", context.toString()));
        }
    }

    /** As many have one, so that a handler can be tested. */
    public abstract static class Base<I, O> implements RequestHandler<I, O> {
        @Override
        public O handleRequest(I input, Context context) {
            context.getLogger().log("begins");
            return answer(input);
        }

        abstract O answer(I input);
    }

    public static final class Derived extends Base<String, List<String>> {
        @Override
        List<String> answer(String input) {
            return List.of(input);
        }
    }

    public static final class WithContext {
        public String here(String input, Context context) {
            return input + " in " + context.getFunctionName();
        }

        public static String fixed(String input, Context context) {
            return input + " left " + (context.getRemainingTimeInMillis() > 0);
        }

        public String both(String input) {
            return input + " alone";
        }

        public String both(String input, Context context) {
            throw new AssertionError("The one with one parameter goes before");
        }
    }

    public static final class Later implements Function<String, CompletionStage<String>> {
        @Override
        public CompletionStage<String> apply(String what) {
            return switch (what) {
                case "now" -> CompletableFuture.completedFuture(what);
                case "minimal" -> CompletableFuture.completedFuture(what).minimalCompletionStage();
                case "never" -> new CompletableFuture<>();
                case "null" -> CompletableFuture.completedFuture(null);
                case "no stage" -> null;
                case "fails" -> CompletableFuture.failedFuture(new IllegalStateException("no queue"));
                case "fails in a step" ->
                    inAThread(() -> {
                        throw new IllegalStateException("no queue");
                    });
                case "fails twice" ->
                    CompletableFuture.failedFuture(
                            new CompletionException(new CompletionException(new IllegalStateException("no queue"))));
                case "fails without a cause" ->
                    CompletableFuture.failedFuture(new CompletionException("no queue", null));
                case "is cancelled" -> {
                    CompletableFuture<String> cancelled = new CompletableFuture<>();
                    cancelled.cancel(true);
                    yield cancelled;
                }
                case "interrupts itself" -> {
                    Thread.currentThread().interrupt();
                    yield inAThread(() -> what);
                }
                case "throws" -> throw new IllegalStateException("no queue");
                default -> inAThread(() -> what);
            };
        }

        private static CompletionStage<String> inAThread(java.util.function.Supplier<String> step) {
            Executor daemons = task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                thread.start();
            };
            return CompletableFuture.runAsync(() -> pause(), daemons).thenApply(nothing -> step.get());
        }

        private static void pause() {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    public static final class LaterMethod {
        public CompletableFuture<Handlers.Out> greet(Handlers.In in) {
            return CompletableFuture.supplyAsync(() -> new Handlers.Out("Hello " + in.name(), 0));
        }
    }
}
