package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.ObservedCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one fixture; its first failing run decides. */
final class Verdict {

    private static final ExecutionResult NOT_RUN = ExecutionResult.error(ExecutionResult.RUNTIME, "not run", null);

    private final Fixture fixture;
    private final List<String> failures = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private ExecutionResult result = NOT_RUN;
    private @Nullable String stack;

    Verdict(Fixture fixture) {
        this.fixture = fixture;
    }

    void judge(ObservedCall call, ExecutionResult came, Expectation expectation) {
        printed.append(call.printed());
        if (failures.isEmpty()) {
            stack = call.stack();
            judge(came, expectation);
            if (call.leftover() != null) {
                failures.add(call.leftover());
            }
        }
    }

    void judge(ExecutionResult came, Expectation expectation) {
        result = came;
        failures.addAll(expectation.differences(came));
        String message = came.message();
        if (failures.isEmpty() && message != null && message.startsWith("binding: ")) {
            failures.add(
                    "the input schema accepts what the handler's types refuse, so the contract is wrong: " + message);
        }
    }

    void notRun(int deaths) {
        if (failures.isEmpty()) {
            result = NOT_RUN;
            failures.add("not run, because the handler ended its JVM " + deaths + " times");
        }
    }

    FixtureReport report(Latency latency, byte[] payload, ReportPayloads kept) {
        boolean keep = kept == ReportPayloads.ALL || kept == ReportPayloads.FAILED && !failures.isEmpty();
        ExecutionResult shown = keep
                ? result
                : new ExecutionResult(result.status(), result.type(), result.message(), null, result.latencyMs());
        return new FixtureReport(
                fixture.name(),
                fixture.file(),
                shown,
                List.copyOf(failures),
                latency,
                keep ? new String(payload, StandardCharsets.UTF_8) : null,
                printed.toString(),
                stack);
    }
}
