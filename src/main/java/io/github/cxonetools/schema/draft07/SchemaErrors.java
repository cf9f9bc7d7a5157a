package io.github.cxonetools.schema.draft07;

import com.networknt.schema.Error;
import io.github.cxonetools.action.ExecutionFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The validator's errors as findings. Where alternatives failed, only those of the one that was meant are told: the one
 * whose type and constants fit; where none or several fit, the alternatives as a whole are.
 */
public final class SchemaErrors {

    private static final Set<String> ALTERNATIVES = Keyword.words(Keyword.ANY_OF, Keyword.ONE_OF);

    /** Keywords below which a name or an index of the payload is chosen. */
    private static final Set<String> DESCENDING = Keyword.words(
            Keyword.PROPERTIES,
            Keyword.PATTERN_PROPERTIES,
            Keyword.ADDITIONAL_PROPERTIES,
            Keyword.ITEMS,
            Keyword.ADDITIONAL_ITEMS,
            Keyword.CONTAINS);

    private SchemaErrors() {}

    /** As {@link #values}, in words. */
    public static List<String> findings(List<Error> errors) {
        return values(errors).stream().map(ExecutionFinding::text).toList();
    }

    /** Sorted by what they say, each once. */
    public static List<ExecutionFinding> values(List<Error> errors) {
        SortedMap<String, ExecutionFinding> findings = new TreeMap<>();
        List<Located> located = errors.stream()
                .filter(error -> !repeatsItsAlternatives(error))
                .map(Located::of)
                .toList();
        collect(located, 0, findings);
        return List.copyOf(findings.values());
    }

    /** Where no alternative of a {@code oneOf} fits, each says why, and the whole says so once more. */
    private static boolean repeatsItsAlternatives(Error error) {
        return error.getKeyword().equals(Keyword.ONE_OF.word()) && "0".equals(String.valueOf(error.getArguments()[0]));
    }

    private static boolean isByName(String word) {
        Keyword.ValueKind kind = Keyword.valueUnder(word);
        return kind != null && kind.isByName();
    }

    private static void collect(List<Located> errors, int from, SortedMap<String, ExecutionFinding> findings) {
        Map<String, List<Located>> alternatives = new TreeMap<>();
        for (Located error : errors) {
            int at = error.alternativesAt(from);
            if (at < 0) {
                put(error.finding(), findings);
            } else {
                alternatives
                        .computeIfAbsent(error.key(at), key -> new ArrayList<>())
                        .add(error);
            }
        }
        alternatives.values().forEach(group -> choose(group, group.get(0).alternativesAt(from), findings));
    }

    private static void choose(List<Located> group, int at, SortedMap<String, ExecutionFinding> findings) {
        Map<String, List<Located>> branches = new TreeMap<>();
        group.forEach(error -> branches.computeIfAbsent(error.path.get(at + 1), index -> new ArrayList<>())
                .add(error));
        int depth = group.get(0).depth(at);
        branches.values().removeIf(branch -> branch.stream().anyMatch(error -> error.excludes(depth)));
        if (branches.size() == 1) {
            collect(branches.values().iterator().next(), at + 2, findings);
        } else {
            put(
                    ExecutionFinding.own(
                            ExecutionFinding.Rule.SCHEMA,
                            group.get(0).pointer(depth),
                            "matches none of the alternatives"),
                    findings);
        }
    }

    private static void put(ExecutionFinding finding, SortedMap<String, ExecutionFinding> findings) {
        findings.put(finding.text(), finding);
    }

    /** An error with its way through the schema and through the payload, as segments. */
    private record Located(Error error, List<String> path, List<String> instance) {

        static Located of(Error error) {
            return new Located(
                    error,
                    segments(error.getEvaluationPath().toString()),
                    segments(error.getInstanceLocation().toString()));
        }

        private static List<String> segments(String pointer) {
            return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/", -1));
        }

        /** Where alternatives begin, at or after {@code from}; -1 where there are none on the way. */
        int alternativesAt(int from) {
            for (int i = from; i < path.size() - 2; i++) {
                if (ALTERNATIVES.contains(path.get(i))) {
                    return i;
                }
                if (isByName(path.get(i))) {
                    i++;
                }
            }
            return -1;
        }

        /** How many segments of the payload's pointer the way through the schema has used before {@code end}. */
        int depth(int end) {
            int depth = 0;
            for (int i = 0; i < end; i++) {
                if (DESCENDING.contains(path.get(i))) {
                    depth++;
                }
                if (isByName(path.get(i))) {
                    i++;
                }
            }
            return Math.min(depth, instance.size());
        }

        String key(int at) {
            return String.join("/", path.subList(0, at + 1)) + " " + pointer(depth(at));
        }

        /** {@return true if the error says that another alternative was meant, by its type or its discriminator} */
        boolean excludes(int depth) {
            String keyword = error.getKeyword();
            int below = instance.size() - depth;
            return keyword.equals(Keyword.TYPE.word()) && below == 0
                    || keyword.equals(Keyword.CONST.word()) && below <= 1;
        }

        ExecutionFinding finding() {
            String name = SchemaErrorWords.quotedName(error);
            return new ExecutionFinding(
                    null,
                    pointer(instance.size()),
                    ExecutionFinding.Rule.SCHEMA,
                    SchemaErrorWords.of(error, name == null ? "" : name),
                    SchemaErrorWords.of(error, "…"),
                    name);
        }

        String pointer(int length) {
            return "/" + String.join("/", instance.subList(0, length));
        }
    }
}
