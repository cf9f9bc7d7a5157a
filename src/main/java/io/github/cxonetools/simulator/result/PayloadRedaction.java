package io.github.cxonetools.simulator.result;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.execution.CallStack;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import io.github.cxonetools.simulator.expectation.FixtureFailure;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reports without anything of a payload: neither itself, nor an output, nor words that may quote them. What is left says
 * where and of which kind, so that whoever has the fixtures can look.
 */
public final class PayloadRedaction {

    static final String NOT_SHOWN = "[not shown, because reportPayloads is none]";

    private static final int SHORTEST_NUMBER = 4;

    private static final int MAX_POINTER = 1000;

    private final Set<String> declared = new HashSet<>();

    /** @param schemas whose property names are no secret */
    public PayloadRedaction(JsonNode... schemas) {
        for (JsonNode schema : schemas) {
            collectNames(schema, declared);
        }
    }

    /**
     * A report without its payload.
     *
     * @param full with payload and output, so that what quotes them is known
     * @param failures why it fails
     * @param stack where it failed; null where that is not known
     */
    public FixtureReport apply(FixtureReport full, List<FixtureFailure> failures, @Nullable CallStack stack) {
        Set<String> hidden = hidden(full);
        ExecutionResult result = full.result();
        String message = result.message() == null ? null : message(result.findings(), hidden);
        return new FixtureReport(
                full.name(),
                full.file(),
                new ExecutionResult(result.status(), result.type(), message, null, result.latencyMs()),
                failures.stream()
                        .map(failure -> failure.words() + message(failure.findings(), hidden))
                        .toList(),
                full.latency(),
                null,
                printed(full.printed()),
                stack == null ? null : stack.discreet());
    }

    public static String printed(String text) {
        return text.isBlank() ? text : NOT_SHOWN;
    }

    private static String message(List<ExecutionFinding> findings, Set<String> hidden) {
        return findings.stream()
                .map(finding -> text(finding, hidden))
                .collect(Collectors.joining("; ", ExecutionFinding.prefix(findings), ""));
    }

    /** Words that quote nothing but a name that a schema declares are shown as they are. */
    private static String text(ExecutionFinding finding, Set<String> hidden) {
        String pointer = finding.pointer();
        String name = finding.name();
        boolean isShown = name != null && !hidden.contains(name);
        return finding.text(
                pointer == null ? null : mask(pointer, hidden), isShown ? finding.words() : finding.discreet());
    }

    /** Names that no schema declares, and values: an answer may be keyed by them. */
    private Set<String> hidden(FixtureReport full) {
        Set<String> hidden = new HashSet<>();
        String payload = full.payload();
        if (payload != null
                && (full.result().message() != null || !full.failures().isEmpty())) {
            try {
                JsonNode read = Json.read(payload);
                collectNames(read, hidden);
                collectValues(read, hidden);
            } catch (JacksonException e) {
                // No name of what is no JSON gets into words.
            }
        }
        JsonNode output = full.result().output();
        if (output != null && !full.failures().isEmpty()) {
            collectNames(output, hidden);
        }
        hidden.removeAll(declared);
        return hidden;
    }

    private static void collectNames(JsonNode json, Set<String> names) {
        json.properties().forEach(member -> names.add(member.getKey()));
        json.forEach(child -> collectNames(child, names));
    }

    private static void collectValues(JsonNode json, Set<String> values) {
        if (json.isString() || json.isNumber() && json.asString().length() >= SHORTEST_NUMBER) {
            values.add(json.asString());
        }
        json.forEach(child -> collectValues(child, values));
    }

    /** A pointer without the names that are hidden. */
    private static String mask(String pointer, Set<String> hidden) {
        if (pointer.length() > MAX_POINTER) {
            return "/…"; // It may be cut within a name, which is not known then.
        }
        List<String> present = hidden.stream()
                .flatMap(name -> List.of(name, JsonPointers.escaped(name)).stream())
                .filter(name -> !name.isEmpty() && pointer.contains(name))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String masked = pointer;
        for (String name : present) {
            masked = Pattern.compile("(?<=/)" + Pattern.quote(name) + "(?=/|$)")
                    .matcher(masked)
                    .replaceAll("…");
        }
        return masked;
    }
}
