package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ServerEntries;
import javax.inject.Inject;
import javax.inject.Named;

/** Makes simulations, with what of Maven they need to reach a handler: a JVM, or a proxy. */
@Named
final class Simulations {

    private final HandlerJvm jvm;
    private final ServerEntries servers;

    @Inject
    Simulations(HandlerJvm jvm, ServerEntries servers) {
        this.jvm = jvm;
        this.servers = servers;
    }

    Simulation of(GoalContext goal, SimulationRequest request) {
        return new Simulation(goal, request, jvm, servers);
    }
}
