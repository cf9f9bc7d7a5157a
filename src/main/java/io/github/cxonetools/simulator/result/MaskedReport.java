package io.github.cxonetools.simulator.result;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.text.MaskedJson;
import io.github.cxonetools.text.Secrets;
import org.jspecify.annotations.Nullable;

/** A report in whose texts, payloads and outputs secrets are masked: an endpoint may give back the key in its URL. */
public final class MaskedReport {

    private final Secrets secrets;

    private MaskedReport(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The same report where there are no secrets. */
    public static SimulationReport of(SimulationReport report, Secrets secrets) {
        if (secrets.isEmpty()) {
            return report;
        }
        MaskedReport masked = new MaskedReport(secrets);
        return new SimulationReport(
                report.actions().stream().map(masked::action).toList(),
                report.shard(),
                report.findings().stream().map(secrets::mask).toList());
    }

    /** The same of one action. */
    public static ActionReport of(ActionReport action, Secrets secrets) {
        return secrets.isEmpty() ? action : new MaskedReport(secrets).action(action);
    }

    private ActionReport action(ActionReport action) {
        return new ActionReport(
                action.action(),
                action.version(),
                action.fixtures().stream().map(this::fixture).toList(),
                action.latency(),
                secrets.mask(action.printed()),
                action.probes() == null ? null : probes(action.probes()),
                action.profile());
    }

    private ProbeReport probes(ProbeReport probes) {
        return new ProbeReport(
                probes.sent(),
                probes.seed(),
                probes.latency(),
                probes.failures().stream()
                        .map(failure -> new ProbeReport.ProbeFailure(fixture(failure.smallest()), failure.times()))
                        .toList(),
                probes.problems(),
                probes.others());
    }

    private ValueDifference difference(ValueDifference difference) {
        return new ValueDifference(
                secrets.mask(difference.pointer()), text(difference.expected()), text(difference.actual()));
    }

    private FixtureReport fixture(FixtureReport fixture) {
        ExecutionResult result = fixture.result();
        return new FixtureReport(
                fixture.name(),
                fixture.file(),
                new ExecutionResult(
                        result.status(),
                        result.type(),
                        text(result.message()),
                        result.output() == null ? null : MaskedJson.of(result.output(), secrets),
                        result.latencyMs()),
                fixture.failures().stream().map(secrets::mask).toList(),
                fixture.latency(),
                text(fixture.payload()),
                secrets.mask(fixture.printed()),
                text(fixture.stack()),
                fixture.differences().stream().map(this::difference).toList(),
                fixture.expected() == null ? null : MaskedJson.of(fixture.expected(), secrets));
    }

    private @Nullable String text(@Nullable String text) {
        return text == null ? null : secrets.mask(text);
    }
}
