package io.github.cxonetools.tenant.actions;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.store.ActionStore;
import io.github.cxonetools.tenant.store.Database;
import io.github.cxonetools.tenant.store.ExecutionRecord;
import io.github.cxonetools.tenant.store.ExecutionRecorder;
import io.github.cxonetools.tenant.store.TenantAction;
import io.github.cxonetools.tenant.store.TenantDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills a tenant's database with versions and executions over 30 days, by the classes that the tenant writes with, but
 * without the way through HTTP and handlers, which would take most of an hour: directory, versions, executions.
 */
final class TenantFill {

    private static final String ACTION = "{\"name\":\"Action%d\",\"version\":\"1.%d.0\",\"description\":\"Finds the queue\","
            + "\"inputSchema\":{\"type\":\"object\",\"required\":[\"score\"],\"properties\":{\"score\":{\"type\":\"number\"},"
            + "\"channel\":{\"type\":\"string\",\"pattern\":\"^(voice|chat|email|sms)$\"},\"phone\":{\"type\":[\"string\",\"null\"]},"
            + "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}},"
            + "\"outputSchema\":{\"type\":\"object\",\"properties\":{\"queue\":{\"type\":\"string\"}}},"
            + "\"handlerUrl\":\"http://127.0.0.1:18788/handler\"}";

    private TenantFill() {}

    public static void main(String[] args) throws Exception {
        int versions = Integer.parseInt(args[1]);
        int executions = Integer.parseInt(args[2]);
        Database database = Database.open(TenantDirectory.open(Path.of(args[0])), "bench");
        ActionStore store = new ActionStore(database);
        List<TenantAction> actions = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            String body = String.format(ACTION, i / 100, i % 100);
            TenantAction action = ActionFields.create(UUID.randomUUID().toString(), (ObjectNode) Json.read(body));
            store.create(action);
            actions.add(action);
        }
        long begin = System.nanoTime();
        ExecutionRecorder recorder = ExecutionRecorder.start(database);
        record(recorder, actions, executions);
        recorder.close();
        database.close();
        System.out.printf("%d executions recorded, %.0f a second%n", executions, executions / ((System.nanoTime() - begin) / 1e9));
    }

    private static void record(ExecutionRecorder recorder, List<TenantAction> actions, int executions) throws Exception {
        Random random = new Random(1);
        Instant first = Instant.now().minus(Duration.ofDays(30));
        long stepMillis = Duration.ofDays(30).toMillis() / executions;
        byte[] payload = "{\"score\":0.5,\"channel\":\"voice\"}".getBytes(StandardCharsets.UTF_8);
        ExecutorService writers = Executors.newFixedThreadPool(128);
        List<Future<Long>> numbers = new ArrayList<>();
        for (int i = 0; i < executions; i++) {
            // As in life, a few actions are executed most.
            TenantAction action = actions.get((int) (actions.size() * Math.pow(random.nextDouble(), 4)));
            ExecutionResult result = random.nextInt(10) == 0
                    ? ExecutionResult.error(ExecutionResult.VALIDATION, "input: /score is a string, not a number", null)
                    : ExecutionResult.success(Json.read("{\"queue\":\"default\"}"), Math.exp(random.nextGaussian()) * 10);
            ExecutionRecord execution = new ExecutionRecord(action, first.plusMillis(i * stepMillis), payload, result);
            numbers.add(writers.submit(() -> recorder.record(execution)));
            if (numbers.size() == 20_000) {
                for (Future<Long> number : numbers) {
                    number.get();
                }
                numbers.clear();
            }
        }
        for (Future<Long> number : numbers) {
            number.get();
        }
        writers.shutdown();
        writers.awaitTermination(1, TimeUnit.MINUTES);
    }
}
