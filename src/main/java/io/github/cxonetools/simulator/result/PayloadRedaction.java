package io.github.cxonetools.simulator.result;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.json.JsonPointers;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
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

    private static final Pattern DIFFERENCE =
            Pattern.compile("(/(?:output|message|status|type).*?): .*", Pattern.DOTALL);

    private static final Pattern FIXED = Pattern.compile(
            "/(?:status|type): expected \"(?:success|error|validation|runtime)\", was (?:absent|\"[a-z]+\")");

    private static final Pattern THREAD = Pattern.compile("the thread \".*\" running", Pattern.DOTALL);

    private static final Pattern POSITION =
            Pattern.compile("(line \\d+, column \\d+: [^'\"(]*)['\"(].*", Pattern.DOTALL);

    private static final Pattern FRAME = Pattern.compile("\\s+at [\\w.$/<>]+\\([^)]*\\)|\\s+\\.\\.\\. \\d+ more");

    private final RedactedMessages messages = new RedactedMessages();
    private final Set<String> declared = new HashSet<>();

    /** @param schemas whose property names are no secret */
    public PayloadRedaction(JsonNode... schemas) {
        for (JsonNode schema : schemas) {
            collectNames(schema, declared);
        }
    }

    /** @param full with payload and output, so that what quotes them is known */
    public FixtureReport apply(FixtureReport full) {
        Set<String> hidden = hidden(full);
        ExecutionResult result = full.result();
        String message = result.message();
        String discreet = message == null ? null : mask(messages.of(message), hidden);
        return new FixtureReport(
                full.name(),
                full.file(),
                new ExecutionResult(result.status(), result.type(), discreet, null, result.latencyMs()),
                full.failures().stream()
                        .map(failure -> failure(failure, message, discreet, hidden))
                        .toList(),
                full.latency(),
                null,
                printed(full.printed()),
                full.stack() == null ? null : frames(full.stack()));
    }

    public static String printed(String text) {
        return text.isBlank() ? text : NOT_SHOWN;
    }

    private static String failure(
            String failure, @Nullable String message, @Nullable String discreet, Set<String> hidden) {
        if (message != null && discreet != null && failure.endsWith(message)) {
            return failure.substring(0, failure.length() - message.length()) + discreet;
        }
        Matcher difference = DIFFERENCE.matcher(failure);
        if (difference.matches() && !FIXED.matcher(failure).matches()) {
            boolean absent = failure.endsWith(", was absent");
            return mask(difference.group(1), hidden) + (absent ? ": is absent" : ": is not what is expected");
        }
        String nameless = THREAD.matcher(failure).replaceAll("a thread running");
        return POSITION.matcher(nameless).replaceAll("$1…");
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

    /** Only where names stand: in pointers, and after the word. */
    private static String mask(String text, Set<String> hidden) {
        List<String> present = hidden.stream()
                .flatMap(name -> List.of(name, JsonPointers.escaped(name)).stream())
                .filter(name -> !name.isEmpty() && text.contains(name))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String masked = text;
        for (String name : present) {
            masked = Pattern.compile("(?<=/|property )" + Pattern.quote(name) + "(?=[/ ;,:]|$)")
                    .matcher(masked)
                    .replaceAll("…");
        }
        return masked;
    }

    private String frames(String stack) {
        return stack.lines()
                .map(line -> FRAME.matcher(line).matches() ? line : messages.thrown(line))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
