package io.github.cxonetools.simulator;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.fixture.FixtureFolder;
import io.github.cxonetools.simulator.fixture.FixturePattern;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.nio.file.Path;
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

    private final SimulationSettings settings;
    private final SimulationEvents events;
    private final FixturePattern wanted;
    private final Findings findings;

    private Simulator(SimulationSettings settings, SimulationEvents events, FixturePattern wanted, Findings findings) {
        this.settings = settings;
        this.events = events;
        this.wanted = wanted;
        this.findings = findings;
    }

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
        FixturePattern wanted = FixturePattern.of(settings.fixture());
        Set<String> played =
                actions.stream().map(action -> action.action().name()).collect(Collectors.toSet());
        List<Fixture> fixtures = FixtureFolder.scan(settings.fixturesDirectory(), names, wanted, findings).stream()
                .filter(fixture -> played.contains(fixture.action()))
                .toList();
        return new Simulator(settings, events, wanted, findings).play(actions, fixtures);
    }

    private SimulationReport play(List<SimulatedAction> actions, List<Fixture> all) throws UnavailableException {
        Shard shard = settings.shard();
        Map<String, List<Fixture>> fixtures =
                (shard == null ? all : shard.of(all)).stream().collect(Collectors.groupingBy(Fixture::action));
        Set<String> provided = all.stream().map(Fixture::action).collect(Collectors.toSet());
        Long given = settings.probeSeed();
        long seed = given != null ? given : new Random().nextLong();
        ProgressThrottle progress = new ProgressThrottle(events, System::nanoTime);
        List<ActionReport> reports = new ArrayList<>();
        for (SimulatedAction action : actions) {
            String name = action.action().name();
            List<Fixture> own = fixtures.getOrDefault(name, List.of());
            if (!provided.contains(name) && wanted.takesAll()) {
                noFixtures(name);
            }
            boolean probed = settings.probe() > 0 && wanted.takesProbesOf(name);
            ActionReport report =
                    new ActionSimulation(action, settings, events, progress).play(own, probed ? seed : null);
            events.played(report);
            reports.add(report);
        }
        if (all.isEmpty()
                && reports.stream().allMatch(report -> report.fixtures().isEmpty() && report.probes() == null)
                && !wanted.takesAll()) {
            nothingSelected();
        }
        SimulationReport.ShardOf part = shard == null ? null : new SimulationReport.ShardOf(shard, all.size());
        return new SimulationReport(reports, part, findings.messages());
    }

    private void noFixtures(String action) {
        Path example = settings.fixturesDirectory().resolve(action).resolve("first.json");
        if (settings.failIfNoFixtures()) {
            findings.add(
                    action + ": no fixtures, and cxone.failIfNoFixtures is set. Put a payload as CXone sends it into "
                            + example);
        } else {
            events.noFixtures(action, example);
        }
    }

    private void nothingSelected() {
        String glob = String.valueOf(settings.fixture());
        if (settings.failIfNoFixtures()) {
            findings.add("cxone.fixture: nothing matches " + glob + ", and cxone.failIfNoFixtures is set");
        } else {
            events.nothingSelected(glob);
        }
    }
}
