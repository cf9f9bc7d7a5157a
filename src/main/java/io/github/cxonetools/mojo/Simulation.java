package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.execution.Handler;
import io.github.cxonetools.execution.HandlerWorkers;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.handlers.HandlerJvm;
import io.github.cxonetools.mojo.project.ActionElement;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.LateProperties;
import io.github.cxonetools.mojo.project.ModuleDirectory;
import io.github.cxonetools.mojo.project.ProjectFacts;
import io.github.cxonetools.mojo.project.ServerEntries;
import io.github.cxonetools.report.simulation.JUnitRun;
import io.github.cxonetools.report.simulation.SimulationOutput;
import io.github.cxonetools.report.simulation.SimulationSource;
import io.github.cxonetools.schema.contract.ContractFiles;
import io.github.cxonetools.simulator.SimulatedAction;
import io.github.cxonetools.simulator.Simulator;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One run of {@code simulate}: a module's contracts and their handlers, in a JVM of their own or behind a URL, played and reported. */
final class Simulation {

    private final GoalContext goal;
    private final SimulationRequest request;
    private final HandlerJvm jvm;
    private final ServerEntries servers;
    private final SimulationOutput output;
    private final Instant began = Instant.now();

    Simulation(GoalContext goal, SimulationRequest request) {
        this.goal = goal;
        this.request = request;
        this.jvm = new HandlerJvm(goal.maven().toolchains());
        this.servers = new ServerEntries(goal.maven().decrypter());
        this.output = new SimulationOutput(
                goal.console(),
                new SimulationCommands(goal, request.settings()),
                goal::secrets,
                request.output(),
                request.reports(),
                request.ignoresFailures());
    }

    /**
     * @param selected the actions to play
     * @param declared all actions of the module, so that fixtures of the others are not taken for strays
     * @param requested what {@code cxone.action} asks for; empty for all
     */
    void run(List<ActionDefinition> selected, List<ActionElement> declared, Set<String> requested)
            throws CxoneException {
        List<String> names = declared.stream()
                .map(ActionElement::name)
                .filter(Objects::nonNull)
                .toList();
        List<Contract> contracts = new ArrayList<>();
        for (ActionDefinition action : selected) {
            contracts.add(ContractFiles.read(request.contracts(), action));
        }
        String endpoint = request.endpoint();
        SimulationReport report = endpoint == null
                ? inWorkers(selected, contracts, names)
                : overHttp(selected, contracts, names, endpoint);
        if (goal.isTyped() && report.isIdle()) {
            noteIdle(requested);
        }
        JUnitRun run = new JUnitRun(
                ModuleDirectory.of(goal.project()), goal.execution().getExecutionId(), began, new HashSet<>(names));
        output.write(report, goal.secrets(), run, source(selected, contracts));
    }

    private SimulationSource source(List<ActionDefinition> actions, List<Contract> contracts) {
        Map<String, SimulationSource.Played> played = new HashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            Contract contract = contracts.get(i);
            played.put(
                    actions.get(i).name(),
                    new SimulationSource.Played(
                            contract.inputSchema(),
                            contract.outputSchema(),
                            actions.get(i).handler()));
        }
        return new SimulationSource(
                goal.origin(began),
                ModuleDirectory.of(goal.project()),
                played,
                new SimulationCommands(goal, request.settings()));
    }

    /** What was asked for by name and pattern, and is not there, is no success; fixtures still to be written are. */
    private void noteIdle(Set<String> requested) {
        String fixture = request.settings().fixture();
        if (fixture != null) {
            new TypedGoal(goal).idleAmong(requested, "cxone.fixture: nothing matches " + fixture);
        }
    }

    private SimulationReport inWorkers(List<ActionDefinition> actions, List<Contract> contracts, List<String> names)
            throws CxoneException {
        List<Path> classPath = ProjectFacts.testClassPath(goal.project());
        String argLine = LateProperties.replace(request.argLine(), goal.project(), goal.session());
        long maxPayloadBytes = request.settings().maxPayloadBytes();
        try (HandlerWorkers workers =
                jvm.start(goal.session(), goal.project(), classPath, argLine, request.variables(), maxPayloadBytes)) {
            return play(actions, contracts, HandlerJvm.handlers(workers, actions, classPath), names);
        }
    }

    private SimulationReport overHttp(
            List<ActionDefinition> actions, List<Contract> contracts, List<String> names, String endpoint)
            throws CxoneException {
        long maxPayloadBytes = request.settings().maxPayloadBytes();
        try (ActionServices services = ActionServices.of(actions, endpoint, goal, servers, maxPayloadBytes)) {
            return play(actions, contracts, services.handlers(), names);
        }
    }

    private SimulationReport play(
            List<ActionDefinition> actions, List<Contract> contracts, List<Handler> handlers, List<String> names)
            throws CxoneException {
        List<SimulatedAction> simulated = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            simulated.add(new SimulatedAction(actions.get(i), contracts.get(i), handlers.get(i)));
        }
        return Simulator.run(simulated, names, request.settings(), output.events());
    }
}
