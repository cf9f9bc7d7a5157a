package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.simulator.SimulationSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code simulate} is asked for.
 *
 * @param contracts where {@code generate} wrote them
 * @param output where {@code simulation.json} and {@code simulation.html} go
 * @param reports where the JUnit XML reports go
 * @param settings which fixtures, and how they are played
 * @param endpoint the URL of the service that answers in place of the handler classes, {@code handlerUrl} for each action's own, or null
 * @param argLine options of the handlers' JVM, with references that are replaced late
 * @param variables what the project sets for the handlers' JVM
 * @param ignoresFailures whether what failed is reported without failing the build
 */
record SimulationRequest(
        Path contracts,
        Path output,
        Path reports,
        SimulationSettings settings,
        @Nullable String endpoint,
        String argLine,
        HandlerVariables variables,
        boolean ignoresFailures) {}
