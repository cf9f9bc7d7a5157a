package io.github.cxonetools.schema.pattern;

import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts of one payload of which it takes too long to find out whether a pattern matches them. */
public final class UndecidedMatches {

    private static final ThreadLocal<@Nullable UndecidedMatches> CURRENT = new ThreadLocal<>();

    private final StepBudget budget = new StepBudget(5 * BoundedPattern.MAX_STEPS);
    private final Map<String, String> patterns = new TreeMap<>();

    private UndecidedMatches() {}

    /** Collects what this thread cannot decide from here on. */
    public static UndecidedMatches begin() {
        UndecidedMatches matches = new UndecidedMatches();
        CURRENT.set(matches);
        return matches;
    }

    public void end() {
        CURRENT.remove();
    }

    /** What the validator asks; where there is no answer in time it hears no, and the text is remembered. */
    public static boolean find(EcmaPattern pattern, String text) {
        UndecidedMatches current = CURRENT.get();
        if (current == null) {
            return pattern.find(text);
        }
        StepBudget own = new StepBudget(Math.min(BoundedPattern.MAX_STEPS, current.budget.left()));
        long before = own.left();
        try {
            return pattern.find(text, own);
        } catch (StepBudget.ExceededException e) {
            current.patterns.putIfAbsent(text, pattern.text());
            return false;
        } finally {
            current.take(before - own.left());
        }
    }

    private void take(long steps) {
        budget.spend(Math.min(steps, budget.left()));
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** One finding for each place where such a text stands, as a value or as a name. */
    public List<ExecutionFinding> findings(JsonNode payload) {
        SortedMap<String, ExecutionFinding> findings = new TreeMap<>();
        collect(payload, "", findings);
        return List.copyOf(findings.values());
    }

    private void collect(JsonNode json, String pointer, SortedMap<String, ExecutionFinding> findings) {
        if (json.isString()) {
            add(json.stringValue(), pointer, findings);
        }
        json.properties().forEach(member -> {
            String below = pointer + "/" + JsonPointers.escaped(member.getKey());
            add(member.getKey(), below, findings);
            collect(member.getValue(), below, findings);
        });
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(json.get(i), pointer + "/" + i, findings);
            }
        }
    }

    private void add(String text, String pointer, SortedMap<String, ExecutionFinding> findings) {
        String pattern = patterns.get(text);
        if (pattern != null) {
            ExecutionFinding finding = ExecutionFinding.own(
                    ExecutionFinding.Rule.SCHEMA,
                    pointer.isEmpty() ? "/" : pointer,
                    BoundedPattern.tooManySteps(pattern));
            findings.put(finding.text(), finding);
        }
    }
}
