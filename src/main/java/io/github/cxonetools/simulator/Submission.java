package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a fixture on its way.
 *
 * @param fixture which
 * @param measured false for warm-up
 * @param last true where the fixture has no further run
 * @param payload as read; empty where it could not be
 * @param refused why the handler is not called; null where it is
 * @param call the answer to come; null where the handler is not called any more
 */
record Submission(
        Fixture fixture,
        boolean measured,
        boolean last,
        byte[] payload,
        @Nullable ExecutionResult refused,
        @Nullable Supplier<ObservedCall> call) {

    int size() {
        return payload.length;
    }
}
