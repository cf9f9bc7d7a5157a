package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.text.RelativePath;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.text.VisibleText;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page can show of single fixtures: why each failed, what was expected and what came, and its payload, output, stack and prints. */
final class FixtureDetails {

    private static final int MAX_LINE = 300;
    private static final int MAX_FAILURES = 200;
    private static final int NONE = -1;

    private final SimulationSource source;
    private final CauseList causes;
    private final boolean withContent;
    private final PageTexts texts = new PageTexts();
    private final ArrayNode details = Json.array();

    /** @param withContent whether payloads, outputs, stacks and what was printed are shown */
    FixtureDetails(SimulationSource source, CauseList causes, boolean withContent) {
        this.source = source;
        this.causes = causes;
        this.withContent = withContent;
    }

    ArrayNode json() {
        return details;
    }

    ArrayNode texts() {
        ArrayNode all = Json.array();
        texts.write(all);
        return all;
    }

    /**
     * The place of the fixture's details; -1 where there are none, as of most that pass.
     *
     * @param command plays it again; asked for where there are details only
     */
    int add(FixtureReport fixture, Supplier<@Nullable String> command) {
        boolean hasContent =
                withContent && (fixture.payload() != null || !fixture.printed().isBlank());
        if (fixture.passed() && !hasContent) {
            return NONE;
        }
        ObjectNode json = details.addObject();
        if (!fixture.passed()) {
            failure(fixture, json);
        }
        if (withContent) {
            put(json, "payload", pretty(fixture.payload()));
            put(json, "output", output(fixture.result()));
            put(json, "printed", fixture.printed());
            put(json, "stack", fixture.stack());
        }
        json.set("command", Json.text(command.get()));
        if (fixture.file() != null) {
            json.put(
                    "file", VisibleText.oneLine(RelativePath.of(source.base().resolve(fixture.file()), source.base())));
        }
        return details.size() - 1;
    }

    private void failure(FixtureReport fixture, ObjectNode json) {
        FailureCause cause = FailureCause.of(fixture);
        json.put("cause", causes.place(fixture));
        json.put("line", line(fixture, cause));
        json.put("why", why(fixture, cause));
        json.put(
                "message",
                fixture.result().message() == null ? "" : line(fixture.result().message()));
        json.put("hasExpectation", fixture.expected() != null);
        ArrayNode failures = json.putArray("failures");
        fixture.failures().stream().limit(MAX_FAILURES).forEach(each -> failures.add(line(each)));
        ArrayNode differences = json.putArray("differences");
        for (ValueDifference difference : fixture.differences()) {
            differences.add(difference.pointer());
        }
        if (withContent && fixture.expected() != null) {
            put(json, "expected", Json.pretty(fixture.expected()));
            put(json, "actual", Json.pretty(actual(fixture.result())));
        }
    }

    /** The cause with this fixture's values: where values differ, the first of them. */
    private static String line(FixtureReport fixture, FailureCause cause) {
        List<ValueDifference> differences = fixture.differences();
        boolean isDifference = !differences.isEmpty() && fixture.result().isSuccess();
        if (!isDifference) {
            return line(cause.label());
        }
        String more = differences.size() == 1 ? "" : " … " + (differences.size() - 1) + " more";
        return line(differences.get(0).text()) + more;
    }

    private static String why(FixtureReport fixture, FailureCause cause) {
        String message = fixture.result().message();
        if (message == null || !ExecutionResult.RUNTIME.equals(fixture.result().type())) {
            return fixture.differences().isEmpty() ? line(String.join("; ", fixture.failures())) : line(fixture, cause);
        }
        CauseChain chain = fixture.stack() == null ? null : CauseChain.of(fixture.stack());
        if (chain == null) {
            return line(message);
        }
        boolean isToldAlready =
                !chain.isWrapped() || message.contains(chain.root().words());
        return line(message)
                + (isToldAlready ? "" : ", caused by " + line(chain.root().words()))
                + (chain.place().isEmpty() ? "" : ", thrown at " + chain.place());
    }

    /** The result as an expectation tells it. */
    private static ObjectNode actual(ExecutionResult result) {
        ObjectNode json = result.toJson();
        json.remove("latency_ms");
        return json;
    }

    private static @Nullable String output(ExecutionResult result) {
        return result.output() == null ? null : Json.pretty(result.output());
    }

    private void put(ObjectNode json, String name, @Nullable String text) {
        Integer place = texts.add(text);
        if (place != null) {
            json.put(name, place);
        }
    }

    /** A payload that is no JSON is shown as it is. */
    private static @Nullable String pretty(@Nullable String payload) {
        try {
            return payload == null ? null : Json.pretty(Json.read(payload));
        } catch (JacksonException e) {
            return payload;
        }
    }

    private static String line(String text) {
        String visible = VisibleText.oneLine(text);
        return visible.length() <= MAX_LINE ? visible : visible.substring(0, MAX_LINE) + " …";
    }
}
