package io.github.cxonetools.simulator;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays a project's fixtures through its actions. */
public final class Simulator {

    private Simulator() {}

    /** As {@link #run(List, Collection, SimulationSettings, SimulationEvents)}, where these are all actions there are. */
    public static SimulationReport run(
            List<SimulatedAction> actions, SimulationSettings settings, SimulationEvents events) throws CxoneException {
        return run(actions, Set.of(), settings, events);
    }

    /**
     * Plays the fixtures of {@code actions}, one after another.
     *
     * @param others names of actions that the project has besides, whose folders are no mistake
     * @throws CxoneException where the folder of fixtures as a whole cannot be read; what is wrong with single files or
     *     fixtures is in the report
     */
    public static SimulationReport run(
            List<SimulatedAction> actions,
            Collection<String> others,
            SimulationSettings settings,
            SimulationEvents events)
            throws CxoneException {
        Set<String> names = new LinkedHashSet<>(others);
        actions.forEach(action -> names.add(action.action().name()));
        Findings findings = new Findings();
        Map<String, List<Fixture>> fixtures =
                FixtureFolder.scan(settings.fixturesDirectory(), names, settings.fixture(), findings).stream()
                        .collect(Collectors.groupingBy(Fixture::action));
        Long given = settings.probeSeed();
        long seed = given != null ? given : new Random().nextLong();
        Progress progress = new Progress(events, System::nanoTime);
        List<ActionReport> reports = new ArrayList<>();
        for (SimulatedAction action : actions) {
            String name = action.action().name();
            List<Fixture> own = fixtures.getOrDefault(name, List.of());
            if (own.isEmpty()) {
                events.noFixtures(
                        name, settings.fixturesDirectory().resolve(name).resolve("first.json"));
            }
            ActionReport report = new ActionSimulation(action, settings, events, progress).play(own, seed);
            events.played(report);
            reports.add(report);
        }
        return new SimulationReport(reports, findings.messages());
    }
}
