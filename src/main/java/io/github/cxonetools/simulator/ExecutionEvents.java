package io.github.cxonetools.simulator;

import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Told what becomes of fixtures that are sent to a tenant. */
public interface ExecutionEvents {

    /** The tenant has executed one fixture. */
    void executed(Fixture fixture, LocalExecution execution);

    /**
     * There was nothing to execute.
     *
     * @param directory where fixtures were looked for
     * @param glob on {@code Action/case}, or null where all were meant
     */
    void noFixtures(Path directory, @Nullable String glob);

    /** Nothing more follows. */
    void finished(int executed, int errors);
}
