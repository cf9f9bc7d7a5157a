package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.result.ActionReport;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import io.github.cxonetools.simulator.result.ProbeReport;
import io.github.cxonetools.text.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Fixtures as the page lists them: what failed first, then what passed, as many as a browser can carry. */
final class FixtureEntries {

    private static final int MAX_OF_EACH = 500;
    private static final int MAX_TEXT = 20_000;

    private final Path base;
    private final boolean withContent;

    /** @param withContent whether payloads, outputs and what was printed are shown */
    FixtureEntries(Path base, boolean withContent) {
        this.base = base.toAbsolutePath().normalize();
        this.withContent = withContent;
    }

    List<Map<String, Object>> of(ActionReport action) {
        ProbeReport probes = action.probes();
        Stream<FixtureReport> failedProbes =
                probes == null ? Stream.of() : probes.failures().stream().map(ProbeReport.ProbeFailure::smallest);
        return Stream.concat(
                        Stream.concat(
                                failedProbes,
                                action.fixtures().stream()
                                        .filter(fixture -> !fixture.passed())
                                        .limit(MAX_OF_EACH)),
                        action.fixtures().stream().filter(FixtureReport::passed).limit(MAX_OF_EACH))
                .map(this::entry)
                .toList();
    }

    /** Says what is not listed; empty where all is. */
    String cut(ActionReport action) {
        long failed = action.failed();
        long passed = action.fixtures().size() - failed;
        long listed = Math.min(failed, MAX_OF_EACH) + Math.min(passed, MAX_OF_EACH);
        return listed == action.fixtures().size()
                ? ""
                : listed + " of " + action.fixtures().size() + " fixtures are listed. All are in simulation.json.";
    }

    String printed(String text) {
        return withContent ? shown(text) : "";
    }

    private Map<String, Object> entry(FixtureReport fixture) {
        ExecutionResult result = fixture.result();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("tone", fixture.passed() ? "good" : "bad");
        entry.put("verdict", fixture.passed() ? "passed" : "failed");
        entry.put("name", VisibleText.oneLine(fixture.name()));
        entry.put("result", result.type() == null ? result.status() : result.type() + " " + result.status());
        entry.put("latency", latency(fixture.latency()));
        entry.put("message", result.message() == null ? "" : shown(result.message()));
        entry.put(
                "failures",
                fixture.failures().stream().map(FixtureEntries::shown).toList());
        entry.put("parts", withContent ? parts(fixture) : List.of());
        entry.put(
                "file",
                fixture.file() == null || fixture.passed() ? "" : VisibleText.oneLine(relative(fixture.file())));
        return entry;
    }

    private static String latency(Latency latency) {
        if (latency.count() == 0) {
            return "";
        }
        String median = SimulationPage.milliseconds(latency.p50());
        return latency.count() == 1
                ? median
                : median + " median of " + latency.count() + ", slowest " + SimulationPage.milliseconds(latency.max());
    }

    private static List<Map<String, Object>> parts(FixtureReport fixture) {
        List<Map<String, Object>> parts = new ArrayList<>();
        add(parts, "Payload", fixture.payload() == null ? null : pretty(fixture.payload()));
        add(
                parts,
                "Output",
                fixture.result().output() == null
                        ? null
                        : Json.pretty(fixture.result().output()));
        add(parts, "Printed", fixture.printed());
        add(parts, "Stack", fixture.stack());
        return parts;
    }

    private static void add(List<Map<String, Object>> parts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(Map.of("label", label, "text", shown(text)));
        }
    }

    /** A payload that is no JSON is shown as it is. */
    private static String pretty(String payload) {
        if (payload.length() > MAX_TEXT) {
            return payload;
        }
        try {
            return Json.pretty(Json.read(payload));
        } catch (JacksonException e) {
            return payload;
        }
    }

    private static String shown(String text) {
        String cut = text.length() <= MAX_TEXT
                ? text
                : text.substring(0, MAX_TEXT) + "\n… and " + (text.length() - MAX_TEXT) + " more characters";
        return VisibleText.forXml(cut.stripTrailing());
    }

    private String relative(Path file) {
        Path absolute = base.resolve(file).normalize();
        Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
