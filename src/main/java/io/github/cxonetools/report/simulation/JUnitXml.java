package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.report.text.IndentedXml;
import io.github.cxonetools.report.text.Millionths;
import io.github.cxonetools.report.text.RelativePath;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.simulator.result.SimulationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A simulation as JUnit XML, in the dialect that Surefire writes: one suite an action, one test case a fixture. */
public final class JUnitXml {

    static final String PREFIX = "cxone";

    /** Without a zone, as the format's schema asks for. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private JUnitXml() {}

    /**
     * Writes {@code TEST-cxone.<Action>.xml} for each action, and {@code TEST-cxone.xml} where there are findings. What an
     * earlier run of the same execution wrote of an action that is not declared any more is removed.
     */
    public static void write(SimulationReport report, Path reportsDirectory, JUnitRun run) throws UnavailableException {
        StaleSuites.remove(reportsDirectory, run);
        String shard = report.shard() == null ? null : report.shard().shard().toString();
        for (ActionReport action : report.actions()) {
            String suite = PREFIX + "." + action.action();
            AtomicFile.write(
                    file(reportsDirectory, suite),
                    out -> IndentedXml.write(out, xml -> action(xml, suite, action, shard, run)));
        }
        Path findings = file(reportsDirectory, PREFIX);
        if (!report.findings().isEmpty()) {
            AtomicFile.write(
                    findings, out -> IndentedXml.write(out, xml -> findings(xml, report.findings(), shard, run)));
        } else {
            delete(findings);
        }
    }

    private static Path file(Path directory, String suite) {
        return directory.resolve("TEST-" + suite + ".xml");
    }

    private static void delete(Path stale) throws UnavailableException {
        try {
            Files.deleteIfExists(stale);
        } catch (IOException e) {
            throw new UnavailableException("Could not delete " + stale, e);
        }
    }

    private static void action(IndentedXml xml, String suite, ActionReport action, @Nullable String shard, JUnitRun run)
            throws XMLStreamException {
        long micros = 0;
        Path folder = null;
        for (FixtureReport fixture : action.fixtures()) {
            micros += micros(fixture.latency());
            folder = fixture.file() == null ? folder : fixture.file().getParent();
        }
        List<FixtureReport> probes = probes(action.probes());
        long failedProbes = probes.stream().filter(probe -> !probe.passed()).count();
        int cases = action.fixtures().size() + probes.size();
        openSuite(xml, suite, cases, action.failed() + failedProbes, micros, folder, shard, run);
        RelativePath paths = new RelativePath(run.base());
        for (FixtureReport fixture : action.fixtures()) {
            fixture(xml, suite, fixture, paths);
        }
        for (FixtureReport probe : probes) {
            fixture(xml, suite, probe, paths);
        }
        text(xml, "system-out", action.printed());
        xml.close();
    }

    /** A case for each way to fail, and one for all of them where there is none, or more than was tried. */
    private static List<FixtureReport> probes(@Nullable ProbeReport probes) {
        if (probes == null) {
            return List.of();
        }
        List<FixtureReport> cases = new ArrayList<>();
        if (probes.passed() || !probes.problems().isEmpty()) {
            ExecutionResult result = new ExecutionResult(
                    probes.passed() ? ExecutionResult.SUCCESS : ExecutionResult.ERROR,
                    probes.passed() ? null : ExecutionResult.RUNTIME,
                    null,
                    null,
                    null);
            cases.add(new FixtureReport(
                    probes.label(), null, result, probes.problems(), probes.latency(), null, "", null));
        }
        probes.failures().forEach(failure -> cases.add(failure.smallest()));
        return cases;
    }

    private static void openSuite(
            IndentedXml xml,
            String name,
            int tests,
            long failures,
            long micros,
            @Nullable Path folder,
            @Nullable String shard,
            JUnitRun run)
            throws XMLStreamException {
        xml.open("testsuite");
        xml.attribute("name", name);
        xml.attribute("time", time(micros));
        xml.attribute("timestamp", TIMESTAMP.format(run.began()));
        file(xml, folder, new RelativePath(run.base()));
        xml.attribute("tests", Integer.toString(tests));
        xml.attribute("errors", "0");
        xml.attribute("skipped", "0");
        xml.attribute("failures", Long.toString(failures));
        StaleSuites.mark(xml, run, shard);
    }

    private static void file(IndentedXml xml, @Nullable Path file, RelativePath paths) {
        if (file != null) {
            xml.attribute("file", paths.of(file));
        }
    }

    private static void fixture(IndentedXml xml, String suite, FixtureReport fixture, RelativePath paths)
            throws XMLStreamException {
        xml.open("testcase");
        xml.attribute("name", fixture.name());
        xml.attribute("classname", suite);
        file(xml, fixture.file(), paths);
        xml.attribute("time", time(micros(fixture.latency())));
        if (!fixture.passed()) {
            String type = fixture.result().type() == null
                    ? "difference"
                    : fixture.result().type();
            failure(xml, type, String.join("; ", fixture.failures()), details(fixture));
        }
        text(xml, "system-out", fixture.printed());
        xml.close();
    }

    private static void failure(IndentedXml xml, String type, String message, String details)
            throws XMLStreamException {
        xml.open("failure");
        xml.attribute("message", message);
        xml.attribute("type", type);
        xml.text(details);
        xml.close();
    }

    private static String details(FixtureReport fixture) {
        StringBuilder text = new StringBuilder(String.join("\n", fixture.failures())).append('\n');
        if (fixture.file() != null) {
            text.append("file: ").append(fixture.file()).append('\n');
        }
        if (fixture.payload() != null) {
            text.append("payload: ").append(fixture.payload().strip()).append('\n');
        }
        if (fixture.result().output() != null) {
            text.append("output: ").append(fixture.result().output()).append('\n');
        }
        if (fixture.stack() != null) {
            text.append(fixture.stack());
        }
        return text.toString();
    }

    private static void findings(IndentedXml xml, List<String> findings, @Nullable String shard, JUnitRun run)
            throws XMLStreamException {
        openSuite(xml, PREFIX, findings.size(), findings.size(), 0, null, shard, run);
        for (int i = 0; i < findings.size(); i++) {
            xml.open("testcase");
            xml.attribute("name", "fixtures folder, finding " + (i + 1));
            xml.attribute("classname", PREFIX);
            xml.attribute("time", time(0));
            failure(xml, "finding", findings.get(i), findings.get(i));
            xml.close();
        }
        xml.close();
    }

    private static void text(IndentedXml xml, String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.open(element);
            xml.text(text);
            xml.close();
        }
    }

    private static long micros(Latency latency) {
        return Math.round(latency.count() * latency.p50() * 1000);
    }

    /** In seconds. */
    private static String time(long micros) {
        return Millionths.fixed(micros);
    }
}
