package io.github.cxonetools.simulator;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.execution.CallStack;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.schema.sample.PayloadSamples;
import io.github.cxonetools.simulator.expectation.FixtureFailure;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.LatencyRecorder;
import io.github.cxonetools.simulator.result.PayloadRedaction;
import io.github.cxonetools.simulator.result.ProbeReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tries an action with payloads that its own input schema gives: each it accepts must end in a success. */
final class Probing {

    private static final int MAX_DEATHS = 5;

    /** Whoever has mended these sees the others next time; making one smaller takes up to 1,000 calls. */
    private static final int MAX_KINDS = 20;

    private final SimulatedAction action;
    private final SimulationSettings settings;
    private final SimulationEvents events;
    private final ProbeCalls calls;
    private final @Nullable PayloadRedaction discretion;
    private final LatencyRecorder latency = new LatencyRecorder();
    private final Map<FailureKind, Failed> failures = new LinkedHashMap<>();
    private int deaths;
    private int others;

    /** @param discretion how nothing of a payload is shown; null where it may be */
    Probing(
            SimulatedAction action,
            SimulationSettings settings,
            SimulationEvents events,
            ProbeCalls calls,
            @Nullable PayloadRedaction discretion) {
        this.action = action;
        this.settings = settings;
        this.events = events;
        this.calls = calls;
        this.discretion = discretion;
    }

    /** Null where this shard has none. */
    @Nullable
    ProbeReport probe(long seed) {
        String name = action.action().name();
        List<PayloadSample> all = PayloadSamples.derive(action.contract().inputSchema(), settings.probe(), seed);
        Shard shard = settings.shard();
        List<PayloadSample> samples = shard == null ? all : shard.of(all);
        if (samples.isEmpty() && !all.isEmpty()) {
            return null;
        }
        events.probing(name, samples.size(), seed);
        List<String> underivable = PayloadSamples.underivable(action.contract().inputSchema());
        boolean none = all.stream().noneMatch(PayloadSample::valid);
        if (none || !underivable.isEmpty()) {
            events.underivable(name, underivable, none);
        }
        int sent = 0;
        for (PayloadSample sample : samples) {
            if (deaths < MAX_DEATHS) {
                probe(sample);
                sent++;
            }
        }
        List<ProbeReport.ProbeFailure> reports = new ArrayList<>();
        for (Failed failed : failures.values()) {
            reports.add(new ProbeReport.ProbeFailure(report(failed), failed.times()));
        }
        return new ProbeReport(sent, seed, latency.take(), reports, problems(samples.size() - sent), others);
    }

    private void probe(PayloadSample sample) {
        ProbeCalls.ProbeOutcome outcome = calls.call(sample.payload());
        Double millis = outcome.result().latencyMs();
        if (millis != null) {
            latency.add(millis);
        }
        deaths += outcome.ended() ? 1 : 0;
        FailureKind kind = sample.valid() ? outcome.kind() : outcome.acceptance();
        if (kind == null) {
            return;
        }
        Failed known = failures.get(kind);
        if (known == null && failures.size() == MAX_KINDS) {
            others++;
        } else {
            failures.put(kind, known == null ? new Failed(kind, sample, outcome, 1) : known.again());
        }
    }

    private List<String> problems(int notRun) {
        List<String> problems = new ArrayList<>();
        if (notRun > 0) {
            problems.add(notRun + " probes not run, because the handler ended its JVM " + deaths + " times");
        }
        if (others > 0) {
            problems.add(others + " probes fail in more than the " + MAX_KINDS + " ways that are shown");
        }
        return problems;
    }

    private FixtureReport report(Failed failed) {
        JsonNode schema = action.contract().inputSchema();
        Shrinking shrinking = new Shrinking(calls, failed.kind(), failed.outcome(), schema);
        JsonNode smallest = failed.sample().valid()
                ? shrinking.shrink(failed.sample().payload(), failed.outcome().ended())
                : failed.sample().payload();
        ProbeCalls.ProbeOutcome outcome = shrinking.outcome();
        String text = Json.compact(smallest);
        String name = "probe-" + shortDigest(text);
        List<FixtureFailure> reasons = new ArrayList<>();
        reasons.add(outcome.failure(failed.sample().what()));
        if (failed.times() > 1) {
            reasons.add(FixtureFailure.of((failed.times() - 1) + " more probes fail alike"));
        }
        Path file = record(name, smallest, reasons);
        CallStack stack = outcome.stack();
        FixtureReport full = new FixtureReport(
                name,
                file,
                outcome.result(),
                reasons.stream().map(FixtureFailure::text).toList(),
                Latency.NONE,
                text,
                outcome.printed(),
                stack == null ? null : stack.text());
        return discretion == null ? full : discretion.apply(full, reasons, stack);
    }

    /** The same payload has the same name in every build. */
    private static String shortDigest(String text) {
        CRC32 digest = new CRC32();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", digest.getValue());
    }

    /** The fixture that the payload is saved as, or null where it is not; a reason is added where it cannot be. */
    private @Nullable Path record(String name, JsonNode payload, List<FixtureFailure> reasons) {
        if (!settings.record()) {
            return null;
        }
        Path file = settings.fixturesDirectory().resolve(action.action().name()).resolve(name + ".json");
        try {
            if (!Files.exists(file)) {
                AtomicFile.write(file, Json.pretty(payload));
                events.recorded(file);
            }
            return file;
        } catch (UnavailableException e) {
            reasons.add(FixtureFailure.of("could not be recorded: " + e.getMessage()));
            return null;
        }
    }

    /** The first probe that failed in one way, and how many did. */
    private record Failed(FailureKind kind, PayloadSample sample, ProbeCalls.ProbeOutcome outcome, int times) {

        Failed again() {
            return new Failed(kind, sample, outcome, times + 1);
        }
    }
}
