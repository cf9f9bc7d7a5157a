package io.github.cxonetools.report;

import io.github.cxonetools.action.AtomicFile;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.simulator.ActionReport;
import io.github.cxonetools.simulator.FixtureReport;
import io.github.cxonetools.simulator.Latency;
import io.github.cxonetools.simulator.SimulationReport;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A simulation as JUnit XML, in the dialect that Surefire writes: one suite an action, one test case a fixture. */
public final class JUnitXml {

    private static final String PREFIX = "cxone";

    private JUnitXml() {}

    /** Writes {@code TEST-cxone.<Action>.xml} for each action, and {@code TEST-cxone.xml} where there are findings. */
    public static void write(SimulationReport report, Path reportsDirectory) throws UnavailableException {
        for (ActionReport action : report.actions()) {
            String suite = PREFIX + "." + action.action();
            AtomicFile.write(file(reportsDirectory, suite), out -> suite(out, xml -> action(xml, suite, action)));
        }
        Path findings = file(reportsDirectory, PREFIX);
        if (!report.findings().isEmpty()) {
            AtomicFile.write(findings, out -> suite(out, xml -> findings(xml, report.findings())));
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

    private static void suite(OutputStream out, Body body) throws IOException {
        IndentedXml xml = new IndentedXml(out);
        xml.begin();
        body.write(xml);
        xml.end();
    }

    private static void action(IndentedXml xml, String suite, ActionReport action) throws IOException {
        openSuite(xml, suite, action.fixtures().size(), action.failed(), seconds(action.latency()));
        for (FixtureReport fixture : action.fixtures()) {
            fixture(xml, suite, fixture);
        }
        text(xml, "system-out", action.printed());
        xml.close();
    }

    private static void openSuite(IndentedXml xml, String name, int tests, long failures, double seconds)
            throws IOException {
        xml.open("testsuite");
        xml.attribute("name", name);
        xml.attribute("time", time(seconds));
        xml.attribute("tests", Integer.toString(tests));
        xml.attribute("errors", "0");
        xml.attribute("skipped", "0");
        xml.attribute("failures", Long.toString(failures));
    }

    private static void fixture(IndentedXml xml, String suite, FixtureReport fixture) throws IOException {
        xml.open("testcase");
        xml.attribute("name", fixture.name());
        xml.attribute("classname", suite);
        xml.attribute("time", time(seconds(fixture.latency())));
        if (!fixture.passed()) {
            String type = fixture.result().type() == null
                    ? "difference"
                    : fixture.result().type();
            failure(xml, type, String.join("; ", fixture.failures()), details(fixture));
        }
        text(xml, "system-out", fixture.printed());
        xml.close();
    }

    private static void failure(IndentedXml xml, String type, String message, String details) throws IOException {
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

    private static void findings(IndentedXml xml, List<String> findings) throws IOException {
        openSuite(xml, PREFIX, findings.size(), findings.size(), 0);
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

    private static void text(IndentedXml xml, String element, String text) throws IOException {
        if (!text.isEmpty()) {
            xml.open(element);
            xml.text(text);
            xml.close();
        }
    }

    private static double seconds(Latency latency) {
        return latency.count() * latency.p50() / 1000;
    }

    private static String time(double seconds) {
        return BigDecimal.valueOf(Math.round(seconds * 1_000_000), 6).toPlainString();
    }

    /** What a suite holds. */
    @FunctionalInterface
    private interface Body {
        void write(IndentedXml xml) throws IOException;
    }
}
