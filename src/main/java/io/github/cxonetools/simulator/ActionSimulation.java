package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.execution.Execution;
import io.github.cxonetools.execution.ObservedCall;
import io.github.cxonetools.simulator.expectation.Expectation;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.LatencyProfile;
import io.github.cxonetools.simulator.result.LatencyRecorder;
import io.github.cxonetools.simulator.result.PayloadRedaction;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.ReportPayloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays one action's fixtures in their order. A thread of its own reads and validates payloads and hands them to the
 * handler, a few ahead of the answers that are compared here, so that handler and comparison work at the same time.
 */
final class ActionSimulation {

    private static final int MAX_DEATHS = 5;

    private final SimulatedAction action;
    private final SimulationSettings settings;
    private final SimulationEvents events;
    private final ProgressThrottle progress;
    private final Execution execution;
    private final @Nullable PayloadRedaction discretion;
    private final LatencyRecorder actionLatency = new LatencyRecorder();
    private final LatencyRecorder laterLatency = new LatencyRecorder();
    private final LatencyRecorder fixtureLatency = new LatencyRecorder();
    private LatencyProfile.@Nullable FirstCall firstCall;
    private boolean called;
    private int deaths;

    ActionSimulation(
            SimulatedAction action, SimulationSettings settings, SimulationEvents events, ProgressThrottle progress) {
        this.events = events;
        this.action = action;
        this.settings = settings;
        this.progress = progress;
        this.execution = new Execution(
                action.contract().inputSchema(),
                action.contract().outputSchema(),
                Duration.ofMillis(action.action().timeoutMs()),
                action.handler());
        this.discretion = settings.reportPayloads() == ReportPayloads.NONE
                ? new PayloadRedaction(
                        action.contract().inputSchema(), action.contract().outputSchema())
                : null;
    }

    /** @param seed of probes; null for none */
    ActionReport play(List<Fixture> fixtures, @Nullable Long seed) throws UnavailableException {
        String name = action.action().name();
        List<FixtureReport> reports = new ArrayList<>(fixtures.size());
        try (Submissions submissions = Submissions.start(fixtures, execution, settings)) {
            while (reports.size() < fixtures.size()) {
                reports.add(play(submissions));
                progress.report(name, reports.size(), fixtures.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted while the fixtures of " + name + " were played", e);
        }
        ProbeReport probes = seed == null
                ? null
                : new Probing(action, settings, events, new ProbeCalls(execution), discretion).probe(seed);
        String said = action.handler().takePrintedBetweenCalls();
        String printed = discretion == null ? said : PayloadRedaction.printed(said);
        List<LatencyProfile.Bin> bins = laterLatency.bins();
        LatencyProfile profile = new LatencyProfile(firstCall, laterLatency.take(), bins);
        return new ActionReport(
                name, action.contract().version(), reports, actionLatency.take(), printed, probes, profile);
    }

    private FixtureReport play(Submissions submissions) throws InterruptedException {
        Submission run = submissions.take();
        Expectation expectation = Expectation.of(run.fixture());
        FixtureVerdict verdict = new FixtureVerdict(run.fixture(), settings.record());
        run(run, submissions, verdict, expectation);
        while (!run.last()) {
            run = submissions.take();
            run(run, submissions, verdict, expectation);
        }
        Path recorded = verdict.record();
        if (recorded != null) {
            events.recorded(recorded);
        }
        return verdict.report(fixtureLatency.take(), run.payload(), settings.reportPayloads(), discretion);
    }

    private void run(Submission run, Submissions submissions, FixtureVerdict verdict, Expectation expectation) {
        ExecutionResult refused = run.refused();
        Supplier<ObservedCall> answer = run.call();
        if (refused != null) {
            verdict.compare(refused, expectation, false);
        } else if (answer == null || deaths == MAX_DEATHS) {
            verdict.notRun(deaths);
        } else {
            compare(run, answer.get(), submissions, verdict, expectation);
        }
        submissions.done(run);
    }

    private void compare(
            Submission run,
            ObservedCall call,
            Submissions submissions,
            FixtureVerdict verdict,
            Expectation expectation) {
        if (call.ended()) {
            deaths++;
            submissions.slowDown();
        }
        if (deaths == MAX_DEATHS) {
            submissions.stopCalling();
        }
        ExecutionResult result = execution.result(call.answer());
        Double latency = result.latencyMs();
        if (run.measured() && latency != null) {
            fixtureLatency.add(latency);
            actionLatency.add(latency);
            if (called) {
                laterLatency.add(latency);
            } else {
                firstCall = new LatencyProfile.FirstCall(run.fixture().name(), latency);
            }
        }
        called |= latency != null;
        verdict.compare(call, result, expectation);
    }
}
