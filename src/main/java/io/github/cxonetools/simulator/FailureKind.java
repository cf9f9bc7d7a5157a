package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.action.ExecutionFinding.Rule;
import io.github.cxonetools.action.ExecutionResult;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One way in which probes fail: two that fail in the same way are the same mistake.
 *
 * @param words what is wrong, without what changes from probe to probe although the mistake is the same
 * @param at the frame where it was thrown, because two nulls have the same words; null where that is not known
 */
record FailureKind(String words, @Nullable String at) {

    /** An invalid probe that got through. */
    static final FailureKind ACCEPTED = new FailureKind("the input schema accepts what breaks it", null);

    private static final String ANY = "…";

    /** What a call that succeeded leaves behind. */
    static FailureKind of(ExecutionFinding leftover) {
        return new FailureKind(leftover.discreet(), null);
    }

    /**
     * The kind of a result that is no success.
     *
     * @param payload what was sent
     * @param at the frame where it was thrown; null where that is not known
     */
    static FailureKind of(ExecutionResult result, JsonNode payload, @Nullable String at) {
        String words = result.findings().stream()
                .map(finding -> finding.rule() + " " + place(finding.pointer()) + " "
                        + (finding.rule() == Rule.ANSWER && at == null
                                ? without(payload, finding.words())
                                : finding.discreet()))
                .collect(Collectors.joining("; "));
        return new FailureKind(result.type() + " " + words, at);
    }

    /** A pointer without the positions of elements. */
    private static String place(@Nullable String pointer) {
        return pointer == null
                ? ""
                : List.of(pointer.split("/", -1)).stream()
                        .map(step -> !step.isEmpty() && step.chars().allMatch(Character::isDigit) ? ANY : step)
                        .collect(Collectors.joining("/"));
    }

    /** Words without the payload's values: where no place is known, only they tell one mistake from another. */
    private static String without(JsonNode payload, String words) {
        String rest = words;
        for (String value : values(payload)) {
            rest = Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)")
                    .matcher(rest)
                    .replaceAll(ANY);
        }
        return rest;
    }

    /** Texts and numbers, the longest first. */
    private static Set<String> values(JsonNode json) {
        Set<String> values =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        collect(json, values);
        return values;
    }

    private static void collect(JsonNode json, Set<String> values) {
        if ((json.isString() || json.isNumber()) && !json.asString().isEmpty()) {
            values.add(json.asString());
        }
        json.forEach(child -> collect(child, values));
    }
}
