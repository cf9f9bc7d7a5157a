package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What should come of a fixture: any success, or what a file says. */
public final class Expectation {

    /** By {@code $schema} an editor knows what else there may be. */
    private static final Set<String> MEMBERS = Set.of("$schema", "status", "type", "message", "output", "latency_ms");

    /** What a status or a type can be: the words of every result, and of no payload. */
    private static final Set<String> OWN_WORDS =
            Set.of(ExecutionResult.SUCCESS, ExecutionResult.ERROR, ExecutionResult.VALIDATION, ExecutionResult.RUNTIME);

    private final @Nullable JsonNode expected;
    private final List<FixtureFailure> problems;

    private Expectation(@Nullable JsonNode expected, List<FixtureFailure> problems) {
        this.expected = expected;
        this.problems = problems;
    }

    /** What {@code fixture} says; a file that says nothing clear fails the fixture, whatever comes of it. */
    public static Expectation of(Fixture fixture) {
        Path file = fixture.expectation();
        if (file == null) {
            return new Expectation(null, List.of());
        }
        try {
            JsonNode read = Json.read(Files.readAllBytes(file));
            List<String> problems = new ArrayList<>();
            check(read, problems);
            return new Expectation(
                    read,
                    problems.stream()
                            .map(problem -> FixtureFailure.of(file + ": " + problem))
                            .toList());
        } catch (JacksonException e) {
            return new Expectation(null, List.of(new FixtureFailure(file + ": ", List.of(notJson(e)))));
        } catch (IOException e) {
            return new Expectation(null, List.of(FixtureFailure.of(file + ": could not be read: " + e)));
        }
    }

    private static ExecutionFinding notJson(JacksonException e) {
        return ExecutionFinding.quoting(
                ExecutionFinding.Rule.JSON, null, Json.describe(e), Json.describeWithoutQuotes(e));
    }

    /** What the file says; null where there is none, or it is no JSON. */
    public @Nullable JsonNode document() {
        return expected;
    }

    private static void check(JsonNode read, List<String> problems) {
        if (!read.isObject()) {
            problems.add("is not a JSON object like {\"status\": \"success\"}");
            return;
        }
        String status = read.path("status").asString("");
        if (!status.equals(ExecutionResult.SUCCESS) && !status.equals(ExecutionResult.ERROR)) {
            problems.add("/status must be \"success\" or \"error\"");
        }
        if (read.path("message").isString() && read.path("message").asString().isBlank()) {
            problems.add("/message is empty, so every message would do. Say what it must contain, or leave it out");
        }
        if (status.equals(ExecutionResult.ERROR) && read.has("output")) {
            problems.add("/output is nothing that an error has");
        }
        for (String member : read.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                problems.add("/" + member + " is nothing that a result has");
            }
        }
    }

    /** Where {@code result} is not what was expected; empty where it is. */
    public List<FixtureFailure> differences(ExecutionResult result) {
        if (!problems.isEmpty()) {
            return problems;
        }
        JsonNode wanted = expected;
        if (wanted == null) {
            return result.isSuccess() ? List.of() : List.of(FixtureFailure.of(result));
        }
        List<FixtureFailure> differences = new ArrayList<>();
        compare("status", wanted, result.status(), differences);
        compare("type", wanted, result.type(), differences);
        message(wanted.get("message"), result.message(), differences);
        JsonNode output = wanted.get("output");
        if (output != null && result.isSuccess()) {
            differences.addAll(Differences.between(output, result.output()));
        }
        if (!differences.isEmpty()
                && !result.isSuccess()
                && wanted.path("status").asString("").equals("success")) {
            differences.add(FixtureFailure.of(result));
        }
        return differences;
    }

    private static void compare(
            String member, JsonNode wanted, @Nullable String actual, List<FixtureFailure> differences) {
        JsonNode value = wanted.get(member);
        if (value != null && !value.asString("").equals(actual)) {
            ValueDifference found =
                    new ValueDifference("/" + member, value.toString(), actual == null ? null : Json.quoted(actual));
            differences.add(
                    OWN_WORDS.contains(value.asString(""))
                            ? FixtureFailure.of(
                                    ExecutionFinding.own(
                                            ExecutionFinding.Rule.EXPECTATION, found.pointer(), found.words()),
                                    found)
                            : Differences.failure(found));
        }
    }

    private static void message(@Nullable JsonNode wanted, @Nullable String actual, List<FixtureFailure> differences) {
        if (wanted == null) {
            return;
        }
        String text = wanted.asString("");
        boolean placeholder = Differences.isPlaceholder(text);
        boolean holds = actual != null
                && (placeholder
                        ? Differences.between(wanted, Json.mapper().valueToTree(actual))
                                .isEmpty()
                        : actual.contains(text));
        if (!holds) {
            differences.add(Differences.failure(described(wanted, actual)));
        }
    }

    /** With code points where the message only looks as if it held what was expected. */
    private static ValueDifference described(JsonNode wanted, @Nullable String actual) {
        String expected = wanted.toString();
        if (actual == null) {
            return new ValueDifference("/message", "it to contain " + expected, null);
        }
        boolean alike = LookAlikes.printed(actual).contains(LookAlikes.printed(wanted.asString("")));
        String shown = Json.quoted(actual);
        return new ValueDifference(
                "/message",
                "it to contain " + (alike ? LookAlikes.escaped(expected) : expected),
                alike ? LookAlikes.escaped(shown) : shown);
    }
}
